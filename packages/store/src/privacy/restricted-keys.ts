import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Keys, within one run, of people whose data are not to be worked with, and of their cards. */
export interface RestrictedKeys {
  residents: ReadonlySet<number>;
  members: ReadonlySet<number>;
}

/**
 * Who is not to be worked with in a run (UU 27/2022 Art 41). A number of the registers and, because numbers are
 * mistyped and given again, the name or the birth date have to agree.
 */
export async function restrictedKeys(db: Db, run: number): Promise<RestrictedKeys> {
  // Mostly there is nobody, and every page asks.
  const { rows: any } = await sql`SELECT FROM restricted_person LIMIT 1`.execute(db);
  if (any.length === 0) return { residents: new Set(), members: new Set() };
  const { rows } = await sql<{ residentKey: number | null; memberKey: number | null }>`
    WITH x AS MATERIALIZED (SELECT * FROM restricted_person),
    r AS (
      SELECT r.resident_key, r.member_key FROM x JOIN resident_result r
        ON r.run_number = ${run} AND r.no_penduduk = x.no_penduduk AND (r.born = x.born OR r.name = x.name)
      UNION SELECT r.resident_key, r.member_key FROM x JOIN resident_result r
        ON r.run_number = ${run} AND r.nik = x.nik AND (r.born = x.born OR r.name = x.name)
    )
    SELECT resident_key AS "residentKey", member_key AS "memberKey" FROM r
    UNION SELECT NULL, m.member_key FROM x JOIN member_result m
      ON m.run_number = ${run} AND m.nik = x.nik AND (m.born = x.born OR m.name = x.name)`.execute(db);
  return {
    residents: new Set(rows.flatMap(({ residentKey }) => (residentKey === null ? [] : [residentKey]))),
    members: new Set(rows.flatMap(({ memberKey }) => (memberKey === null ? [] : [memberKey]))),
  };
}
