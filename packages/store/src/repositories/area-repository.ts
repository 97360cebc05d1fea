import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea, type Scope } from '../scope.ts';

export interface AreaRow {
  code: string;
  name: string;
  level: 'province' | 'regency' | 'district' | 'village';
  parent: string | null;
}

export interface BoundaryRow {
  code: string;
  name: string;
  geometry: unknown;
}

/** Names and outlines of areas. */
export class AreaRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Adds areas or renames them; parents before children is not needed. */
  async save(areas: readonly AreaRow[]): Promise<void> {
    await sql`
      INSERT INTO area (code, name, level, parent)
      SELECT code, name, level, parent
      FROM jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) AS a (code text, name text, level text, parent text)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE area.name <> excluded.name`.execute(
      this.#db,
    );
  }

  /** Areas under `under`, or all; with `used`, those that hold residents of a finished run. */
  async list(scope: Scope, filter: { under?: string | undefined; used?: boolean } = {}): Promise<AreaRow[]> {
    const code = sql.ref('a.code');
    const used = sql`EXISTS (
      SELECT FROM village_result v JOIN run r ON r.number = v.run_number
      WHERE (v.area_code = a.code OR v.area_code LIKE a.code || '.%'))`;
    const { rows } = await sql<AreaRow>`
      SELECT a.code, a.name, a.level, a.parent FROM area a
      WHERE (${scope.within(code)} OR ${this.#above(scope)})
        AND ${filter.under ? inArea(code, filter.under) : sql`true`} AND ${filter.used ? used : sql`true`}
      ORDER BY a.code`.execute(this.#db);
    return rows;
  }

  /** Every area, whoever asks: names of places are public. */
  async all(): Promise<AreaRow[]> {
    return (await sql<AreaRow>`SELECT code, name, level, parent FROM area ORDER BY code`.execute(this.#db))
      .rows;
  }

  /** True when there is an area with this code. */
  async exists(code: string): Promise<boolean> {
    return (await sql`SELECT FROM area WHERE code = ${code}`.execute(this.#db)).rows.length > 0;
  }

  /** Outlines that have been imported. */
  async boundaries(scope: Scope): Promise<BoundaryRow[]> {
    const { rows } = await sql<BoundaryRow>`
      SELECT a.code, a.name, b.geometry FROM boundary b JOIN area a ON a.code = b.area_code
      WHERE ${scope.within(sql.ref('a.code'))} ORDER BY a.code`.execute(this.#db);
    return rows;
  }

  /** Adds outlines or puts new ones in their place. All codes must be known areas. */
  async saveBoundaries(outlines: readonly { code: string; geometry: unknown }[]): Promise<void> {
    await sql`
      INSERT INTO boundary (area_code, geometry)
      SELECT code, geometry FROM json_to_recordset(${JSON.stringify(outlines)}::json) AS b (code text, geometry json)
      ON CONFLICT (area_code) DO UPDATE SET geometry = excluded.geometry, imported_at = now()`.execute(
      this.#db,
    );
  }

  /** How many villages of these regencies have no outline yet. */
  async villagesWithoutBoundary(regencies: readonly string[]): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM area a LEFT JOIN boundary b ON b.area_code = a.code
      WHERE a.level = 'village' AND b.area_code IS NULL AND left(a.code, 5) = ANY (${regencies})`.execute(
      this.#db,
    );
    return rows[0]?.n ?? 0;
  }

  // A village operator still sees the names of the district and regency above.
  #above(scope: Scope) {
    return scope.areas === undefined
      ? sql`true`
      : sql`EXISTS (SELECT FROM unnest(${[...scope.areas]}::text[]) own WHERE own LIKE a.code || '.%')`;
  }
}
