/**
 * Counts members of every area at the end of each month from $1 to $2 (first days), in one pass over the changes
 * of state: a member counts where the change noted last of those up to the month's last day puts them, and the
 * counts of a month are those of the month before and what changed in it. Makes the temporary table `counted_members`.
 */
export const countMembers = `
  CREATE TEMP TABLE counted_members ON COMMIT DROP AS
  WITH noted AS (
    SELECT DISTINCT ON (c.member_id, b.month) c.member_id, b.month, c.id,
      CASE WHEN c.segment IN ('PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU', 'PBPU', 'BP') THEN c.segment ELSE 'OTHER' END AS segment,
      CASE WHEN c.active THEN 'active' ELSE c.inactive_kind END AS state
    FROM status_change c
    CROSS JOIN LATERAL (SELECT greatest(date_trunc('month', c.valid_on)::date, $1::date) AS month) b
    WHERE c.valid_on < $2::date + interval '1 month'
    ORDER BY c.member_id, b.month, c.id DESC
  ), state AS (
    -- What was noted later about an earlier month holds over this one.
    SELECT * FROM (
      SELECT n.*, max(id) OVER (PARTITION BY member_id ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS id_before
      FROM noted n
    ) n WHERE id_before IS NULL OR id > id_before
  ), step AS (
    SELECT member_id, month, segment, state,
      lag(segment) OVER w AS segment_before, lag(state) OVER w AS state_before
    FROM state WINDOW w AS (PARTITION BY member_id ORDER BY month)
  ), delta AS (
    SELECT s.month, figure_village(m.area_code) AS village, d.segment, d.state, sum(d.n) AS n
    FROM step s JOIN member m ON m.id = s.member_id
    CROSS JOIN LATERAL (VALUES (s.segment, s.state, 1), (s.segment_before, s.state_before, -1)) d (segment, state, n)
    WHERE d.segment IS NOT NULL AND (s.segment, s.state) IS DISTINCT FROM (s.segment_before, s.state_before)
    GROUP BY 1, 2, 3, 4
  ), kind AS (SELECT DISTINCT village, segment, state FROM delta)
  SELECT g.month::date AS month, k.village, k.segment, k.state,
    sum(coalesce(d.n, 0)) OVER (PARTITION BY k.village, k.segment, k.state ORDER BY g.month)::int AS n
  FROM kind k CROSS JOIN generate_series($1::date, $2::date, interval '1 month') g (month)
  LEFT JOIN delta d ON d.month = g.month AND d.village = k.village AND d.segment = k.segment AND d.state = k.state`;

/**
 * The population of every village at the end of each month, from the latest count up to that day: published
 * figures, or the registers of a finished mapping. One source for all areas of a month, never a mixture. What a
 * source's total has beyond its villages is put to ''. Makes `month_source` and `counted_people`.
 */
export const countPeople = [
  `CREATE TEMP TABLE month_source ON COMMIT DROP AS
  SELECT g.month::date AS month, s.* FROM generate_series($1::date, $2::date, interval '1 month') g (month)
  LEFT JOIN LATERAL (
    SELECT * FROM (
      SELECT as_of, source, NULL::int AS run_number, count(*) FILTER (WHERE figure_village(area_code) <> '') AS villages
      FROM population_figure GROUP BY as_of, source
      UNION ALL
      SELECT r.as_of, 'pemetaan ' || r.number, r.number, 1 FROM run r
      WHERE r.state = 'done' AND r.village IS NULL
    ) known
    WHERE known.as_of < g.month + interval '1 month'
    ORDER BY known.as_of DESC, known.run_number DESC NULLS LAST, known.villages DESC, known.source LIMIT 1
  ) s ON true`,
  `CREATE TEMP TABLE counted_people ON COMMIT DROP AS
  WITH village AS (
    SELECT DISTINCT ON (s.month, p.area_code) s.month, p.area_code AS village, p.residents AS n, NULL::int AS uncovered
    FROM month_source s JOIN population_figure p ON p.as_of = s.as_of AND p.source = s.source
    WHERE s.run_number IS NULL AND figure_village(p.area_code) <> ''
    UNION ALL
    SELECT s.month, figure_village(v.area_code), sum(v.residents)::int, sum(v.residents - v.linked)::int
    FROM month_source s JOIN village_result v ON v.run_number = s.run_number GROUP BY 1, 2
  ), whole AS (
    SELECT s.month, p.residents AS n FROM month_source s
    JOIN population_figure p ON p.as_of = s.as_of AND p.source = s.source
    WHERE s.run_number IS NULL AND p.area_code = ''
  ), summed AS (SELECT month, sum(n)::int AS n FROM village GROUP BY month)
  SELECT month, village, n, uncovered FROM village
  UNION ALL
  SELECT w.month, '', w.n - coalesce(s.n, 0), NULL FROM whole w LEFT JOIN summed s USING (month)`,
];

/** Uses of care of every village in each month, from the counts kept beside the log. Makes `counted_use`. */
export const countUse = `
  CREATE TEMP TABLE counted_use ON COMMIT DROP AS
  SELECT month, figure_village(area_code) AS village,
    CASE level WHEN 'FKTP' THEN 'FKTP_' || kind ELSE level END AS what, sum(n)::int AS n
  FROM visit_by_area WHERE month BETWEEN $1::date AND $2::date GROUP BY 1, 2, 3 HAVING sum(n) <> 0`;

/**
 * PESIAR cases opened by the end of each month, by the bucket they had ended in by then; $3 is the zone whose calendar
 * counts. Makes `counted_cases`.
 */
export const countCases = `
  CREATE TEMP TABLE counted_cases ON COMMIT DROP AS
  SELECT g.month::date AS month, figure_village(c.area_code) AS village,
    CASE WHEN c.ended_at AT TIME ZONE $3 < g.month + interval '1 month' THEN c.bucket ELSE 'open' END AS what,
    count(*)::int AS n
  FROM generate_series($1::date::timestamp, $2::date::timestamp, interval '1 month') g (month)
  JOIN pesiar_case c ON c.opened_at AT TIME ZONE $3 < g.month + interval '1 month'
  GROUP BY 1, 2, 3`;

/**
 * Puts all together for every area of every level: the temporary table `counted_area`. Villages are those of the
 * population and those of members; what has no known village is '' at each level. Where only a whole is published,
 * smaller areas have no population.
 */
export const countAreas = `
  CREATE TEMP TABLE counted_area ON COMMIT DROP AS
  WITH parted AS (
    SELECT month, bool_or(village <> '') AS yes FROM counted_people GROUP BY month
  ), place AS (
    SELECT month, village FROM counted_members WHERE n <> 0 UNION SELECT month, village FROM counted_people
    UNION SELECT month, village FROM counted_use UNION SELECT month, village FROM counted_cases
    UNION SELECT month, '' FROM month_source
  ), people AS (
    SELECT p.month, p.village, CASE WHEN t.yes THEN coalesce(c.n, 0) ELSE c.n END AS n, c.uncovered
    FROM place p LEFT JOIN parted t USING (month)
    LEFT JOIN counted_people c ON c.month = p.month AND c.village = p.village
  ), summed AS (
    SELECT month, village, segment,
      coalesce(sum(n) FILTER (WHERE state = 'active'), 0)::int AS active,
      coalesce(sum(n) FILTER (WHERE state = 'arrears'), 0)::int AS arrears,
      coalesce(sum(n) FILTER (WHERE state = 'lapsed'), 0)::int AS lapsed,
      coalesce(sum(n) FILTER (WHERE state = 'ended'), 0)::int AS ended
    FROM counted_members GROUP BY 1, 2, 3
  ), level AS (
    SELECT * FROM (VALUES ('branch', 0), ('regency', 5), ('district', 8), ('village', 13)) l (level, length)
  ), population AS (
    SELECT p.month, l.level, left(p.village, l.length) AS area_code,
      -- A whole without its villages says nothing of what lies below it.
      CASE WHEN l.level = 'branch' OR t.yes THEN sum(p.n)::int END AS population, sum(p.uncovered)::int AS uncovered
    FROM people p CROSS JOIN level l
    LEFT JOIN parted t USING (month)
    GROUP BY 1, 2, 3, t.yes
  ), segment AS (
    SELECT s.month, l.level, left(s.village, l.length) AS area_code, s.segment, sum(active)::int AS active,
      sum(arrears)::int AS arrears, sum(lapsed)::int AS lapsed, sum(ended)::int AS ended
    FROM summed s CROSS JOIN level l GROUP BY 1, 2, 3, 4
  ), members AS (
    SELECT month, level, area_code, sum(active)::int AS active, sum(arrears)::int AS arrears,
      sum(lapsed)::int AS lapsed, sum(ended)::int AS ended,
      jsonb_object_agg(segment, jsonb_build_object('active', active, 'arrears', arrears, 'lapsed', lapsed))
        FILTER (WHERE active + arrears + lapsed > 0) AS segments
    FROM segment GROUP BY 1, 2, 3
  ), used AS (
    SELECT month, level, area_code, jsonb_object_agg(what, n) AS visits FROM (
      SELECT u.month, l.level, left(u.village, l.length) AS area_code, u.what, sum(u.n)::int AS n
      FROM counted_use u CROSS JOIN level l GROUP BY 1, 2, 3, 4
    ) u GROUP BY 1, 2, 3
  ), cased AS (
    SELECT month, level, area_code, jsonb_object_agg(what, n) AS cases FROM (
      SELECT c.month, l.level, left(c.village, l.length) AS area_code, c.what, sum(c.n)::int AS n
      FROM counted_cases c CROSS JOIN level l GROUP BY 1, 2, 3, 4
    ) c GROUP BY 1, 2, 3
  )
  SELECT p.month, p.level, p.area_code, p.population, p.uncovered,
    coalesce(m.active + m.arrears + m.lapsed, 0) AS members, coalesce(m.active, 0) AS active,
    coalesce(m.arrears, 0) AS arrears, coalesce(m.lapsed, 0) AS lapsed, coalesce(m.ended, 0) AS ended,
    coalesce(m.segments, '{}') AS segments, coalesce(u.visits, '{}') AS visits, coalesce(k.cases, '{}') AS cases, c.people AS contacts
  FROM population p LEFT JOIN members m USING (month, level, area_code) LEFT JOIN used u USING (month, level, area_code)
  LEFT JOIN cased k USING (month, level, area_code)
  LEFT JOIN contact_by_month c ON c.month = p.month AND c.code = p.area_code
    AND c.scope = CASE WHEN p.level = 'branch' THEN 'branch' WHEN p.area_code <> '' THEN 'area' END`;
