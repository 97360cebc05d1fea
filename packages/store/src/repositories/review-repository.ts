import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea, type Scope } from '../scope.ts';
import { masked, memberRecord, type PersonRecord, placeOf, residentRecord } from './person-columns.ts';
import type { Evidence } from './person-repository.ts';

export interface ReviewPair {
  residentKey: number;
  memberKey: number;
  probability: number;
  weight: number;
  evidence: Evidence[];
  resident: PersonRecord;
  member: PersonRecord;
  linked: boolean;
  verdict: 'same' | 'different' | 'unsure' | null;
}

export interface ReviewRequest {
  area?: string | undefined;
  decided: 'no' | 'yes' | 'all';
  after?: { residentKey: number; memberKey: number } | undefined;
  limit: number;
}

/** Doubtful pairs: those whose answer tells most, because the model is least sure. */
export class ReviewRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Nearest to even odds first; at most limit + 1 pairs, so that the caller sees whether there are more. */
  async page(scope: Scope, run: number, request: ReviewRequest): Promise<ReviewPair[]> {
    const { after } = request;
    const further = after
      ? sql`(abs(c.probability - 0.5), c.resident_key, c.member_key) > (
          ${await this.#doubt(run, after)}::float8, ${after.residentKey}::int, ${after.memberKey}::int)`
      : sql`true`;
    const decided =
      request.decided === 'all'
        ? sql`true`
        : request.decided === 'yes'
          ? sql`d.verdict IN ('same', 'different', 'unsure')`
          : sql`(d.verdict IS NULL OR d.verdict = 'withdrawn')`;
    // A pair carries the area of its resident: of a branch's candidates only the doubtful ones are read.
    const within = sql`${scope.within(sql.ref('c.area_code'), sql.ref('c.banjar'))}
      AND ${request.area ? inArea(sql.ref('c.area_code'), request.area) : sql`true`}`;
    const { rows: keys } = await sql<{
      residentKey: number;
      memberKey: number;
      verdict: ReviewPair['verdict'];
    }>`
      SELECT c.resident_key AS "residentKey", c.member_key AS "memberKey",
        nullif(d.verdict, 'withdrawn') AS verdict
      FROM candidate_result c
      JOIN resident_result r ON r.run_number = c.run_number AND r.resident_key = c.resident_key
      LEFT JOIN LATERAL (SELECT verdict FROM decision WHERE no_penduduk = r.no_penduduk AND no_kartu = c.no_kartu
        ORDER BY id DESC LIMIT 1) d ON true
      WHERE c.run_number = ${run} AND c.probability > 0.05 AND c.probability < 0.95 AND ${within}
        AND ${further} AND ${decided}
      ORDER BY abs(c.probability - 0.5), c.resident_key, c.member_key LIMIT ${request.limit + 1}`.execute(
      this.#db,
    );
    const [people, members, candidates] = await Promise.all([
      this.#residents(
        run,
        keys.map((k) => k.residentKey),
      ),
      this.#members(
        run,
        keys.map((k) => k.residentKey),
      ),
      this.#candidates(
        run,
        keys.map((k) => k.residentKey),
      ),
    ]);
    return keys.map(({ residentKey, memberKey, verdict }) => {
      const resident = people.get(residentKey) as PersonRecord & { linkedTo: number | null };
      const { linkedTo, ...record } = resident;
      const pair = candidates.get(`${residentKey}/${memberKey}`) as CandidateFound;
      return {
        residentKey,
        memberKey,
        probability: pair.probability,
        weight: pair.weight,
        evidence: pair.evidence,
        resident: masked(record, 'resident'),
        member: masked(members.get(memberKey) as PersonRecord, 'member'),
        linked: linkedTo === memberKey,
        verdict,
      };
    });
  }

  async #doubt(run: number, pair: { residentKey: number; memberKey: number }): Promise<number | null> {
    const { rows } = await sql<{ doubt: number }>`
      SELECT abs(probability - 0.5) AS doubt FROM candidate_result
      WHERE run_number = ${run} AND resident_key = ${pair.residentKey} AND member_key = ${pair.memberKey}`.execute(
      this.#db,
    );
    return rows[0]?.doubt ?? null;
  }

  async #residents(run: number, keys: number[]) {
    const { rows } = await sql<PersonRecord & { linkedTo: number | null }>`
      SELECT ${residentRecord}, r.member_key AS "linkedTo"
      FROM resident_result r ${placeOf(sql.ref('r.area_code'))}
      WHERE r.run_number = ${run} AND r.resident_key = ANY (${keys}::int[])`.execute(this.#db);
    return new Map(rows.map((row) => [row.key, row]));
  }

  // Cards of residents that may be seen, also when the card says they live elsewhere.
  async #members(run: number, residentKeys: number[]) {
    const { rows } = await sql<PersonRecord>`
      SELECT ${memberRecord} FROM cards_of_residents(${run}, ${residentKeys}::int[]) m
      ${placeOf(sql.ref('m.area_code'))}`.execute(this.#db);
    return new Map(rows.map((row) => [row.key, row]));
  }

  async #candidates(run: number, residentKeys: number[]) {
    const { rows } = await sql<CandidateFound>`
      SELECT resident_key, member_key, probability, weight, evidence FROM candidate_result
      WHERE run_number = ${run} AND resident_key = ANY (${residentKeys}::int[])`.execute(this.#db);
    return new Map(rows.map((row) => [`${row.resident_key}/${row.member_key}`, row]));
  }
}

interface CandidateFound {
  resident_key: number;
  member_key: number;
  probability: number;
  weight: number;
  evidence: Evidence[];
}
