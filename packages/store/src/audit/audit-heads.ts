import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The last link of a day, as it is remembered outside the database. */
export interface DayHead {
  day: string;
  seq: number;
  /** Hexadecimal. */
  hash: string;
}

/**
 * Remembers how far the chain went, a small file a day beside the database: whoever cuts off the end of the
 * chain in the database does not cut it here.
 */
export class AuditHeads {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Notes the last link of its day, unless a later one is noted already. */
  async save(head: DayHead): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    const file = path.join(this.#directory, `${head.day}.json`);
    const known = await readFile(file, 'utf8').catch(() => undefined);
    if (known !== undefined && (JSON.parse(known) as DayHead).seq > head.seq) return;
    // The server and a command may seal at the same time.
    const fresh = `${file}.${process.pid}.new`;
    await writeFile(fresh, `${JSON.stringify(head)}\n`, { mode: 0o600 });
    await rename(fresh, file);
  }

  /** The last links of all days known, oldest first. */
  async list(): Promise<DayHead[]> {
    const names = await readdir(this.#directory).catch(() => [] as string[]);
    const days = names.filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).sort();
    return Promise.all(
      days.map(async (name) => JSON.parse(await readFile(path.join(this.#directory, name), 'utf8'))),
    );
  }
}
