import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { type CaseRow, caseColumns, factColumns, type KeptFact, keptFacts } from './case-row.ts';

/** A resident as a device knows them: no number, only what a number typed at the door can be compared with. */
export interface PackResident {
  residentNo: string;
  householdKey: string | null;
  name: string;
  sex: 'L' | 'P' | null;
  birthDate: string | null;
  address: string | null;
  banjar: string | null;
  relation: string | null;
  nikMasked: string | null;
  /** First 24 hexadecimal digits of SHA-256 of `salt:NIK`. */
  nikHash: string | null;
  /** What the register of members says: segment and state of the linked card. */
  segment: string | null;
  status: 'active' | 'arrears' | 'lapsed' | 'none';
  pUncovered: number;
}

/** Everything a device needs of one banjar. */
export interface AgentPack {
  area: string;
  banjar: string | null;
  /** Number of the mapping the residents come from; null before any. */
  run: number | null;
  salt: string;
  residents: PackResident[];
  cases: CaseRow[];
  facts: KeptFact[];
  points: { householdKey: string; lat: number; lon: number; accuracy: number }[];
  /** Facts up to here are in it; ask for what comes after. */
  cursor: number;
}

/**
 * What a device needs to work in one banjar of a village (all of the village without one), as far as the session
 * reaches; undefined out of reach. No numbers of people are in it.
 */
export async function agentPack(db: Db, area: string, banjar: string | null): Promise<AgentPack | undefined> {
  const { rows: salts } = await sql<{ salt: string | null }>`SELECT salt_of_village(${area}) AS salt`.execute(
    db,
  );
  const salt = salts[0]?.salt;
  if (!salt) return undefined;
  // Before the rest: what is appended meanwhile comes after it.
  const { rows: seen } = await sql<{ cursor: number }>`
    SELECT coalesce(max(seq), 0)::float8 AS cursor FROM case_fact WHERE area_code = ${area}`.execute(db);
  const { rows: runs } = await sql<{ number: number }>`
    SELECT number FROM run WHERE state = 'done' AND (village IS NULL OR village = ${area}) ORDER BY number DESC LIMIT 1`.execute(
    db,
  );
  const run = runs[0]?.number ?? null;
  const here = (alias: string) =>
    sql`${sql.ref(`${alias}.area_code`)} = ${area} AND ${banjar === null ? sql`true` : sql`${sql.ref(`${alias}.banjar`)} = ${banjar}`}`;
  const hashed = (number: string) =>
    sql`CASE WHEN ${sql.ref(number)} IS NOT NULL THEN left(encode(sha256(convert_to(${salt}::text || ':' || lpad(${sql.ref(number)}::text, 16, '0'), 'UTF8')), 'hex'), 24) END`;
  const residents = await sql<PackResident>`
    SELECT r.no_penduduk AS "residentNo", ${hashed('r.kk')} AS "householdKey", r.name, r.sex, r.born AS "birthDate", r.address,
      r.banjar, r.relation,
      CASE WHEN r.nik IS NOT NULL THEN left(lpad(r.nik::text, 16, '0'), 6) || '********' || right(r.nik::text, 2) END AS "nikMasked",
      ${hashed('r.nik')} AS "nikHash", r.segment,
      CASE WHEN r.member_key IS NULL THEN 'none' WHEN r.inactive_kind IS NULL THEN 'active'
        WHEN r.inactive_kind = 'arrears' THEN 'arrears' ELSE 'lapsed' END AS status,
      r.p_uncovered AS "pUncovered"
    FROM resident_result r WHERE r.run_number = ${run} AND ${here('r')}
      AND NOT EXISTS (SELECT FROM restricted_person x WHERE x.no_penduduk = r.no_penduduk)
    ORDER BY r.banjar, r.kk, r.name, r.resident_key`.execute(db);
  const cases = await sql<CaseRow>`
    SELECT ${caseColumns} FROM pesiar_case c WHERE ${here('c')}
    ORDER BY c.banjar, c.household_key, c.name, c.case_id`.execute(db);
  const facts = await sql`
    SELECT ${factColumns} FROM case_fact f WHERE ${here('f')} AND f.seq <= ${seen[0]?.cursor ?? 0} ORDER BY f.seq`.execute(
    db,
  );
  const points = await sql<AgentPack['points'][number]>`
    SELECT household_key AS "householdKey", lat, lon, accuracy FROM household_point
    WHERE area_code = ${area} ORDER BY household_key`.execute(db);
  return {
    area,
    banjar,
    run,
    salt,
    residents: residents.rows,
    cases: cases.rows,
    facts: keptFacts(facts.rows),
    points: points.rows,
    cursor: seen[0]?.cursor ?? 0,
  };
}
