import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea } from '../scope.ts';

/** A snapshot of a month, with the number of its latest version. */
export interface SnapshotRow {
  id: number;
  month: string;
  version: number;
  latest: number;
  asOf: string;
  computedAt: string;
  computedBy: string;
  knownTo: number;
  population: { source: string; asOf: string } | null;
  run: { id: string; number: number } | null;
  causes: { cause: string; facts: number }[];
}

/** Levels of areas in figures. */
export type AreaFigureLevel = 'branch' | 'regency' | 'district' | 'village';

/** Counts of one area in one snapshot. */
export interface FigureAreaRow {
  code: string;
  name: string;
  level: AreaFigureLevel;
  population: number | null;
  members: number;
  active: number;
  arrears: number;
  lapsed: number;
  ended: number;
  residual: number | null;
  uncovered: number | null;
  segments: Record<string, { active: number; arrears: number; lapsed: number }>;
  visits: Record<string, number>;
  contacts: number | null;
  cases: Record<string, number>;
}

/**
 * Uses of care of an area ('' for all one may see) from the first day of a month to the last of another, as the log
 * has them now; null where it has none, or for days that are not whole months.
 */
export async function usesBetween(db: Db, area: string, from: string, to: string): Promise<number | null> {
  const { rows } = await sql<{ n: number | null }>`
    SELECT sum(v.n)::int AS n FROM visit_by_area v
    WHERE v.month BETWEEN ${from}::date AND ${to}::date AND ${area === '' ? sql`true` : inArea(sql.ref('v.area_code'), area)}
      AND extract(day FROM ${from}::date) = 1 AND extract(day FROM ${to}::date + 1) = 1`.execute(db);
  return rows[0]?.n ?? null;
}

/** A number that a later version of a month changed. */
export interface RestatementRow {
  month: string;
  version: number;
  measure: string;
  before: number | null;
  after: number | null;
  computedAt: string;
  causes: { cause: string; facts: number }[];
}

const snapshots = sql`
  SELECT s.id, to_char(s.month, 'YYYY-MM') AS month, s.version, max(s.version) OVER (PARTITION BY s.month) AS latest,
    s.as_of::text AS "asOf", to_json(s.computed_at) #>> '{}' AS "computedAt", s.computed_by AS "computedBy",
    s.known_to::float8 AS "knownTo", s.causes,
    CASE WHEN s.population_source IS NOT NULL
      THEN json_build_object('source', s.population_source, 'asOf', s.population_as_of) END AS population,
    (SELECT json_build_object('id', r.id, 'number', r.number) FROM run r WHERE r.number = s.run_number) AS run
  FROM figure_snapshot s`;

const areaColumns = sql`f.area_code AS code, coalesce(a.name, f.area_code) AS name, f.level, f.population, f.members,
  f.active, f.arrears, f.lapsed, f.ended, f.population - f.members AS residual, f.uncovered, f.segments,
  f.visits, f.contacts, f.cases`;

/** Level of an area code in figures; '' is the branch. */
function figureLevelOf(code: string): AreaFigureLevel {
  if (code === '') return 'branch';
  return code.length <= 5 ? 'regency' : code.length <= 8 ? 'district' : 'village';
}

/** Months as they stand now, newest first. */
export async function figureMonths(db: Db): Promise<SnapshotRow[]> {
  const { rows } = await sql<SnapshotRow>`
    SELECT * FROM (${snapshots}) s WHERE version = latest ORDER BY month DESC`.execute(db);
  return rows;
}

/** A version of a month; the latest of the latest month unless told. Undefined when there is none. */
export async function findSnapshot(
  db: Db,
  month: string | undefined,
  version: number | undefined,
): Promise<SnapshotRow | undefined> {
  const { rows } = await sql<SnapshotRow>`
    SELECT * FROM (${snapshots}) s
    WHERE ${month ? sql`month = ${month}` : sql`true`} AND ${version ? sql`version = ${version}` : sql`version = latest`}
    ORDER BY month DESC LIMIT 1`.execute(db);
  return rows[0];
}

/** Counts of one area ('' is the branch) in a snapshot. */
export async function figureArea(db: Db, snapshot: number, area: string): Promise<FigureAreaRow | undefined> {
  const { rows } = await sql<FigureAreaRow>`
    SELECT ${areaColumns} FROM figure_area f LEFT JOIN area a ON a.code = f.area_code
    WHERE f.snapshot_id = ${snapshot} AND f.level = ${figureLevelOf(area)} AND f.area_code = ${area}`.execute(
    db,
  );
  return rows[0];
}

/** Counts of the areas of one level within an area; '' among the rows is what has no known village. */
export async function figureAreas(
  db: Db,
  snapshot: number,
  level: Exclude<AreaFigureLevel, 'branch'>,
  within: string,
): Promise<FigureAreaRow[]> {
  const { rows } = await sql<FigureAreaRow>`
    SELECT ${areaColumns} FROM figure_area f LEFT JOIN area a ON a.code = f.area_code
    WHERE f.snapshot_id = ${snapshot} AND f.level = ${level}
      AND ${within === '' ? sql`true` : inArea(sql.ref('f.area_code'), within)}
    ORDER BY f.area_code = '', f.area_code`.execute(db);
  return rows;
}

/** One area month by month, oldest first, each month as it stands now. */
export async function figureSeries(
  db: Db,
  area: string,
): Promise<(FigureAreaRow & { month: string; version: number })[]> {
  const { rows } = await sql<FigureAreaRow & { month: string; version: number }>`
    SELECT to_char(s.month, 'YYYY-MM') AS month, s.version, ${areaColumns}
    FROM (SELECT DISTINCT ON (month) id, month, version FROM figure_snapshot ORDER BY month, version DESC) s
    JOIN figure_area f ON f.snapshot_id = s.id AND f.level = ${figureLevelOf(area)} AND f.area_code = ${area}
    LEFT JOIN area a ON a.code = f.area_code
    ORDER BY s.month`.execute(db);
  return rows;
}

/** What later versions changed in an area, newest first. */
export async function figureRestatements(db: Db, area: string, limit: number): Promise<RestatementRow[]> {
  const { rows } = await sql<RestatementRow>`
    SELECT to_char(s.month, 'YYYY-MM') AS month, s.version, r.measure, r.value_before AS before, r.value_after AS after,
      to_json(s.computed_at) #>> '{}' AS "computedAt", s.causes
    FROM figure_restatement r JOIN figure_snapshot s ON s.id = r.snapshot_id
    WHERE r.level = ${figureLevelOf(area)} AND r.area_code = ${area}
    ORDER BY s.id DESC, r.id LIMIT ${limit}`.execute(db);
  return rows;
}
