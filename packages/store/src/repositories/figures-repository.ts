import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea, type Scope } from '../scope.ts';

export interface AreaFigures {
  code: string;
  name: string;
  level: 'province' | 'regency' | 'district' | 'village';
  parent: string | null;
  residents: number;
  linked: number;
  uncovered: number;
  expected: number;
  low: number;
  high: number;
  coverage: number | null;
  inactive: number;
  members: number;
  hasChildren: boolean;
}

export interface BanjarFigures {
  banjar: string | null;
  residents: number;
  uncovered: number;
  inactive: number;
}

/** Half-width of the 95 % interval for the model being off, as a share: 1.96 times 3 %, as the mapping has it. */
const sharedError = 1.96 * 0.03;
const codeLength = { regency: 5, district: 8, village: 13 } as const;

/** Figures of a run by area. */
export class FiguresRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * Areas of one level with their figures, and the sum of all of them. Records without a village are an area
   * of their own with code ''. Counts and expected numbers add up; intervals are put together from two parts:
   * the luck of single people, which differs from village to village, and what the model may be off by, which
   * is the same in all of them.
   */
  async areas(
    scope: Scope,
    run: number,
    level: keyof typeof codeLength,
    parent: string | undefined,
  ): Promise<{ items: AreaFigures[]; total: AreaFigures | null }> {
    const code = sql.ref('v.area_code');
    const length = codeLength[level];
    const villages = sql`
      SELECT left(v.area_code, ${length}) AS code, v.*,
        greatest(expected_high - expected, expected - expected_low) AS spread FROM village_result v
      WHERE v.run_number = ${run} AND ${scope.within(code)} AND ${parent ? inArea(code, parent) : sql`true`}`;
    const { rows } = await sql<AreaFigures & { whole: boolean }>`
      SELECT coalesce(f.code, ${parent ?? ''}) AS code, coalesce(a.name, '') AS name,
        coalesce(a.level, ${level}) AS level, a.parent, f.residents, f.linked,
        f.residents - f.linked AS uncovered, f.expected, greatest(0, f.expected - f.spread) AS low,
        least(f.residents, f.expected + f.spread) AS high,
        CASE WHEN f.residents > 0 THEN 1 - f.expected / f.residents END AS coverage, f.inactive, f.members,
        ${level !== 'village'}::boolean AS "hasChildren", f.whole
      FROM (
        SELECT code, grouping(code) = 1 AS whole, sum(residents)::int AS residents, sum(linked)::int AS linked,
          sum(expected) AS expected, sum(inactive)::int AS inactive, sum(members)::int AS members,
          sqrt(sum(greatest(0, power(spread, 2) - power(${sharedError} * expected, 2)))
            + power(${sharedError} * sum(expected), 2)) AS spread
        FROM (${villages}) v GROUP BY GROUPING SETS ((code), ())
      ) f LEFT JOIN area a ON a.code = CASE WHEN f.whole THEN ${parent ?? null} ELSE f.code END
      WHERE f.residents IS NOT NULL
      ORDER BY f.whole, f.code`.execute(this.#db);
    const strip = ({ whole: _whole, ...figures }: AreaFigures & { whole: boolean }): AreaFigures => figures;
    const total = rows.find((row) => row.whole);
    return { items: rows.filter((row) => !row.whole).map(strip), total: total ? strip(total) : null };
  }

  /** Banjar of a village, by name; those of records without one last. */
  async banjars(scope: Scope, run: number, village: string): Promise<BanjarFigures[]> {
    const { rows } = await sql<BanjarFigures>`
      SELECT nullif(banjar, '') AS banjar, residents, uncovered, inactive FROM banjar_result
      WHERE run_number = ${run} AND area_code = ${village} AND ${scope.within(sql.ref('area_code'))}
      ORDER BY banjar = '', banjar`.execute(this.#db);
    return rows;
  }
}
