import type pg from 'pg';
import { countAreas, countCases, countMembers, countPeople, countUse } from './count-months.ts';

/** What to count and who asks. */
export interface ComputeOptions {
  /** Today in the branch's zone, 'YYYY-MM-DD': months are counted when they are over. */
  today: string;
  /** That zone, as IANA names it: it decides in which month a case ended. */
  timeZone: string;
  by: string;
  /** First month to count when there are no figures yet, 'YYYY-MM'; the first published population otherwise. */
  from?: string;
}

/** What a computation came to. */
export interface ComputedFigures {
  /** Months counted for the first time, 'YYYY-MM'. */
  added: string[];
  /** Months whose figures changed because of what became known later. */
  restated: string[];
  ms: number;
}

const measures = ['population', 'uncovered', 'members', 'active', 'arrears', 'lapsed', 'ended', 'contacts'];
const differs = [...measures, 'segments', 'visits', 'cases'];

/**
 * Counts months that are over and have no figures yet, and months about which something became known since. Figures
 * that stand are never changed: a month that comes out differently gets a further version, with a line for every
 * number that differs. All months are counted in one pass. Called again it does nothing. Payments wait only until
 * what is to be counted is fixed, not while it is counted.
 */
export async function computeFigures(pool: pg.Pool, options: ComputeOptions): Promise<ComputedFigures> {
  const started = performance.now();
  const done = (added: string[], restated: string[]) => ({
    added,
    restated,
    ms: Math.round(performance.now() - started),
  });
  const client = await pool.connect();
  let failed = true;
  try {
    // One computation at a time; what is being written is finished before the snapshot is taken.
    await client.query('SELECT pg_advisory_lock(7033, 1)');
    await client.query('SELECT pg_advisory_lock(7031, 1)');
    await client.query('SELECT count_contacts()');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await client.query(`SET LOCAL work_mem = '192MB'`);
    const span = await monthsToCount(client, options);
    await client.query('SELECT pg_advisory_unlock(7031, 1)');
    if (!span) {
      await client.query('COMMIT');
      failed = false;
      return done([], []);
    }
    await client.query(countMembers, [span.from, span.last]);
    await client.query('ANALYZE counted_members');
    for (const [at, step] of countPeople.entries())
      await client.query(step, at === 0 ? [span.from, span.last] : []);
    await client.query(countUse, [span.from, span.last]);
    await client.query(countCases, [span.from, span.last, options.timeZone]);
    await client.query(countAreas);
    await client.query('CREATE INDEX ON counted_area (month, level, area_code)');
    await client.query('ANALYZE counted_area');
    const { rows } = await client.query<{ month: string; version: number }>(addSnapshots, [
      options.by,
      span.knownTo,
      span.knownBefore,
    ]);
    await client.query(addAreas);
    await client.query(addRestatements);
    const named = (of: typeof rows) => of.map(({ month }) => month).sort();
    const added = named(rows.filter(({ version }) => version === 1));
    const restated = named(rows.filter(({ version }) => version > 1));
    await client.query(
      'INSERT INTO figure_computation (by, known_to, months_added, months_restated) VALUES ($1, $2, $3, $4)',
      [options.by, span.knownTo, added.length, restated.length],
    );
    await client.query('COMMIT');
    failed = false;
    return done(added, restated);
  } finally {
    if (failed) await client.query('ROLLBACK').catch(() => undefined);
    await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    client.release(failed);
  }
}

interface Span {
  from: string;
  last: string;
  knownTo: string;
  knownBefore: string;
}

/** Months to count anew: those without figures, and all from the first about which something came late. */
async function monthsToCount(client: pg.PoolClient, options: ComputeOptions): Promise<Span | undefined> {
  const { rows } = await client.query<{
    from: string | null;
    last: string;
    knownTo: string;
    knownBefore: string;
  }>(
    `WITH over AS (SELECT (date_trunc('month', $1::date) - interval '1 month')::date AS last),
     latest AS (SELECT DISTINCT ON (month) * FROM figure_snapshot ORDER BY month, version DESC),
     known AS (
       SELECT coalesce((SELECT max(id) FROM status_change), 0) AS now,
         coalesce((SELECT known_to FROM figure_computation ORDER BY id DESC LIMIT 1), 0) AS before
     ), first AS (
       SELECT coalesce($2::date, date_trunc('month', (SELECT min(as_of) FROM population_figure))::date,
         (SELECT (last - interval '23 months')::date FROM over)) AS month
     ), wanted AS (
       SELECT month FROM (
         SELECT coalesce((SELECT (max(month) + interval '1 month')::date FROM latest), (SELECT month FROM first)) AS month
       ) missing
       UNION ALL
       -- A change that came late touches its own month and all after it.
       SELECT date_trunc('month', min(c.valid_on))::date FROM status_change c, known
       WHERE c.id > known.before AND c.valid_on <= (SELECT max(as_of) FROM latest)
       UNION ALL
       -- So does a population that was published late.
       SELECT min(l.month) FROM latest l WHERE EXISTS (
         SELECT FROM population_figure p WHERE p.as_of <= l.as_of AND p.as_of > coalesce(l.population_as_of, '-infinity')
         UNION ALL
         SELECT FROM run r WHERE r.state = 'done' AND r.village IS NULL AND r.as_of <= l.as_of
           AND (r.as_of, r.number) > (coalesce(l.population_as_of, '-infinity'), coalesce(l.run_number, 0)))
       UNION ALL
       -- And visits that were entered late.
       SELECT min(month) FROM (
         SELECT u.month, figure_village(u.area_code) AS village, sum(u.n) AS n FROM visit_by_area u
         JOIN latest l USING (month) GROUP BY 1, 2
       ) u JOIN latest l USING (month)
       LEFT JOIN figure_area f ON f.snapshot_id = l.id AND f.level = 'village' AND f.area_code = u.village
       WHERE u.n <> coalesce((SELECT sum(value::int) FROM jsonb_each_text(f.visits)), 0)
       UNION ALL
       -- And what phones brought of cases after the month was counted.
       SELECT date_trunc('month', min(f.at) AT TIME ZONE $3)::date FROM case_fact f
       WHERE f.received_at > (SELECT max(at) FROM figure_computation)
         AND f.at AT TIME ZONE $3 < (SELECT max(month) + interval '1 month' FROM latest)
     )
     SELECT (CASE WHEN count(*) > 0 THEN greatest(min(month), (SELECT min(month) FROM latest)) END)::text AS from,
       (SELECT last FROM over)::text AS last, (SELECT now FROM known)::text AS "knownTo",
       (SELECT before FROM known)::text AS "knownBefore"
     FROM wanted WHERE month IS NOT NULL AND month <= (SELECT last FROM over)
       AND EXISTS (SELECT FROM member)`,
    [options.today, options.from ? `${options.from}-01` : null, options.timeZone],
  );
  const span = rows[0];
  return span?.from ? (span as Span) : undefined;
}

// Months whose counts are new or differ from the latest version; what came late is grouped by what made it.
const addSnapshots = `
  WITH latest AS (SELECT DISTINCT ON (month) * FROM figure_snapshot ORDER BY month, version DESC),
  changed AS (
    SELECT s.month FROM month_source s LEFT JOIN latest l USING (month) WHERE l.id IS NULL
    UNION
    SELECT l.month FROM latest l JOIN month_source s USING (month) WHERE EXISTS (
      SELECT FROM (SELECT * FROM counted_area WHERE month = l.month) c
      FULL JOIN (SELECT * FROM figure_area WHERE snapshot_id = l.id) f USING (level, area_code)
      WHERE (${differs.map((name) => `c.${name}`)}) IS DISTINCT FROM (${differs.map((name) => `f.${name}`)}))
  )
  INSERT INTO figure_snapshot (month, version, as_of, computed_by, known_to, population_source, population_as_of,
    run_number, causes)
  SELECT s.month, coalesce(l.version, 0) + 1, (s.month + interval '1 month')::date - 1, $1, $2::bigint, s.source,
    s.as_of, s.run_number, CASE WHEN l.id IS NULL THEN '[]' ELSE coalesce((
      SELECT jsonb_agg(jsonb_build_object('cause', late.cause, 'facts', late.n) ORDER BY late.n DESC, late.cause) FROM (
        SELECT split_part(c.cause, ':', 1) AS cause, count(*) AS n FROM status_change c
        WHERE c.id > $3::bigint AND c.valid_on < s.month + interval '1 month' GROUP BY 1
        UNION ALL
        SELECT 'visits', abs(v.now - v.before) FROM (
          SELECT (SELECT coalesce(sum(n), 0) FROM counted_use u WHERE u.month = s.month) AS now,
            (SELECT coalesce(sum(value::int), 0) FROM figure_area f, jsonb_each_text(f.visits)
             WHERE f.snapshot_id = l.id AND f.level = 'branch') AS before
        ) v WHERE v.now <> v.before
        UNION ALL
        SELECT 'pesiar', count(*) FROM case_fact f
        WHERE f.received_at > l.computed_at AND f.at < s.month + interval '1 month' HAVING count(*) > 0
        UNION ALL
        SELECT 'population', 1 WHERE (s.source, s.as_of) IS DISTINCT FROM (l.population_source, l.population_as_of)
      ) late), '[]') END
  FROM changed JOIN month_source s USING (month) LEFT JOIN latest l USING (month)
  ORDER BY s.month
  RETURNING to_char(month, 'YYYY-MM') AS month, version`;

// Rows of this transaction: its snapshots have no areas yet.
const fresh = `SELECT s.* FROM figure_snapshot s WHERE NOT EXISTS (SELECT FROM figure_area a WHERE a.snapshot_id = s.id)`;

const addAreas = `
  INSERT INTO figure_area (snapshot_id, level, area_code, ${differs})
  SELECT s.id, c.level, c.area_code, ${differs.map((name) => `c.${name}`)}
  FROM (${fresh}) s JOIN counted_area c USING (month) ORDER BY 1, 2, 3`;

const membersOf = (part: string) =>
  `coalesce((SELECT sum(value::int)::int FROM jsonb_each_text(${part})), 0)`;

const addRestatements = `
  INSERT INTO figure_restatement (snapshot_id, level, area_code, measure, value_before, value_after)
  SELECT s.id, level, area_code, v.measure, v.before, v.after
  FROM figure_snapshot s JOIN figure_snapshot p ON p.month = s.month AND p.version = s.version - 1
  CROSS JOIN LATERAL (
    SELECT level, area_code, b.segments AS before_segments, a.segments AS after_segments,
      b.visits AS before_visits, a.visits AS after_visits,
      b.cases AS before_cases, a.cases AS after_cases,
      ${measures.map((name) => `b.${name} AS before_${name}, a.${name} AS after_${name}`)}
    FROM (SELECT * FROM figure_area WHERE snapshot_id = p.id) b
    FULL JOIN (SELECT * FROM figure_area WHERE snapshot_id = s.id) a USING (level, area_code)
  ) d
  CROSS JOIN LATERAL (
    VALUES ${measures.map((name) => `('${name}', d.before_${name}, d.after_${name})`)}
    UNION ALL
    SELECT 'segment:' || key, ${membersOf('d.before_segments -> key')}, ${membersOf('d.after_segments -> key')}
    FROM (SELECT jsonb_object_keys(d.before_segments) AS key UNION SELECT jsonb_object_keys(d.after_segments)) k
    ${['visits', 'cases']
      .map(
        (part) => `UNION ALL
    SELECT '${part}:' || key, coalesce((d.before_${part} ->> key)::int, 0), coalesce((d.after_${part} ->> key)::int, 0)
    FROM (SELECT jsonb_object_keys(d.before_${part}) AS key UNION SELECT jsonb_object_keys(d.after_${part})) k`,
      )
      .join(' ')}
  ) v (measure, before, after)
  WHERE v.before IS DISTINCT FROM v.after
    AND NOT EXISTS (SELECT FROM figure_restatement r WHERE r.snapshot_id = s.id)
  ORDER BY 1, 2, 3`;
