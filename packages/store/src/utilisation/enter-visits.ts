import { enterStep, judgeSteps, manyRows, type SpanOfDays } from './intake-steps.ts';
import type { Run } from './visit-transaction.ts';

/** Who reports, and when. */
export interface VisitSource {
  source: 'api' | 'sep' | 'file';
  /** The only facility the sender may speak for; null: any. */
  facility: string | null;
  today: string;
}

/** Judges what was staged, into the table visit_judged. Deliveries about one facility come one by one. */
export async function judgeVisits(
  run: Run,
  rows: number,
  from: VisitSource,
  place?: 'temporary' | 'unlogged',
): Promise<void> {
  if (rows < manyRows) {
    await run('SELECT pg_advisory_xact_lock_shared(7041, 0)');
    await run(
      `SELECT pg_advisory_xact_lock(7042, hashtext(facility)) FROM (SELECT DISTINCT facility FROM visit_stage WHERE facility IS NOT NULL ORDER BY 1) f`,
    );
  } else await run('SELECT pg_advisory_xact_lock(7041, 0)');
  for (const step of judgeSteps(rows, place)) await runStep(run, step, from);
}

/** Enters what was judged, but for first messages of these days: those are entered in another way. */
export async function enterVisits(
  run: Run,
  from: VisitSource,
  elsewhere: readonly SpanOfDays[] = [],
): Promise<void> {
  await runStep(run, enterStep(elsewhere), from);
}

const types = { own: 'text', today: 'date', source: 'text' };

/** Runs a statement with `:own`, `:today` and `:source` in it. */
export async function runStep(
  run: Run,
  step: string,
  { source, facility, today }: VisitSource,
): Promise<void> {
  const values = { own: facility, today, source };
  const used: (keyof typeof values)[] = [];
  const text = step.replace(/(?<!:):(own|today|source)\b/g, (_, name: keyof typeof values) => {
    if (!used.includes(name)) used.push(name);
    return `$${used.indexOf(name) + 1}::${types[name]}`;
  });
  await run(
    text,
    used.map((name) => values[name]),
  );
}
