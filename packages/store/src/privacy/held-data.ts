import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { findPerson } from './find-person.ts';
import type { HeldTable } from './held/held-table.ts';
import { heldTables } from './held/held-tables.ts';
import type { PersonKeys } from './person-keys.ts';

/** One kind of data held on a person: its name for people, and its rows with readable column names. */
export interface HeldData {
  section: string;
  rows: Record<string, string | number | null>[];
}

/**
 * Everything held on one person, numbers in full: it is theirs. Data of others (relatives, reviewers) stay out.
 * Read as the system, because a person may have lived in areas the officer does not see.
 */
export async function heldDataOf(system: Db, keys: PersonKeys): Promise<HeldData[]> {
  const person = await findPerson(system, keys);
  const held: HeldData[] = [];
  for (const table of heldTables) {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT ${shownColumns(table)} FROM ${sql.table(table.table)} t
      WHERE ${table.isTheirs(person)} ORDER BY ${table.orderBy}`.execute(system);
    held.push({ section: table.section, rows: rows.map(readable) });
  }
  return held;
}

function shownColumns({ shown }: HeldTable) {
  return sql.join(
    Object.entries(shown).map(([column, label]) => sql`t.${sql.ref(column)} AS ${sql.ref(label)}`),
  );
}

/** A row as people and spreadsheets read it. */
function readable(row: Record<string, unknown>): Record<string, string | number | null> {
  return Object.fromEntries(Object.entries(row).map(([label, value]) => [label, readableValue(value)]));
}

function readableValue(value: unknown): string | number | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toFixed(4));
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value);
}
