import type { Db } from '../database/connect.ts';
import { queryRows } from './query-rows.ts';

/** Where the roll-ups of visits differ from the log itself: nowhere. */
export function visitDifferences(db: Db): Promise<unknown[]> {
  return queryRows(
    db,
    `WITH log AS (SELECT *, date_trunc('month', day)::date AS month FROM visit), both_ AS (
       SELECT 'day' AS kept, day AS at, area_code AS code, segment, level, kind, n FROM visit_by_day
       UNION ALL SELECT 'day', day, left(area_code, 8), segment, level, kind, -counts FROM log
       UNION ALL SELECT 'area', month, area_code, segment, level, kind, n FROM visit_by_area
       UNION ALL SELECT 'area', month, area_code, segment, level, kind, -counts FROM log
       UNION ALL SELECT 'facility', month, facility, segment, level, kind, n FROM visit_by_facility
       UNION ALL SELECT 'facility', month, facility, segment, level, kind, -counts FROM log)
     SELECT kept, at, code FROM both_ GROUP BY kept, at, code, segment, level, kind HAVING sum(n) <> 0`,
  );
}
