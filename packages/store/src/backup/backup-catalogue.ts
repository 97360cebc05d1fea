import type pg from 'pg';
import type { BackupPartition, BackupTable } from './backup-format.ts';

/** Schemas that hold something of ours. */
const ours = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

/** A table as it lies in the database, with what a backup wants to know of its size. */
export interface FoundTable extends BackupTable {
  /** Bytes on disk and rows as PostgreSQL estimates them: for progress only. */
  bytes: number;
  rows: number;
}

/** Schema-qualified name, quoted. */
export function qualified(table: { schema: string; name: string }): string {
  return `${quoted(table.schema)}.${quoted(table.name)}`;
}

/** An identifier between quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Every table that holds rows itself, in order of name; partitioned ones hold none. */
export async function readTables(client: pg.ClientBase): Promise<FoundTable[]> {
  const { rows } = await client.query<FoundTable & { oid: number; parent: string | null; bound: string }>(`
    SELECT c.oid::int, n.nspname AS schema, c.relname AS name,
      pg_table_size(c.oid)::float8 AS bytes, greatest(c.reltuples, 0)::float8 AS rows,
      i.inhparent::regclass::text AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_inherits i ON i.inhrelid = c.oid AND c.relispartition
    WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND ${ours} ORDER BY 2, 3`);
  const tables: FoundTable[] = [];
  for (const { oid, parent, bound, ...table } of rows)
    tables.push({
      ...table,
      partition: parent === null ? undefined : await partition(client, oid, parent, bound),
    });
  return tables;
}

async function partition(
  client: pg.ClientBase,
  oid: number,
  parent: string,
  bound: string,
): Promise<BackupPartition> {
  const defaults = await client.query<{ name: string; value: string }>(
    `SELECT a.attname AS name, pg_get_expr(d.adbin, d.adrelid) AS value
     FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
     WHERE d.adrelid = $1 AND a.attgenerated = '' AND pg_get_expr(d.adbin, d.adrelid) IS DISTINCT FROM (
       SELECT pg_get_expr(p.adbin, p.adrelid) FROM pg_attrdef p
       JOIN pg_attribute q ON q.attrelid = p.adrelid AND q.attnum = p.adnum
       WHERE p.adrelid = $2::regclass AND q.attname = a.attname)`,
    [oid, parent],
  );
  const checks = await client.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = $1 AND contype = 'c' AND conislocal AND conparentid = 0 AND coninhcount = 0 ORDER BY 1`,
    [oid],
  );
  const indexes = await client.query<BackupPartition['indexes'][number]>(
    `SELECT i.relname AS name, pg_get_indexdef(i.oid) AS definition,
       CASE k.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' END AS constraint
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
     LEFT JOIN pg_constraint k ON k.conindid = i.oid AND k.conrelid = x.indrelid AND k.contype IN ('p', 'u')
     WHERE x.indrelid = $1 ORDER BY 1`,
    [oid],
  );
  return {
    parent,
    bound,
    defaults: Object.fromEntries(defaults.rows.map(({ name, value }) => [name, value])),
    checks: checks.rows,
    indexes: indexes.rows,
  };
}

/** Where every sequence stands. Sequences know no snapshot: they may be ahead of the rows, never behind. */
export async function readSequences(client: pg.ClientBase) {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'S' AND ${ours} ORDER BY 1, 2`);
  const sequences = [];
  for (const sequence of rows) {
    const at = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${qualified(sequence)}`,
    );
    sequences.push({ ...sequence, ...(at.rows[0] as { value: string; called: boolean }) });
  }
  return sequences;
}

/** Names of applied migrations, in order; empty when there are none. */
export async function readMigrationNames(client: pg.ClientBase): Promise<string[]> {
  const there = await client.query(`SELECT to_regclass('schema_migration') IS NOT NULL AS there`);
  if (!there.rows[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY name');
  return rows.map(({ name }) => name);
}

/**
 * Tables of which this login would read only some rows, by row security. A superuser and the owner's own
 * policies see all of them; a backup must not be made of less.
 */
export async function tablesSeenInPart(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND ${ours} AND row_security_active(c.oid) AND NOT EXISTS (
      SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('*', 'r')
        AND pg_get_expr(p.polqual, p.polrelid) = 'true'
        AND (0 = ANY (p.polroles) OR EXISTS (
          SELECT FROM unnest(p.polroles) AS r WHERE r <> 0 AND pg_has_role(current_user, r, 'USAGE'))))
    ORDER BY 1`);
  return rows.map(({ name }) => name);
}
