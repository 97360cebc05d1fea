import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { restrictedKeys } from '../privacy/restricted-keys.ts';
import type { Scope } from '../scope.ts';
import { type DecisionView, decisionColumns } from './decision-repository.ts';
import { masked, memberRecord, type PersonRecord, placeOf, residentRecord } from './person-columns.ts';

export interface Evidence {
  field: string;
  weight: number;
  [detail: string]: unknown;
}

export interface Candidate {
  memberKey: number;
  record: PersonRecord;
  probability: number;
  weight: number;
  evidence: Evidence[];
  takenBy: number | null;
  verdict: 'same' | 'different' | 'unsure' | null;
}

export interface HouseholdPerson {
  residentKey: number;
  name: string;
  relation: string | null;
  sex: 'L' | 'P' | null;
  born: string | null;
  state: 'linked' | 'uncovered';
  pUncovered: number | null;
  segment: string | null;
  status: string | null;
  inactiveKind: PersonRecord['inactiveKind'];
}

export interface PersonDetail {
  residentKey: number;
  state: 'linked' | 'uncovered';
  pUncovered: number | null;
  reason: string | null;
  tier: string | null;
  probability: number | null;
  resident: PersonRecord;
  member: PersonRecord | null;
  memberIsLinked: boolean;
  candidates: Candidate[];
  household: HouseholdPerson[];
  decisions: DecisionView[];
  /** Processing was stopped at the person's wish. */
  restricted: boolean;
}

export interface MemberDetail {
  memberKey: number;
  bucket: 'linked' | 'duplicate' | 'unmatched';
  member: PersonRecord;
  resident: PersonRecord | null;
  otherCards: PersonRecord[];
  claims: { residentKey: number; name: string; probability: number; weight: number }[];
}

export interface PersonNumbers {
  id: string;
  nik: string | null;
  kk: string | null;
  phone: string | null;
}

interface ResidentFound extends PersonRecord {
  memberKey: number | null;
  bestMemberKey: number | null;
  pUncovered: number;
  reason: string | null;
  tier: string | null;
  probability: number | null;
  fullKk: string | null;
}

/** Single people of a run. Whoever is outside the scope does not exist. */
export class PersonRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Everything about one resident. */
  async findResident(scope: Scope, run: number, residentKey: number): Promise<PersonDetail | undefined> {
    const found = await this.#resident(scope, run, residentKey);
    if (!found) return undefined;
    const { memberKey, bestMemberKey, pUncovered, reason, tier, probability, fullKk, ...record } = found;
    const shown = memberKey ?? bestMemberKey;
    const [member, candidates, household, decisions] = await Promise.all([
      shown === null ? [] : this.#cards(run, residentKey, [shown]),
      this.#candidates(run, residentKey, record.id),
      fullKk === null ? [] : this.#household(scope, run, fullKk),
      this.#decisions(scope, record.id),
    ]);
    const { residents } = await restrictedKeys(this.#db, run);
    return {
      residentKey,
      restricted: residents.has(residentKey),
      state: memberKey === null ? 'uncovered' : 'linked',
      pUncovered,
      reason,
      tier,
      probability,
      resident: masked(record, 'resident'),
      member: member[0] ? masked(member[0], 'member') : null,
      memberIsLinked: memberKey !== null,
      candidates,
      household,
      decisions,
    };
  }

  /** One card with its resident, the resident's other cards, and the residents it was compared with. */
  async findMember(scope: Scope, run: number, memberKey: number): Promise<MemberDetail | undefined> {
    const { rows } = await sql<PersonRecord & { bucket: MemberDetail['bucket']; residentKey: number | null }>`
      SELECT ${memberRecord}, m.bucket, m.resident_key AS "residentKey"
      FROM member_result m ${placeOf(sql.ref('m.area_code'))}
      WHERE m.run_number = ${run} AND m.member_key = ${memberKey} AND ${scope.within(sql.ref('m.area_code'))}`.execute(
      this.#db,
    );
    const found = rows[0];
    if (!found) return undefined;
    const { bucket, residentKey, ...record } = found;
    const [resident, others, claims] = await Promise.all([
      residentKey === null ? undefined : this.#resident(scope, run, residentKey),
      residentKey === null ? [] : this.#otherCards(run, residentKey, memberKey),
      this.#claims(scope, run, memberKey),
    ]);
    return {
      memberKey,
      bucket,
      member: masked(record, 'member'),
      resident: resident ? masked(recordOf(resident), 'resident') : null,
      otherCards: others.map((card) => masked(card, 'member')),
      claims,
    };
  }

  /** Full numbers of a resident and of a card; the caller has recorded why. */
  async numbers(
    scope: Scope,
    run: number,
    residentKey: number,
    memberKey: number | undefined,
  ): Promise<{ resident: PersonNumbers; member: PersonNumbers | null } | undefined> {
    const found = await this.#resident(scope, run, residentKey);
    if (!found) return undefined;
    const card = memberKey ?? found.memberKey ?? found.bestMemberKey;
    // Only cards that the person's own screen shows.
    const allowed =
      card !== null &&
      (card === found.memberKey ||
        card === found.bestMemberKey ||
        (await this.#candidates(run, residentKey, found.id)).some((c) => c.memberKey === card));
    const member = allowed ? (await this.#cards(run, residentKey, [card]))[0] : undefined;
    return { resident: numbersOf(found), member: member ? numbersOf(member) : null };
  }

  /** Numbers and names a decision on a pair is kept by; undefined when there is no such pair to see. */
  async pair(scope: Scope, run: number, residentKey: number, memberKey: number) {
    const { rows } = await sql<{
      noPenduduk: string;
      noKartu: string;
      residentName: string;
      memberName: string;
      areaCode: string | null;
    }>`
      SELECT r.no_penduduk AS "noPenduduk", m.no_kartu AS "noKartu", r.name AS "residentName",
        m.name AS "memberName", nullif(r.area_code, '') AS "areaCode"
      FROM resident_result r
      JOIN cards_of_residents(${run}, ARRAY[${residentKey}::int]) m ON m.member_key = ${memberKey}
      WHERE r.run_number = ${run} AND r.resident_key = ${residentKey}
        AND ${scope.within(sql.ref('r.area_code'), sql.ref('r.banjar'))}`.execute(this.#db);
    return rows[0];
  }

  async #resident(scope: Scope, run: number, residentKey: number): Promise<ResidentFound | undefined> {
    const { rows } = await sql<ResidentFound>`
      SELECT ${residentRecord}, r.member_key AS "memberKey", r.best_member_key AS "bestMemberKey",
        r.p_uncovered AS "pUncovered", r.reason, r.tier, r.probability, r.kk::text AS "fullKk"
      FROM resident_result r ${placeOf(sql.ref('r.area_code'))}
      WHERE r.run_number = ${run} AND r.resident_key = ${residentKey}
        AND ${scope.within(sql.ref('r.area_code'), sql.ref('r.banjar'))}`.execute(this.#db);
    return rows[0];
  }

  // Cards of a resident that may be seen, also when the card says that the person lives elsewhere.
  async #cards(run: number, residentKey: number, keys: readonly number[]): Promise<PersonRecord[]> {
    const { rows } = await sql<PersonRecord>`
      SELECT ${memberRecord} FROM cards_of_residents(${run}, ARRAY[${residentKey}::int]) m
      ${placeOf(sql.ref('m.area_code'))}
      WHERE m.member_key = ANY (${[...keys]}::int[])`.execute(this.#db);
    return rows;
  }

  async #otherCards(run: number, residentKey: number, memberKey: number): Promise<PersonRecord[]> {
    const { rows } = await sql<PersonRecord>`
      SELECT ${memberRecord} FROM cards_of_residents(${run}, ARRAY[${residentKey}::int]) m
      ${placeOf(sql.ref('m.area_code'))}
      WHERE m.resident_key = ${residentKey} AND m.member_key <> ${memberKey}
      ORDER BY m.member_key LIMIT 20`.execute(this.#db);
    return rows;
  }

  async #candidates(run: number, residentKey: number, noPenduduk: string): Promise<Candidate[]> {
    type Found = PersonRecord & Omit<Candidate, 'record' | 'memberKey'>;
    const { rows } = await sql<Found>`
      SELECT ${memberRecord}, c.probability, c.weight, c.evidence,
        CASE WHEN m.bucket = 'linked' AND m.resident_key <> ${residentKey} THEN m.resident_key END AS "takenBy",
        nullif(d.verdict, 'withdrawn') AS verdict
      FROM candidate_result c
      JOIN cards_of_residents(${run}, ARRAY[${residentKey}::int]) m ON m.member_key = c.member_key
      LEFT JOIN standing_decision d ON d.no_penduduk = ${noPenduduk} AND d.no_kartu = m.no_kartu
      ${placeOf(sql.ref('m.area_code'))}
      WHERE c.run_number = ${run} AND c.resident_key = ${residentKey}
      ORDER BY c.probability DESC, c.weight DESC, c.member_key`.execute(this.#db);
    return rows.map(({ probability, weight, evidence, takenBy, verdict, ...record }) => ({
      memberKey: record.key,
      record: masked(record, 'member'),
      probability,
      weight,
      evidence,
      takenBy,
      verdict,
    }));
  }

  async #claims(scope: Scope, run: number, memberKey: number): Promise<MemberDetail['claims']> {
    const { rows } = await sql<MemberDetail['claims'][number]>`
      SELECT r.resident_key AS "residentKey", r.name, c.probability, c.weight
      FROM candidate_result c JOIN resident_result r ON r.run_number = ${run} AND r.resident_key = c.resident_key
      WHERE c.run_number = ${run} AND c.member_key = ${memberKey} AND ${scope.within(sql.ref('r.area_code'), sql.ref('r.banjar'))}
      ORDER BY c.probability DESC, r.resident_key LIMIT 20`.execute(this.#db);
    return rows;
  }

  async #household(scope: Scope, run: number, kk: string): Promise<HouseholdPerson[]> {
    const { rows } = await sql<HouseholdPerson>`
      SELECT r.resident_key AS "residentKey", r.name, r.relation, r.sex, r.born,
        CASE WHEN r.member_key IS NULL THEN 'uncovered' ELSE 'linked' END AS state,
        r.p_uncovered AS "pUncovered", r.segment, r.status, r.inactive_kind AS "inactiveKind"
      FROM resident_result r
      WHERE r.run_number = ${run} AND r.kk = ${kk}::bigint AND ${scope.within(sql.ref('r.area_code'), sql.ref('r.banjar'))}
      ORDER BY r.born, r.resident_key LIMIT 40`.execute(this.#db);
    return rows;
  }

  async #decisions(scope: Scope, noPenduduk: string): Promise<DecisionView[]> {
    const { rows } = await sql<DecisionView>`
      SELECT ${decisionColumns} FROM decision d
      WHERE d.no_penduduk = ${noPenduduk} AND ${scope.within(sql.ref('d.area_code'))} ORDER BY d.id DESC`.execute(
      this.#db,
    );
    return rows;
  }
}

function recordOf(found: ResidentFound): PersonRecord {
  const { memberKey: _m, bestMemberKey: _b, pUncovered: _p, reason: _r, tier: _t, ...rest } = found;
  const { probability: _q, fullKk: _k, ...record } = rest;
  return record;
}

function numbersOf(record: PersonRecord): PersonNumbers {
  return { id: record.id, nik: record.nik, kk: record.kk, phone: record.phone };
}
