import { type Engine, sqlName, sqlString } from '@jangkau/linkage';
import { foldedNameSql, oddSpacesSql } from '../sql/text-sql.ts';

/**
 * A name alone is nobody: hundreds share it. A NIK, a birth date, a family card or a phone makes it a person
 * who can still be found.
 */
const NAMES_NOBODY = 'nama IS NULL OR (nik IS NULL AND born IS NULL AND kk IS NULL AND phone IS NULL)';

/** The table an import fills, file after file. */
export class RegisterTable {
  readonly name: string;
  readonly #engine: Engine;
  #exists = false;

  constructor(engine: Engine, name: string) {
    this.#engine = engine;
    this.name = name;
  }

  /** Appends the rows of a query; returns the rowid of the first and how many there are. */
  async append(select: string): Promise<{ first: number; rows: number }> {
    const table = sqlName(this.name);
    if (this.#exists) {
      const [row] = await this.#engine.rows<{ next: number | null }>(
        `SELECT max(rowid) + 1 AS next FROM ${table}`,
      );
      // Deleting the last rows leaves their numbers unused, so the first new rowid is asked for afterwards.
      const before = row?.next ?? 0;
      await this.#engine.run(`INSERT INTO ${table} ${select}`);
      const [now] = await this.#engine.rows<{ first: number | null; rows: number }>(
        `SELECT min(rowid) AS first, count(*) AS rows FROM ${table} WHERE rowid >= ${before}`,
      );
      return { first: now?.first ?? before, rows: now?.rows ?? 0 };
    }
    await this.#engine.run(`CREATE OR REPLACE TABLE ${table} AS ${select}`);
    this.#exists = true;
    const [row] = await this.#engine.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`);
    return { first: 0, rows: row?.rows ?? 0 };
  }

  /** Folds the spaces of names from row `first` on that were taken for plain ones. */
  async foldNames(first: number): Promise<void> {
    await this.#engine.run(
      `UPDATE ${sqlName(this.name)} SET nama = ${foldedNameSql('nama')} WHERE rowid >= ${first} AND (${oddSpacesSql('nama')})`,
    );
  }

  /** Takes back the rows from `first` on. */
  async undo(first: number): Promise<void> {
    if (first === 0) {
      await this.#engine.run(`DROP TABLE ${sqlName(this.name)}`);
      this.#exists = false;
    } else await this.#engine.run(`DELETE FROM ${sqlName(this.name)} WHERE rowid >= ${first}`);
  }

  /** Row numbers, counted from `first`, of rows that name nobody. */
  async useless(first: number): Promise<number[]> {
    const columns = await this.#engine.columns(
      `SELECT rowid - ${first} AS n FROM ${sqlName(this.name)}
       WHERE rowid >= ${first} AND (${NAMES_NOBODY}) ORDER BY n`,
    );
    return (columns.n ?? []) as number[];
  }

  /** Rows from `first` on whose id begins with `prefix`: those whose id was made up. */
  async madeUpIds(first: number, prefix: string): Promise<number> {
    const [row] = await this.#engine.rows<{ n: number }>(
      `SELECT count(*) AS n FROM ${sqlName(this.name)}
       WHERE rowid >= ${first} AND starts_with(id, ${sqlString(prefix)})`,
    );
    return row?.n ?? 0;
  }

  /** Deletes the rows that `useless` finds. */
  async deleteUseless(first: number): Promise<void> {
    await this.#engine.run(`DELETE FROM ${sqlName(this.name)} WHERE rowid >= ${first} AND (${NAMES_NOBODY})`);
  }
}
