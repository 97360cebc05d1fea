import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { saveAccessRules } from './access-rules.ts';
import type { Db } from './connect.ts';

const folder = new URL('../../migrations/', import.meta.url);

/**
 * Brings the database up to the newest numbered .sql file, each in its own transaction, forward only;
 * several processes may call it at once. The access matrix goes along. Returns the names of those applied now.
 * @throws the database's error, with the migration's name, when one fails
 */
export async function migrate(owner: Db): Promise<string[]> {
  await renumber(owner);
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: readMigrations },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    // Numbers are given to parts before they are finished; a lower one may come later.
    allowUnorderedMigrations: true,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) {
    const failed = results.find((result) => result.status === 'Error')?.migrationName ?? 'unknown';
    throw new Error(`migration ${failed} failed: ${(error as Error).message}`, { cause: error });
  }
  await saveAccessRules(owner);
  return results.map((result) => result.migrationName);
}

/**
 * Brings an empty database to the tables an older version had: up to and with this migration. For
 * restoring a backup of that version, and for testing the migrations after it.
 */
export async function migrateTo(owner: Db, name: string): Promise<void> {
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: readMigrations },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  });
  const { error } = await migrator.migrateTo(name);
  if (error) throw new Error(`migrating to ${name} failed: ${(error as Error).message}`, { cause: error });
}

/**
 * A migration is known by its words; its number only says when its turn is, and was another in some earlier versions.
 * Today's name of one that a database or a backup names; the same name when this version does not know it.
 */
export function todaysName(name: string, known: readonly string[]): string {
  return known.find((today) => wordsOf(today) === wordsOf(name)) ?? name;
}

function wordsOf(name: string): string {
  return name.replace(/^\d{4}-/, '');
}

/** What was applied under another number is not applied again. */
async function renumber(owner: Db): Promise<void> {
  const { rows } = await sql<{
    there: boolean;
  }>`SELECT to_regclass('schema_migration') IS NOT NULL AS there`.execute(owner);
  if (!rows[0]?.there) return;
  await sql`UPDATE schema_migration m SET name = today.name FROM unnest(${await knownMigrations()}::text[]) AS today (name)
    WHERE substr(m.name, 6) = substr(today.name, 6) AND m.name <> today.name`.execute(owner);
}

/** Names of all migrations this version knows, in order. */
export async function knownMigrations(): Promise<string[]> {
  return Object.keys(await readMigrations());
}

/** Names of the migrations that exist but are not yet applied. */
export async function pendingMigrations(owner: Db): Promise<string[]> {
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: readMigrations },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    allowUnorderedMigrations: true,
  });
  return (await migrator.getMigrations()).filter((m) => m.executedAt === undefined).map((m) => m.name);
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file)).sort();
  const migrations: Record<string, Migration> = {};
  for (const file of files) {
    const text = await readFile(new URL(file, folder), 'utf8');
    migrations[file.replace(/\.sql$/, '')] = { up: async (db) => void (await sql.raw(text).execute(db)) };
  }
  return migrations;
}
