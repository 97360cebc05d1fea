import { explainResident } from '@jangkau/petakan';

/** Prints why a resident of a finished run counts as covered or not. */
export async function explain(options: { run: string; resident: string }): Promise<void> {
  process.stdout.write(`${(await explainResident(options)).trimEnd()}\n`);
}
