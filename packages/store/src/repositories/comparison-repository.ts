import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea, type Scope } from '../scope.ts';

export type ComparisonKind = 'newly-uncovered' | 'resolved' | 'changed';

export interface ComparisonCounts {
  newlyUncovered: number;
  newlyUncoveredNewResidents: number;
  resolved: number;
  changed: number;
  stillUncovered: number;
  gone: number;
}

export interface ComparedRun {
  id: string;
  number: number;
}

/** A resident of the later run and the same of the earlier one, if it was there. */
export interface ComparedKeys {
  a: number | null;
  b: number;
}

const kinds = {
  'newly-uncovered': sql`b.member_key IS NULL AND (a.resident_key IS NULL OR a.member_key IS NOT NULL)`,
  resolved: sql`b.member_key IS NOT NULL AND a.resident_key IS NOT NULL AND a.member_key IS NULL`,
  changed: sql`b.member_key IS NOT NULL AND a.member_key IS NOT NULL AND mb.no_kartu <> ma.no_kartu`,
} as const;

/** Residents of two runs side by side, matched by the village register's own number. */
export class ComparisonRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Ordered by village and name in the later run, after the resident with key `after` of that run. */
  async page(
    scope: Scope,
    a: ComparedRun,
    b: ComparedRun,
    filter: { kind: ComparisonKind; area?: string | undefined; after?: number | undefined; limit: number },
  ): Promise<ComparedKeys[]> {
    const position = filter.after === undefined ? undefined : await this.#position(b.number, filter.after);
    const after = position
      ? sql`(b.area_code, b.name, b.resident_key) > (${position.area_code}, ${position.name}, ${filter.after}::int)`
      : sql`true`;
    // Uncovered residents are few: the walk starts from the smaller side's own index.
    const { rows } = await sql<ComparedKeys>`
      SELECT a.resident_key AS a, b.resident_key AS b FROM resident_result b
      LEFT JOIN LATERAL (SELECT * FROM resident_result a WHERE a.run_number = ${a.number}
        AND a.no_penduduk = b.no_penduduk LIMIT 1) a ON true
      LEFT JOIN member_result ma ON ma.run_number = ${a.number} AND ma.member_key = a.member_key
      LEFT JOIN member_result mb ON mb.run_number = ${b.number} AND mb.member_key = b.member_key
      WHERE b.run_number = ${b.number} AND ${kinds[filter.kind]} AND ${after}
        AND b.no_penduduk NOT LIKE 'baris-%' AND ${scope.within(sql.ref('b.area_code'))}
        AND ${filter.area ? inArea(sql.ref('b.area_code'), filter.area) : sql`true`}
      ORDER BY b.area_code, b.name, b.resident_key LIMIT ${filter.limit + 1}`.execute(this.#db);
    return rows;
  }

  /** How many of each kind. Of a whole branch it is counted once and kept: results never change. */
  async counts(
    scope: Scope,
    a: ComparedRun,
    b: ComparedRun,
    area: string | undefined,
  ): Promise<ComparisonCounts> {
    const whole = scope.areas === undefined && area === undefined;
    if (whole) {
      const kept = await sql<{ counts: ComparisonCounts }>`
        SELECT counts FROM run_comparison WHERE run_a = ${a.id} AND run_b = ${b.id}`.execute(this.#db);
      if (kept.rows[0]) return kept.rows[0].counts;
    }
    const narrowed = (run: number) => sql`
      SELECT r.no_penduduk, r.resident_key, r.member_key, m.no_kartu FROM resident_result r
      LEFT JOIN member_result m ON m.run_number = ${run} AND m.member_key = r.member_key
      WHERE r.run_number = ${run} AND r.no_penduduk NOT LIKE 'baris-%' AND ${scope.within(sql.ref('r.area_code'))}
        AND ${area ? inArea(sql.ref('r.area_code'), area) : sql`true`}`;
    const { rows } = await sql<ComparisonCounts>`
      SELECT
        count(*) FILTER (WHERE b.resident_key IS NOT NULL AND b.member_key IS NULL
          AND (a.resident_key IS NULL OR a.member_key IS NOT NULL))::int AS "newlyUncovered",
        count(*) FILTER (WHERE b.resident_key IS NOT NULL AND b.member_key IS NULL
          AND a.resident_key IS NULL)::int AS "newlyUncoveredNewResidents",
        count(*) FILTER (WHERE a.resident_key IS NOT NULL AND a.member_key IS NULL
          AND b.member_key IS NOT NULL)::int AS resolved,
        count(*) FILTER (WHERE a.no_kartu <> b.no_kartu)::int AS changed,
        count(*) FILTER (WHERE a.resident_key IS NOT NULL AND a.member_key IS NULL
          AND b.resident_key IS NOT NULL AND b.member_key IS NULL)::int AS "stillUncovered",
        count(*) FILTER (WHERE b.resident_key IS NULL)::int AS gone
      FROM (${narrowed(a.number)}) a FULL JOIN (${narrowed(b.number)}) b USING (no_penduduk)`.execute(
      this.#db,
    );
    const counts = rows[0] as ComparisonCounts;
    if (whole)
      await sql`
        INSERT INTO run_comparison (run_a, run_b, counts) VALUES (${a.id}, ${b.id}, ${JSON.stringify(counts)})
        ON CONFLICT DO NOTHING`.execute(this.#db);
    return counts;
  }

  async #position(
    run: number,
    residentKey: number,
  ): Promise<{ area_code: string; name: string } | undefined> {
    const { rows } = await sql<{ area_code: string; name: string }>`
      SELECT area_code, name FROM resident_result
      WHERE run_number = ${run} AND resident_key = ${residentKey}`.execute(this.#db);
    return rows[0];
  }
}
