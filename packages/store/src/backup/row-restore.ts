import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { qualified, quoted } from './backup-catalogue.ts';
import type { BackupTable } from './backup-format.ts';

/** Fills tables from parts that come mixed: parts of one table in order, of several tables at once. */
export class RowRestore {
  readonly #pool: pg.Pool;
  readonly #tables: Map<string, BackupTable>;
  readonly #rows = new Map<string, number>();
  /** The last part of each table that is on its way. */
  readonly #last = new Map<string, Promise<void>>();
  readonly #atWork = new Set<Promise<void>>();
  readonly #most: number;
  #failure: { error: unknown } | undefined;

  constructor(pool: pg.Pool, tables: BackupTable[], atOnce: number) {
    this.#pool = pool;
    this.#tables = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
    this.#most = atOnce;
  }

  /** Takes a part over; resolves when there is room for the next one. */
  async add(part: string, raw: Buffer): Promise<void> {
    const name = part.split('/')[1] ?? '';
    const table = this.#tables.get(name);
    if (!table) throw new Error(`the backup holds rows of ${name}, which it does not know`);
    while (this.#atWork.size >= this.#most) await Promise.race(this.#atWork);
    if (this.#failure) throw this.#failure.error;
    const work = (this.#last.get(name) ?? Promise.resolve())
      .then(() => this.#copy(table, raw))
      .catch((error) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#atWork.delete(work));
    this.#last.set(name, work);
    this.#atWork.add(work);
  }

  /** Waits for all parts; rows by qualified name. */
  async end(): Promise<Map<string, number>> {
    await Promise.all(this.#atWork);
    if (this.#failure) throw this.#failure.error;
    return this.#rows;
  }

  async #copy(table: BackupTable, raw: Buffer): Promise<void> {
    const client = await this.#pool.connect();
    let broken = true;
    try {
      const columns = table.columns.map(quoted).join(', ');
      const sink = client.query(copyFrom(`COPY ${qualified(table)} (${columns}) FROM STDIN`));
      sink.end(raw);
      await finished(sink);
      const name = qualified(table);
      this.#rows.set(name, (this.#rows.get(name) ?? 0) + sink.rowCount);
      broken = false;
    } finally {
      client.release(broken);
    }
  }
}
