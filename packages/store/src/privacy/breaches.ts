import type { BreachFact } from '@jangkau/privacy';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { instant, isUuid } from './subject-requests.ts';

/** A breach as it was first recorded. */
export interface BreachRecord {
  id: string;
  number: number;
  recordedBy: string;
  title: string;
  whatHappened: string;
  happenedAt: string | null;
  knownAt: string;
  howKnown: string;
  dueAt: string;
  clockHours: number;
  legalBasis: string;
}

const columns = sql`
  id, number, recorded_by AS "recordedBy", title, what_happened AS "whatHappened",
  ${instant('happened_at')} AS "happenedAt", ${instant('known_at')} AS "knownAt", how_known AS "howKnown",
  ${instant('due_at')} AS "dueAt", clock_hours AS "clockHours", legal_basis AS "legalBasis"`;

/** The register of breaches. */
export const Breaches = {
  async add(db: Db, breach: Omit<BreachRecord, 'number'>): Promise<void> {
    await sql`
      INSERT INTO breach (id, recorded_by, title, what_happened, happened_at, known_at, how_known, due_at,
        clock_hours, legal_basis)
      VALUES (${breach.id}, ${breach.recordedBy}, ${breach.title}, ${breach.whatHappened}, ${breach.happenedAt},
        ${breach.knownAt}, ${breach.howKnown}, ${breach.dueAt}, ${breach.clockHours}, ${breach.legalBasis})`.execute(
      db,
    );
  },

  async find(db: Db, id: string): Promise<BreachRecord | undefined> {
    if (!isUuid(id)) return undefined;
    const { rows } = await sql<BreachRecord>`SELECT ${columns} FROM breach WHERE id = ${id}`.execute(db);
    return rows[0];
  },

  /** Newest first; `before` is the number of the last row. */
  async page(db: Db, before: number | undefined, limit: number): Promise<BreachRecord[]> {
    const { rows } = await sql<BreachRecord>`
      SELECT ${columns} FROM breach WHERE ${before === undefined ? sql`true` : sql`number < ${before}`}
      ORDER BY number DESC LIMIT ${limit}`.execute(db);
    return rows;
  },

  /** What became known and was done about these breaches, in order. */
  async facts(db: Db, ids: readonly string[]): Promise<Map<string, BreachFact[]>> {
    const { rows } = await sql<{ breachId: string; at: string; by: string; type: string; payload: object }>`
      SELECT breach_id AS "breachId", ${instant('at')} AS at, username AS by, type, payload
      FROM breach_fact WHERE breach_id = ANY (${[...ids]}::uuid[]) ORDER BY id`.execute(db);
    const byBreach = new Map<string, BreachFact[]>(ids.map((id) => [id, []]));
    for (const { breachId, at, by, type, payload } of rows)
      byBreach.get(breachId)?.push({ ...payload, type, at, by } as BreachFact);
    return byBreach;
  },

  async addFact(
    db: Db,
    id: string,
    username: string,
    type: BreachFact['type'],
    payload: object,
  ): Promise<void> {
    await sql`
      INSERT INTO breach_fact (breach_id, username, type, payload)
      VALUES (${id}, ${username}, ${type}, ${JSON.stringify(payload)})`.execute(db);
  },

  /** Holds the breach until the transaction ends, so that steps follow one another. */
  async lock(db: Db, id: string): Promise<void> {
    await sql`SELECT pg_advisory_xact_lock(hashtext('breach'), hashtext(${id}))`.execute(db);
  },
};
