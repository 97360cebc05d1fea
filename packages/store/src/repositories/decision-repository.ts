import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea, type Scope } from '../scope.ts';

export type Verdict = 'same' | 'different' | 'unsure' | 'withdrawn';

export interface DecisionView {
  id: number;
  at: Date;
  officer: string;
  verdict: Verdict;
  note: string | null;
  runId: string | null;
  residentKey: number;
  memberKey: number;
  residentName: string;
  memberName: string;
  areaCode: string | null;
  standing: boolean;
}

export interface NewDecision {
  runId: string;
  residentKey: number;
  memberKey: number;
  noPenduduk: string;
  noKartu: string;
  residentName: string;
  memberName: string;
  areaCode: string | null;
  verdict: Verdict;
  note: string | null;
}

/** Columns of a DecisionView from decision `d`. */
export const decisionColumns = sql`
  d.id::float8 AS id, d.at, d.officer, d.verdict, d.note, d.run_id AS "runId", d.resident_key AS "residentKey",
  d.member_key AS "memberKey", d.resident_name AS "residentName", d.member_name AS "memberName",
  d.area_code AS "areaCode", NOT EXISTS (SELECT FROM decision later WHERE later.no_penduduk = d.no_penduduk
    AND later.no_kartu = d.no_kartu AND later.id > d.id) AS standing`;

/** What reviewers decided. Rows are only ever added. */
export class DecisionRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async add(scope: Scope, decision: NewDecision): Promise<DecisionView> {
    const { rows } = await sql<{ id: number }>`
      INSERT INTO decision (officer, no_penduduk, no_kartu, verdict, note, run_id, resident_key, member_key,
        resident_name, member_name, area_code)
      VALUES (${scope.username}, ${decision.noPenduduk}, ${decision.noKartu}, ${decision.verdict}, ${decision.note},
        ${decision.runId}, ${decision.residentKey}, ${decision.memberKey}, ${decision.residentName},
        ${decision.memberName}, ${decision.areaCode})
      RETURNING id`.execute(this.#db);
    const found = await sql<DecisionView>`
      SELECT ${decisionColumns} FROM decision d WHERE d.id = ${rows[0]?.id}`.execute(this.#db);
    return found.rows[0] as DecisionView;
  }

  /** The verdict that stands on a pair; 'withdrawn' and never judged are both undefined. */
  async standing(scope: Scope, noPenduduk: string, noKartu: string): Promise<Verdict | undefined> {
    const { rows } = await sql<{ verdict: Verdict }>`
      SELECT verdict FROM standing_decision WHERE no_penduduk = ${noPenduduk} AND no_kartu = ${noKartu}
        AND verdict <> 'withdrawn' AND ${scope.within(sql.ref('area_code'))}`.execute(this.#db);
    return rows[0]?.verdict;
  }

  /** Newest first, below `beforeId`. */
  async list(
    scope: Scope,
    filter: {
      verdict?: string | undefined;
      runId?: string | undefined;
      beforeId?: number | undefined;
      limit: number;
    },
  ): Promise<DecisionView[]> {
    const { rows } = await sql<DecisionView>`
      SELECT ${decisionColumns} FROM decision d
      WHERE ${scope.within(sql.ref('d.area_code'))}
        AND ${filter.verdict ? sql`d.verdict = ${filter.verdict}` : sql`true`}
        AND ${filter.runId ? sql`d.run_id = ${filter.runId}` : sql`true`}
        AND ${filter.beforeId ? sql`d.id < ${filter.beforeId}` : sql`true`}
      ORDER BY d.id DESC LIMIT ${filter.limit}`.execute(this.#db);
    return rows;
  }

  /** Standing verdicts of the areas seen. */
  async counters(scope: Scope): Promise<{ same: number; different: number; unsure: number }> {
    const { rows } = await sql<{ same: number; different: number; unsure: number }>`
      SELECT count(*) FILTER (WHERE verdict = 'same')::int AS same,
        count(*) FILTER (WHERE verdict = 'different')::int AS different,
        count(*) FILTER (WHERE verdict = 'unsure')::int AS unsure
      FROM standing_decision WHERE ${scope.within(sql.ref('area_code'))}`.execute(this.#db);
    return rows[0] ?? { same: 0, different: 0, unsure: 0 };
  }

  /** What a mapping must obey: the standing verdicts that say same or different, by register numbers. */
  async forMapping(): Promise<{ no_penduduk: string; no_kartu: string; verdict: 'same' | 'different' }[]> {
    const { rows } = await sql<{ no_penduduk: string; no_kartu: string; verdict: 'same' | 'different' }>`
      SELECT no_penduduk, no_kartu, verdict FROM standing_decision WHERE verdict IN ('same', 'different')
      ORDER BY no_penduduk, no_kartu`.execute(this.#db);
    return rows;
  }

  /** Pairs of a run that wait for a reviewer: all doubtful ones, counted at loading, less those decided. */
  async waiting(scope: Scope, run: number, area?: string): Promise<number> {
    const within = (code: RawBuilder<unknown>) =>
      sql`${scope.within(code)} AND ${area ? inArea(code, area) : sql`true`}`;
    const { rows } = await sql<{ n: number }>`
      SELECT (
        (SELECT coalesce(sum(n), 0) FROM list_count
         WHERE run_number = ${run} AND list = 'pairs' AND ${within(sql.ref('area_code'))})
        - (SELECT count(*) FROM standing_decision d
           JOIN resident_result r ON r.run_number = ${run} AND r.no_penduduk = d.no_penduduk
           JOIN candidate_result c ON c.run_number = ${run} AND c.resident_key = r.resident_key
             AND c.no_kartu = d.no_kartu
           WHERE d.verdict <> 'withdrawn' AND c.probability > 0.05 AND c.probability < 0.95
             AND ${within(sql.ref('r.area_code'))})
      )::int AS n`.execute(this.#db);
    return rows[0]?.n ?? 0;
  }
}
