import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';

/** SQL types of a register's columns. Texts stand in for all of them on the way in. */
export type ColumnTypes = Record<string, 'VARCHAR' | 'BIGINT' | 'DATE' | 'TINYINT'>;

/** A row as text or null, whatever the column's type. */
export type RegisterRow = Record<string, string | null>;

/** Creates (or replaces) a table from rows; columns that a row lacks are null. */
export async function makeRegister(
  engine: Engine,
  table: string,
  types: ColumnTypes,
  rows: readonly RegisterRow[],
): Promise<void> {
  const names = Object.keys(types);
  await engine.load(
    `${table}_text`,
    names.map((name) => ({ name, type: 'VARCHAR', values: rows.map((row) => row[name] ?? null) })),
  );
  const columns = names.map((name) => `CAST(${sqlName(name)} AS ${types[name]}) AS ${sqlName(name)}`);
  await engine.run(`
    CREATE OR REPLACE TABLE ${sqlName(table)} AS SELECT ${columns.join(', ')} FROM ${sqlName(`${table}_text`)};
    DROP TABLE ${sqlName(`${table}_text`)}`);
}
