import { access } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import type { Database } from '../database/connect.ts';
import { candidateFile, copyFile, memberFile, residentFile, villageFile } from './load-files.ts';
import { attachPartition, createPartition, dropPartitions } from './result-tables.ts';

/** Head counts of a loaded run. residents = linked + uncovered; members = linked + duplicates + unmatched. */
export interface LoadedCounts {
  residents: number;
  linked: number;
  uncovered: number;
  expectedUncovered: number | null;
  doubtful: number;
  inactive: number;
  members: number;
  duplicates: number;
  unmatched: number;
}

export interface LoadOptions {
  /** Directory the mapping wrote, with load/*.csv in it. */
  directory: string;
  run: { id: string; number: number };
  summary: unknown;
  /** 0..1 over the whole load. */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Loads what a mapping wrote and marks the run done, in one transaction: after a crash at any point there
 * is either the whole run or nothing of it, and it can be loaded again. Other runs stay readable meanwhile.
 */
export async function loadRun(database: Database, options: LoadOptions): Promise<LoadedCounts> {
  const { run, signal } = options;
  const client = await database.ownerPool.connect();
  const report = steps(options.onProgress);
  const file = (name: string) => path.join(options.directory, 'load', name);
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL work_mem = '256MB'`);
    await dropPartitions(client, run.number);

    const members = await createPartition(client, 'member_result', run.number);
    await copyFile(client, members, file('members.csv'), memberFile, report(0, 0.2), signal);
    await client.query(`ANALYZE ${members} (member_key, bucket)`);
    const residents = await createPartition(client, 'resident_result', run.number);
    await loadResidents(client, residents, members, file('residents.csv'), report(0.2, 0.5), signal);
    const candidates = await createPartition(client, 'candidate_result', run.number);
    if (await exists(file('candidates.csv')))
      await loadCandidates(
        client,
        candidates,
        { residents, members },
        file('candidates.csv'),
        report(0.5, 0.6),
        signal,
      );
    const villages = await createPartition(client, 'village_result', run.number);
    await copyFile(client, villages, file('villages.csv'), villageFile, report(0.6, 0.6), signal);
    await client.query(`UPDATE ${villages} SET area_code = '' WHERE area_code !~ '^[0-9.]+$'`);

    await countLists(client, run.number, { residents, members, candidates });
    signal?.throwIfAborted();
    await attachPartition(client, 'resident_result', run.number, report(0.6, 0.9));
    signal?.throwIfAborted();
    await attachPartition(client, 'member_result', run.number, report(0.9, 0.97));
    await attachPartition(client, 'candidate_result', run.number, report(0.97, 1));
    for (const table of ['village_result', 'list_count', 'banjar_result'] as const)
      await attachPartition(client, table, run.number);

    const counts = await countAll(client, run.number, residents);
    signal?.throwIfAborted();
    await client.query(
      `UPDATE run SET state = 'done', finished_at = now(), error = NULL, counts = $2, summary = $3 WHERE id = $1`,
      [run.id, JSON.stringify(counts), JSON.stringify(options.summary)],
    );
    await client.query('COMMIT');
    return counts;
  } catch (error) {
    // A COPY that was cut off leaves the connection in doubt: it is closed, which also rolls back.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release(true);
  }
}

/** Deletes a run, its results and its progress; decisions made in it stay. */
export async function deleteRun(database: Database, run: { id: string; number: number }): Promise<void> {
  const client = await database.ownerPool.connect();
  try {
    await client.query('BEGIN');
    await dropPartitions(client, run.number);
    await client.query('DELETE FROM run WHERE id = $1', [run.id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Residents carry the segment and status of their card, so that lists filter without a join, and lie on
 * disk by village and name, so that a page of a village is a few blocks.
 */
async function loadResidents(
  client: pg.PoolClient,
  table: string,
  members: string,
  file: string,
  onBytes: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const stage = `${table}_stage`;
  await client.query(`CREATE TEMP TABLE ${stage} (LIKE ${table}) ON COMMIT DROP`);
  await client.query(
    `ALTER TABLE ${stage} DROP run_number, DROP segment, DROP class, DROP status, DROP inactive_kind,
       ALTER p_uncovered DROP NOT NULL, ALTER area_code DROP NOT NULL`,
  );
  const read = await copyFile(client, stage, file, residentFile, onBytes, signal);
  await client.query(`ANALYZE ${stage} (member_key, area_code)`);
  const own = Object.values(residentFile);
  const runNumber = Number(table.slice(table.lastIndexOf('_') + 1));
  const values: Record<string, string> = {
    // A mapping that gives no probability is sure.
    p_uncovered: 'coalesce(r.p_uncovered, (r.member_key IS NULL)::int)',
    // A number made up of a line says nothing in another run: decisions must not carry over by it.
    no_penduduk: `CASE WHEN r.no_penduduk LIKE '%baris-%' THEN r.no_penduduk || '@${runNumber}' ELSE r.no_penduduk END`,
  };
  const value = (column: string) => values[column] ?? `r.${column}`;
  const fromCard = ['segment', 'class', 'status', 'inactive_kind'];
  const { rowCount } = await client.query(
    `INSERT INTO ${table} (${[...own, ...fromCard].join(', ')})
     SELECT ${[...own.map(value), ...fromCard.map((c) => `m.${c}`)].join(', ')}
     FROM ${stage} r LEFT JOIN ${members} m ON m.member_key = r.member_key
     ORDER BY r.area_code, r.name, r.resident_key`,
  );
  // The join repeats a resident whose card is in the members twice.
  if (rowCount !== read)
    throw new Error(`${read} residents were read, ${rowCount} came of them: a card is repeated`);
  await client.query(`DROP TABLE ${stage}`);
}

/** Pairs carry the village of their resident and the number of their card; see 0003-trust-floor.sql. */
async function loadCandidates(
  client: pg.PoolClient,
  table: string,
  of: { residents: string; members: string },
  file: string,
  onBytes: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const stage = `${table}_stage`;
  const own = Object.values(candidateFile).join(', ');
  await client.query(`CREATE TEMP TABLE ${stage} (LIKE ${table}) ON COMMIT DROP`);
  await client.query(`ALTER TABLE ${stage} DROP run_number, DROP area_code, DROP banjar, DROP no_kartu`);
  const read = await copyFile(client, stage, file, candidateFile, onBytes, signal);
  await client.query(`ANALYZE ${stage} (resident_key, member_key)`);
  const { rowCount } = await client.query(
    `INSERT INTO ${table} (${own}, area_code, banjar, no_kartu)
     SELECT ${own
       .split(', ')
       .map((column) => `c.${column}`)
       .join(', ')}, r.area_code, r.banjar, m.no_kartu
     FROM ${stage} c JOIN ${of.residents} r USING (resident_key) JOIN ${of.members} m ON m.member_key = c.member_key`,
  );
  if (rowCount !== read) throw new Error(`${read} pairs were read, ${rowCount} have both their records`);
  await client.query(`DROP TABLE ${stage}`);
}

async function countLists(
  client: pg.PoolClient,
  runNumber: number,
  tables: { residents: string; members: string; candidates: string },
): Promise<void> {
  const { residents, members, candidates } = tables;
  const lists = await createPartition(client, 'list_count', runNumber);
  await client.query(
    `INSERT INTO ${lists} (list, area_code, n)
     SELECT list, area_code, n FROM (
       SELECT area_code, count(*) AS every,
         count(*) FILTER (WHERE member_key IS NULL) AS uncovered,
         count(*) FILTER (WHERE inactive_kind IS NOT NULL) AS inactive,
         count(*) FILTER (WHERE p_uncovered > 0.05 AND p_uncovered < 0.95) AS doubtful,
         count(member_key) AS linked
       FROM ${residents} GROUP BY 1
     ) c CROSS JOIN LATERAL (VALUES ('all', every), ('uncovered', uncovered), ('inactive', inactive),
       ('doubtful', doubtful), ('linked', linked)) AS l (list, n)
     WHERE n > 0`,
  );
  await client.query(
    `INSERT INTO ${lists} (list, area_code, n)
     SELECT CASE bucket WHEN 'duplicate' THEN 'duplicates' ELSE 'unmatched' END, area_code, count(*)
     FROM ${members} WHERE bucket <> 'linked' GROUP BY 1, 2`,
  );
  await client.query(
    `INSERT INTO ${lists} (list, area_code, n)
     SELECT 'pairs', r.area_code, count(*) FROM ${candidates} c JOIN ${residents} r USING (resident_key)
     WHERE c.probability > 0.05 AND c.probability < 0.95 GROUP BY 2`,
  );
  const banjars = await createPartition(client, 'banjar_result', runNumber);
  await client.query(
    `INSERT INTO ${banjars} (area_code, banjar, residents, uncovered, inactive)
     SELECT area_code, coalesce(banjar, ''), count(*), count(*) FILTER (WHERE member_key IS NULL),
       count(*) FILTER (WHERE inactive_kind IS NOT NULL)
     FROM ${residents} WHERE area_code <> '' GROUP BY 1, 2`,
  );
  await client.query(
    `INSERT INTO banjar (village, name) SELECT area_code, banjar FROM ${banjars} WHERE banjar <> ''
     ON CONFLICT DO NOTHING`,
  );
}

async function countAll(client: pg.PoolClient, runNumber: number, residents: string): Promise<LoadedCounts> {
  const lists = await client.query<{ list: string; n: number }>(
    'SELECT list, sum(n)::int AS n FROM list_count WHERE run_number = $1 GROUP BY list',
    [runNumber],
  );
  const of = (list: string) => lists.rows.find((row) => row.list === list)?.n ?? 0;
  const members = await client.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM member_result WHERE run_number = $1',
    [runNumber],
  );
  const expected = await client.query<{ p: number | null }>(
    `SELECT sum(p_uncovered::float8) AS p FROM ${residents}`,
  );
  return {
    residents: of('all'),
    linked: of('linked'),
    uncovered: of('uncovered'),
    expectedUncovered: expected.rows[0]?.p ?? null,
    doubtful: of('doubtful'),
    inactive: of('inactive'),
    members: members.rows[0]?.n ?? 0,
    duplicates: of('duplicates'),
    unmatched: of('unmatched'),
  };
}

function steps(onProgress: ((fraction: number) => void) | undefined) {
  return (from: number, to: number) => (done: number, total: number) =>
    onProgress?.(from + (to - from) * (total > 0 ? done / total : 1));
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
