import pg from 'pg';
import { readMigrationNames } from '../backup/backup-catalogue.ts';
import { restoreSchema } from '../backup/unfinished-restore.ts';
import type { ConnectionSettings } from '../database/connect.ts';
import { logins } from '../database/logins.ts';
import { knownMigrations, todaysName } from '../database/migrate.ts';

/** What a database says of itself: counts, ages and names, nothing of anybody. */
export interface DatabaseReport {
  /** 180004 for PostgreSQL 18.4. */
  version: number;
  restoreUnfinished: boolean;
  /** Migrations this version knows that are not applied, and applied ones it does not know. */
  migrations: { pending: string[]; unknown: string[] };
  /** Logins that are missing, may not log in, or can do more than they should. */
  logins: { missing: string[]; closed: string[]; tooStrong: string[] };
  /** Moment at the database. */
  now: Date;
  /** Latest moment anything was recorded at. */
  latest: Date | null;
  /** Numbers of runs that are marked as running, and of those that wait for somebody to resume them. */
  runs: { running: number[]; interrupted: number[] };
  lastBackup: Date | null;
  /** Seconds the oldest unsealed entry of the audit has waited. */
  sealLagSeconds: number;
  bytes: number;
  /** Names of the secret keys that open photographs, signatures and documents of chats. */
  sealedWith: string[];
}

/**
 * Looks at a database without changing anything. What an older database does not have yet is left empty.
 * @throws the connection's error when it cannot be reached
 */
export async function databaseReport(connection: ConnectionSettings): Promise<DatabaseReport> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000, statement_timeout: 20_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const one = async <Row>(text: string, values: unknown[] = []) =>
      (await client.query(text, values)).rows[0] as Row;
    const has = async (table: string) =>
      (await one<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table])).there;
    const known = await knownMigrations();
    const applied = (await readMigrationNames(client)).map((name) => todaysName(name, known));
    const base = await one<{ version: number; now: Date; bytes: number; restoring: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, clock_timestamp() AS now,
         pg_database_size(current_database())::float8 AS bytes, to_regnamespace($1) IS NOT NULL AS restoring`,
      [restoreSchema],
    );
    const runs = (await has('run'))
      ? await client.query<{ number: number; state: string }>(
          `SELECT number, state FROM run WHERE state IN ('running', 'interrupted') ORDER BY number`,
        )
      : { rows: [] };
    const of = (state: string) => runs.rows.filter((row) => row.state === state).map(({ number }) => number);
    const audit = (await has('audit_link'))
      ? await one<{ latest: Date | null; lag: number }>(
          `SELECT (SELECT max(at) FROM audit_entry) AS latest,
             coalesce((SELECT extract(epoch FROM clock_timestamp() - min(at)) FROM audit_entry
               WHERE id > coalesce((SELECT max(entry_id) FROM audit_link), 0)), 0)::float8 AS lag`,
        )
      : { latest: null, lag: 0 };
    const backup = (await has('backup_log'))
      ? await one<{ at: Date | null }>(`SELECT max(as_of) AS at FROM backup_log WHERE outcome = 'done'`)
      : { at: null };
    return {
      version: base.version,
      restoreUnfinished: base.restoring,
      migrations: {
        pending: known.filter((name) => !applied.includes(name)),
        unknown: applied.filter((name) => !known.includes(name)),
      },
      logins: await loginFaults(client),
      now: base.now,
      latest: audit.latest,
      runs: { running: of('running'), interrupted: of('interrupted') },
      lastBackup: backup.at,
      sealLagSeconds: audit.lag,
      bytes: base.bytes,
      sealedWith: await sealedWith(client, await Promise.all([has('attachment'), has('chat_file')])),
    };
  } finally {
    await client.end();
  }
}

/** Encrypted files begin with `v1.` and the eight digits that name their key. */
async function sealedWith(client: pg.Client, [attachments, chatFiles]: boolean[]): Promise<string[]> {
  const keyOf = `convert_from(substring(bytes FROM 4 FOR 8), 'SQL_ASCII')`;
  const parts = [
    attachments ? `SELECT ${keyOf} AS key FROM attachment WHERE sealed` : [],
    chatFiles ? `SELECT ${keyOf} AS key FROM chat_file` : [],
  ].flat();
  if (parts.length === 0) return [];
  const { rows } = await client.query<{ key: string }>(
    `SELECT DISTINCT key FROM (${parts.join(' UNION ALL ')}) k ORDER BY key`,
  );
  return rows.map(({ key }) => key);
}

async function loginFaults(client: pg.Client): Promise<DatabaseReport['logins']> {
  const names = Object.values(logins);
  const { rows } = await client.query<{ name: string; login: boolean; strong: boolean }>(
    `SELECT rolname AS name, rolcanlogin AS login, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS strong
     FROM pg_roles WHERE rolname = ANY ($1)`,
    [names],
  );
  return {
    missing: names.filter((name) => !rows.some((row) => row.name === name)),
    closed: rows.filter(({ login }) => !login).map(({ name }) => name),
    tooStrong: rows.filter(({ strong }) => strong).map(({ name }) => name),
  };
}
