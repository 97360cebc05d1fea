import type pg from 'pg';
import { type FoundTable, qualified, quoted } from './backup-catalogue.ts';

/** Tables with more rows than this are filled without their indexes, which are built afterwards. */
const manyRows = 20_000;

/**
 * Empties tables that migrations have just made and takes off what slows filling them down or forbids it:
 * foreign keys, triggers, row security and the indexes of large ones. Returns the statements that put all
 * of it back as it was, to be run in this order.
 */
export async function bareTables(
  client: pg.ClientBase,
  tables: FoundTable[],
  rowsOf: (table: FoundTable) => number,
): Promise<string[]> {
  const back: string[] = [];
  const turn = async (off: string, on: string) => {
    await client.query(off);
    back.push(on);
  };
  const large = tables.filter((table) => rowsOf(table) > manyRows).map(qualified);
  const keys = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 ORDER BY 1, 2`);
  const guarded = await client.query<{ table: string; forced: boolean }>(`
    SELECT oid::regclass::text AS table, relforcerowsecurity AS forced
    FROM pg_class WHERE relrowsecurity AND relkind IN ('r', 'p') ORDER BY 1`);
  const triggers = await client.query<{ table: string; name: string; state: string }>(`
    SELECT tgrelid::regclass::text AS table, tgname AS name, tgenabled AS state
    FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' ORDER BY 1, 2`);
  const indexes = await client.query<{ name: string; definition: string }>(
    `SELECT i.oid::regclass::text AS name, pg_get_indexdef(i.oid) AS definition
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
     WHERE x.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid)
       AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = i.oid) ORDER BY 1`,
    [large],
  );
  for (const { name, definition } of indexes.rows) await turn(`DROP INDEX ${name}`, definition);
  for (const { table, name, definition } of keys.rows)
    await turn(
      `ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`,
      `ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`,
    );
  for (const { table, name, state } of triggers.rows) {
    const how = state === 'A' ? 'ENABLE ALWAYS' : state === 'R' ? 'ENABLE REPLICA' : 'ENABLE';
    await turn(
      `ALTER TABLE ${table} DISABLE TRIGGER ${quoted(name)}`,
      `ALTER TABLE ${table} ${how} TRIGGER ${quoted(name)}`,
    );
  }
  for (const { table } of guarded.rows)
    await turn(
      `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    );
  // Rows that migrations put in come again with the backup, as they were there.
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(qualified).join(', ')}`);
  return back;
}
