import { runStep, type VisitSource } from './enter-visits.ts';
import { addedVisits, firstMessagesOf, logColumns, manyRows, type SpanOfDays } from './intake-steps.ts';
import type { Run } from './visit-transaction.ts';

/** A partition of the log that has no visits, and the table that is to take its place. */
export interface LoadedYear extends SpanOfDays {
  partition: string;
  loaded: string;
}

/** Partitions of whose days many first messages were judged and nothing else. `first` and `after` bound its days. */
const wantedYears = `
  SELECT p.partition, p.first, p.after
  FROM (
    SELECT c.relname AS partition, (b.days)[1] AS first, (b.days)[2] AS after
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    CROSS JOIN LATERAL (
      SELECT regexp_match(pg_get_expr(c.relpartbound, c.oid), '^FOR VALUES FROM \\(''([-0-9]+)''\\) TO \\(''([-0-9]+)''\\)$') AS days) b
    WHERE i.inhparent = 'visit'::regclass
  ) p
  JOIN (
    SELECT day, n, known FROM visit_tally WHERE outcome IN ('added', 'corrected')
  ) d ON d.day >= p.first::date AND d.day < p.after::date
  GROUP BY 1, 2, 3 HAVING sum(d.n) >= ${manyRows} AND NOT bool_or(d.known)
  ORDER BY p.first`;

/** Counts as the trigger of the log keeps them, of everything in a table, with their column of the key. */
const counts = [
  ['visit_by_day', 'day', 'day', 'area_code', 'left(area_code, 8)'],
  ['visit_by_area', 'month', "date_trunc('month', day::timestamp)::date", 'area_code', 'area_code'],
  ['visit_by_facility', 'month', "date_trunc('month', day::timestamp)::date", 'facility', 'facility'],
] as const;

/**
 * Loads first messages of years without visits into tables of their own, whose indexes are built when all is in them,
 * and counts them. `placeYears` makes them part of the log, in the same transaction.
 */
export async function loadEmptyYears(run: Run, from: VisitSource): Promise<LoadedYear[]> {
  const years: LoadedYear[] = [];
  for (const { partition, first, after } of await run<LoadedYear>(wantedYears)) {
    if (!(await isEmpty(run, partition))) continue;
    const loaded = `${partition}_loaded`;
    await run(`CREATE TABLE ${loaded} (LIKE visit INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
      CONSTRAINT ${loaded}_days CHECK (day >= '${first}' AND day < '${after}'))`);
    await runStep(
      run,
      `INSERT INTO ${loaded} (${logColumns}) ${addedVisits(firstMessagesOf({ first, after }))}`,
      from,
    );
    for (const { index, definition, primary } of await indexesOf(run, partition)) {
      await run(definition.replace(/INDEX \S+ ON \S+/, `INDEX ${index}_loaded ON ${loaded}`));
      if (primary)
        await run(
          `ALTER TABLE ${loaded} ADD CONSTRAINT ${index}_loaded PRIMARY KEY USING INDEX ${index}_loaded`,
        );
    }
    await run(`ANALYZE ${loaded}`);
    for (const [table, time, at, place, code] of counts) {
      // Worked out into a table first: several processes share in that, and none in adding to a table.
      await run(`CREATE UNLOGGED TABLE visit_sums AS
        SELECT ${at} AS at, ${code} AS code, segment, level, kind, sum(counts)::integer AS n FROM ${loaded} GROUP BY 1, 2, 3, 4, 5`);
      await run(`INSERT INTO ${table} AS t (${time}, ${place}, segment, level, kind, n) SELECT * FROM visit_sums ORDER BY 1, 2, 3, 4, 5
        ON CONFLICT ON CONSTRAINT ${table}_pk DO UPDATE SET n = t.n + excluded.n`);
      await run('DROP TABLE visit_sums');
    }
    await run(
      `INSERT INTO contact_due SELECT DISTINCT month FROM visit_by_facility
       WHERE month >= $1::date AND month < $2::date AND level = 'FKTP' ON CONFLICT DO NOTHING`,
      [first, after],
    );
    years.push({ partition, loaded, first, after });
  }
  return years;
}

/**
 * Puts loaded tables in the place of empty partitions. While somebody else reads the log and does not let go of it (a
 * backup, a long question), the rows are copied into the partition instead: slower, the same content. To be called
 * last: from here to the end of the transaction nobody else reads visits.
 */
export async function placeYears(run: Run, years: readonly LoadedYear[]): Promise<void> {
  for (const year of years) {
    const { partition, loaded } = year;
    if (await isFree(run, partition)) await place(run, year);
    else {
      // Straight into the partition: the counts are kept already.
      await run(`INSERT INTO ${partition} SELECT * FROM ${loaded} ORDER BY facility, reference`);
      await run(`DROP TABLE ${loaded}`);
    }
  }
}

async function place(run: Run, { partition, loaded, first, after }: LoadedYear): Promise<void> {
  const indexes = await indexesOf(run, partition);
  const [{ comment = null } = {}] = await run<{ comment: string | null }>(
    `SELECT quote_literal(obj_description('${partition}'::regclass, 'pg_class')) AS comment`,
  );
  await run(`DROP TABLE ${partition}`);
  await run(`ALTER TABLE ${loaded} RENAME TO ${partition}`);
  for (const { index } of indexes) await run(`ALTER INDEX ${index}_loaded RENAME TO ${index}`);
  await run(`ALTER TABLE visit ATTACH PARTITION ${partition} FOR VALUES FROM ('${first}') TO ('${after}')`);
  await run(`ALTER TABLE ${partition} DROP CONSTRAINT ${loaded}_days`);
  if (comment !== null) await run(`COMMENT ON TABLE ${partition} IS ${comment}`);
}

/** Whether the partition could be had alone within a moment, and is empty. */
async function isFree(run: Run, partition: string): Promise<boolean> {
  await run('SAVEPOINT before_lock');
  try {
    await run(`SET LOCAL lock_timeout = '3s'`);
    await run(`LOCK TABLE ONLY visit, ONLY ${partition} IN ACCESS EXCLUSIVE MODE`);
    await run('SET LOCAL lock_timeout TO DEFAULT');
    return await isEmpty(run, partition);
  } catch (error) {
    if (!busy.includes((error as { code?: string }).code ?? '')) throw error;
    await run('ROLLBACK TO SAVEPOINT before_lock');
    return false;
  }
}

async function isEmpty(run: Run, partition: string): Promise<boolean> {
  const rows = await run(`SELECT FROM ${partition} LIMIT 1`);
  return rows.length === 0;
}

/** What PostgreSQL says when a lock is not to be had: not in time, or two wait for each other. */
const busy = ['55P03', '40P01'];

/** Indexes of a partition, the key among them. */
function indexesOf(
  run: Run,
  partition: string,
): Promise<{ index: string; definition: string; primary: boolean }[]> {
  return run(
    `SELECT c.relname AS index, pg_get_indexdef(i.indexrelid) AS definition, i.indisprimary AS primary
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = $1::regclass ORDER BY 1`,
    [partition],
  );
}
