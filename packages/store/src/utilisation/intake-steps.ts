/** Columns of a visit as it comes in. */
export const stageTable = `CREATE TEMP TABLE visit_stage (
  line integer, card text, nik bigint, day date, level text, kind text, facility text COLLATE "C", reference text COLLATE "C",
  discharged_on date, act text, fault text) ON COMMIT DROP`;

/** From here on a set is joined as a whole instead of row by row. */
export const manyRows = 20_000;

/**
 * Rows read and judged by themselves. `:own` is the only facility a sender may speak for, or null; `:today`
 * the day in the branch's zone.
 */
const read = `
  CREATE visit_read AS
  SELECT s.line, s.day, s.level, s.kind, s.facility, s.reference, s.discharged_on, s.act, coalesce(c.id, k.id) AS member_id, coalesce(c.area_code, k.area_code, '') AS area_code,
    CASE
      WHEN s.fault IS NOT NULL THEN s.fault
      WHEN s.reference IS NULL OR length(s.reference) NOT BETWEEN 1 AND 40 OR s.reference ~ '[^!-~]' THEN 'reference-unusable'
      WHEN s.level IS NULL OR s.level NOT IN ('FKTP', 'RJTL', 'RITL') THEN 'level-unknown'
      WHEN s.kind NOT IN ('sick', 'healthy') OR (s.kind = 'healthy' AND s.level <> 'FKTP') THEN 'kind-unknown'
      WHEN s.act NOT IN ('add', 'correct', 'cancel') THEN 'act-unknown'
      WHEN :own IS NOT NULL AND s.facility <> :own THEN 'facility-of-others'
      WHEN f.code IS NULL THEN 'facility-unknown'
      WHEN (f.level = 'FKTP') <> (s.level = 'FKTP') THEN 'level-of-other-facility'
      WHEN s.day IS NULL OR s.day < '2014-01-01' THEN 'day-unusable'
      WHEN s.day > :today + 1 THEN 'day-in-future'
      WHEN s.discharged_on IS NOT NULL AND (s.level <> 'RITL' OR s.discharged_on < s.day OR s.discharged_on > :today + 1)
        THEN 'discharge-impossible'
      WHEN c.id IS NULL AND k.id IS NULL THEN 'member-unknown'
    END AS refusal
  FROM visit_stage s
  LEFT JOIN facility f ON f.code = s.facility
  LEFT JOIN member c ON c.card = s.card
  -- Who has several cards is meant by the one that covers.
  LEFT JOIN (
    SELECT DISTINCT ON (b.line) b.line, n.id, n.area_code
    FROM visit_stage b JOIN member n ON n.nik = b.nik JOIN member_status t ON t.member_id = n.id
    WHERE b.card IS NULL ORDER BY b.line, t.active DESC, t.since DESC, n.id
  ) k ON k.line = s.line`;

const digestOf = (row: string) => `hashtextextended(${row}.reference, hashtextextended(${row}.facility, 0))`;

/** Digests of numbers that may be there more than once: whole numbers would take thrice the room and time. */
const often = `
  CREATE visit_often AS
  SELECT ${digestOf('r')} AS digest FROM visit_read r WHERE refusal IS NULL GROUP BY 1 HAVING count(*) > 1`;

/** The same number twice in one delivery: the last counts, an equal one before it says nothing new. */
const twice = `
  UPDATE visit_read r SET refusal = CASE
    WHEN (r.day, r.level, r.kind, r.member_id, r.discharged_on, r.act) IS NOT DISTINCT FROM
      (l.day, l.level, l.kind, l.member_id, l.discharged_on, l.act) THEN 'repeated' ELSE 'twice-in-delivery' END
  FROM (
    SELECT DISTINCT ON (facility, reference) x.* FROM visit_read x JOIN visit_often o ON o.digest = ${digestOf('x')}
    WHERE x.refusal IS NULL ORDER BY facility, reference, line DESC
  ) l
  WHERE r.facility = l.facility AND r.reference = l.reference AND r.line <> l.line AND r.refusal IS NULL`;

/** The latest word on each number: counts is -1 when it was taken back. */
const standing = `
  CREATE visit_standing AS
  SELECT DISTINCT ON (v.facility, v.reference) v.*
  FROM visit v JOIN visit_read r ON r.facility = v.facility AND r.reference = v.reference
  ORDER BY v.facility, v.reference, v.revision DESC, v.counts`;

/** Members who have been in more than one segment; the segment of all others is that of today. */
const movedOfMany = `
  CREATE visit_moved AS
  SELECT member_id FROM status_change GROUP BY member_id HAVING min(segment COLLATE "C") <> max(segment COLLATE "C")`;
const movedOfFew = `
  CREATE visit_moved AS
  SELECT DISTINCT member_id FROM visit_read WHERE member_id IS NOT NULL`;

const segmentOfDay = `CASE WHEN w.member_id IS NULL THEN s.segment ELSE coalesce((
      SELECT c.segment FROM status_change c WHERE c.member_id = r.member_id AND c.valid_on <= r.day ORDER BY c.id DESC LIMIT 1),
      s.segment) END`;

const judge = `
  CREATE visit_judged AS
  SELECT r.line, r.facility, r.reference, r.day, r.level, r.kind, r.member_id, r.area_code, r.discharged_on,
    ${segmentOfDay} AS segment,
    coalesce(v.revision, 0) AS standing_revision,
    CASE
      WHEN r.refusal = 'repeated' THEN 'repeated'
      WHEN r.refusal IS NOT NULL THEN 'refused'
      WHEN v.facility IS NULL THEN CASE WHEN r.act = 'cancel' THEN 'refused' ELSE 'added' END
      WHEN v.counts = -1 THEN CASE WHEN r.act = 'cancel' THEN 'repeated' WHEN r.act = 'correct' THEN 'added'
        WHEN same.whole THEN 'repeated' ELSE 'refused' END
      WHEN r.act = 'cancel' THEN 'cancelled'
      WHEN same.whole AND v.discharged_on IS NOT DISTINCT FROM r.discharged_on THEN 'repeated'
      -- A stay that has ended meanwhile, or an older message about it that does not know yet.
      WHEN same.whole AND r.act = 'add' AND r.discharged_on IS NULL THEN 'repeated'
      WHEN same.whole AND v.discharged_on IS NULL THEN 'corrected'
      WHEN r.act = 'correct' THEN 'corrected'
      ELSE 'refused'
    END AS outcome,
    coalesce(r.refusal, CASE WHEN v.facility IS NULL AND r.act = 'cancel' THEN 'nothing-to-cancel'
      WHEN v.counts = -1 THEN 'cancelled-before' ELSE 'differs' END) AS refusal
  FROM visit_read r
  LEFT JOIN visit_standing v ON v.facility = r.facility AND v.reference = r.reference
  LEFT JOIN member_status s ON s.member_id = r.member_id
  LEFT JOIN visit_moved w ON w.member_id = r.member_id
  CROSS JOIN LATERAL (SELECT (v.day, v.level, v.kind, v.member_id) IS NOT DISTINCT FROM (r.day, r.level, r.kind, r.member_id) AS whole) same
  -- By days, which questions about the log ask for: a summary of its stretches finds them.
  ORDER BY r.day, r.facility`;

/** How many of each day came to what. */
const tally = `
  CREATE visit_tally AS
  SELECT day, outcome, CASE WHEN outcome = 'refused' THEN refusal END AS reason, standing_revision > 0 AS known, count(*)::integer AS n
  FROM visit_judged GROUP BY 1, 2, 3, 4`;

/** Room in the log for all days that are to be entered. */
const years = `
  SELECT visit_years(extract(year FROM min(day))::int, extract(year FROM max(day))::int)
  FROM visit_tally WHERE outcome IN ('added', 'corrected') HAVING count(*) > 0`;

/** Visits judged to be added, as rows of the log; `condition` on `j`. */
export const addedVisits = (condition: string) => `
  SELECT j.facility, j.reference, j.standing_revision + 1, 1, j.day, j.level, j.kind, j.member_id, j.segment, j.area_code,
    j.discharged_on, :source
  FROM visit_judged j
  WHERE j.outcome IN ('added', 'corrected') AND ${condition}`;

/** Columns of the log in the order of `addedVisits`. */
export const logColumns =
  'facility, reference, revision, counts, day, level, kind, member_id, segment, area_code, discharged_on, source';

/** Days from the first to the one before `after`, 'YYYY-MM-DD'. */
export interface SpanOfDays {
  first: string;
  after: string;
}

/** First messages of these days, as a condition on visit_judged `j`. */
export const firstMessagesOf = ({ first, after }: SpanOfDays) =>
  `(j.standing_revision = 0 AND j.day >= '${first}' AND j.day < '${after}')`;

/** What was judged goes into the log, but for first messages of days that are entered `elsewhere`. */
export function enterStep(elsewhere: readonly SpanOfDays[]): string {
  return `
  INSERT INTO visit (${logColumns})
  SELECT v.facility, v.reference, v.revision, -1, v.day, v.level, v.kind, v.member_id, v.segment, v.area_code, v.discharged_on, :source
  FROM visit_judged j JOIN visit_standing v ON v.facility = j.facility AND v.reference = j.reference
  WHERE j.outcome IN ('corrected', 'cancelled')
  UNION ALL ${addedVisits(`NOT ${['false', ...elsewhere.map(firstMessagesOf)].join(' AND NOT ')}`)}
  -- In the order of the key, which is then written from left to right.
  ORDER BY 1, 2, 3, 4`;
}

/** Tables that the steps make. */
export const judgeTables = [
  'visit_read',
  'visit_often',
  'visit_standing',
  'visit_moved',
  'visit_judged',
  'visit_tally',
] as const;

/**
 * Statements that judge what was staged, in order, for a stage of so many rows. Several processes read tables that
 * are not temporary; the caller drops those.
 */
export function judgeSteps(rows: number, place: 'temporary' | 'unlogged' = 'temporary'): string[] {
  const many = rows >= manyRows;
  const made = (step: string) =>
    step.replace(
      /CREATE (\w+) AS/,
      place === 'temporary' ? 'CREATE TEMP TABLE $1 ON COMMIT DROP AS' : 'CREATE UNLOGGED TABLE $1 AS',
    );
  return [
    made(read),
    'ANALYZE visit_read',
    made(often),
    'ANALYZE visit_often',
    twice,
    made(standing),
    ...(many ? ['ANALYZE visit_standing'] : []),
    made(many ? movedOfMany : movedOfFew),
    'ANALYZE visit_moved',
    made(judge),
    ...(many ? ['ANALYZE visit_judged'] : []),
    made(tally),
    years,
  ];
}
