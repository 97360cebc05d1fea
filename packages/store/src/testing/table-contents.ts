import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { qualified, readSequences, readTables } from '../backup/backup-catalogue.ts';
import type { ConnectionSettings } from '../database/connect.ts';

/** SHA-256 over the rows of every table in one order, and where every sequence stands. */
export async function tableContents(connection: ConnectionSettings): Promise<Record<string, string>> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const contents: Record<string, string> = {};
    for (const table of await readTables(client)) {
      const hash = createHash('sha256');
      const columns = table.columns.map((name) => `t."${name}"`).join(', ');
      const statement = `COPY (SELECT r FROM (SELECT row(${columns})::text AS r FROM ${qualified(table)} t) x ORDER BY r COLLATE "C") TO STDOUT`;
      for await (const chunk of client.query(copyTo(statement))) hash.update(chunk);
      contents[`${table.schema}.${table.name}`] = hash.digest('hex');
    }
    for (const { schema, name, value, called } of await readSequences(client))
      contents[`sequence ${schema}.${name}`] = `${value} ${called}`;
    return contents;
  } finally {
    await client.end();
  }
}

/** Everything about the tables that is not rows: columns, constraints, indexes, owners, grants, policies. */
export async function tableStructure(connection: ConnectionSettings): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      SELECT line FROM (
        SELECT format('%s %s owner %s grants %s security %s %s bound %s comment %s', c.relkind, c.oid::regclass,
          pg_get_userbyid(c.relowner), c.relacl, c.relrowsecurity, c.relforcerowsecurity,
          pg_get_expr(c.relpartbound, c.oid), obj_description(c.oid)) AS line, c.relnamespace AS space
        FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'S', 'i', 'I')
        UNION ALL
        SELECT format('column %s.%s %s %s default %s identity %s grants %s', c.oid::regclass, a.attname,
          format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity,
          a.attacl), c.relnamespace
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
        UNION ALL
        SELECT format('constraint %s.%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid),
          convalidated), connamespace FROM pg_constraint k WHERE conrelid <> 0
        UNION ALL
        SELECT format('index %s', pg_get_indexdef(indexrelid)), c.relnamespace
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid
        UNION ALL
        SELECT format('policy %s.%s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check),
          schemaname::regnamespace FROM pg_policies
        UNION ALL
        SELECT format('trigger %s %s', pg_get_triggerdef(t.oid), tgenabled), c.relnamespace
        FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal
        UNION ALL
        SELECT format('function %s owner %s grants %s %s', p.oid::regprocedure, pg_get_userbyid(proowner), proacl,
          md5(pg_get_functiondef(p.oid))), pronamespace
        FROM pg_proc p WHERE prokind = 'f' AND pronamespace = 'public'::regnamespace
      ) lines WHERE space NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
      ORDER BY line COLLATE "C"`);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}
