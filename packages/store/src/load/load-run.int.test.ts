import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunRepository } from '../repositories/run-repository.ts';
import { writeFixtureRun } from '../testing/fixture-run.ts';
import { addRun } from '../testing/loaded-run.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { deleteRun, loadRun } from './load-run.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let directory: string;
beforeAll(async () => {
  database = await openTestDatabase();
  directory = await mkdtemp(path.join(tmpdir(), 'jangkau-load-'));
  await writeFixtureRun(directory, { residents: 900 });
});
afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true, force: true });
});

async function partitions(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class WHERE relispartition AND relkind = 'r' ORDER BY 1`.execute(
    database.owner,
  );
  return rows.map((row) => row.name);
}

test('a loaded run is done, counted and complete', async () => {
  const run = await addRun(database, directory);
  const steps: number[] = [];
  const counts = await loadRun(database, {
    directory,
    run,
    summary: { a: 1 },
    onProgress: (f) => steps.push(f),
  });
  expect(counts.residents).toBe(900);
  expect(counts.linked + counts.uncovered).toBe(counts.residents);
  expect(counts.uncovered).toBe(90);
  const found = await new RunRepository(database.system).find(run.id);
  expect(found?.state).toBe('done');
  expect(found?.counts).toEqual(counts);
  const { rows } = await sql<{ residents: number; sum: number; parents: number }>`
    SELECT (SELECT count(*)::int FROM resident_result WHERE run_number = ${run.number}) AS residents,
      (SELECT sum(residents)::int FROM village_result WHERE run_number = ${run.number}) AS sum,
      (SELECT count(*)::int FROM pg_inherits WHERE inhrelid = ${`resident_result_${run.number}`}::regclass) AS parents`.execute(
    database.owner,
  );
  expect(rows[0]).toEqual({ residents: 900, sum: 900, parents: 1 });
  expect(steps.at(-1)).toBe(1);
  expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  // A resident carries the state of the card.
  const carried = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM resident_result r JOIN member_result m USING (run_number, member_key)
    WHERE run_number = ${run.number} AND (r.status IS DISTINCT FROM m.status
      OR r.inactive_kind IS DISTINCT FROM m.inactive_kind OR r.segment IS DISTINCT FROM m.segment)`.execute(
    database.owner,
  );
  expect(carried.rows[0]?.n).toBe(0);
});

test('indexes of the partition belong to those of the table, so that nothing is built twice', async () => {
  const { rows } = await sql<{ loose: number }>`
    SELECT count(*)::int AS loose FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relispartition AND NOT c.relispartition`.execute(database.owner);
  expect(rows[0]?.loose).toBe(0);
});

test('a load that is stopped leaves nothing, and can be done again', async () => {
  const run = await addRun(database, directory);
  const before = await partitions();
  const abort = new AbortController();
  await expect(
    loadRun(database, {
      directory,
      run,
      summary: {},
      signal: abort.signal,
      onProgress: (fraction) => fraction > 0.5 && abort.abort(new Error('stopped')),
    }),
  ).rejects.toThrow();
  expect(await partitions()).toEqual(before);
  expect((await new RunRepository(database.system).find(run.id))?.state).toBe('queued');
  const counts = await loadRun(database, { directory, run, summary: {} });
  expect(counts.residents).toBe(900);
  // And once more over a run that is there.
  expect(await loadRun(database, { directory, run, summary: {} })).toEqual(counts);
});

test('a card that comes twice stops the load: nobody may be counted double', async () => {
  const broken = await mkdtemp(path.join(tmpdir(), 'jangkau-load-'));
  await writeFixtureRun(broken, { residents: 50 });
  const members = path.join(broken, 'load', 'members.csv');
  const lines = (await readFile(members, 'utf8')).split('\n');
  await writeFile(members, [...lines.slice(0, -1), lines[1], ''].join('\n'));
  const run = await addRun(database, broken);
  await expect(loadRun(database, { directory: broken, run, summary: {} })).rejects.toThrow(
    'a card is repeated',
  );
  await rm(broken, { recursive: true });
});

test('numbers made up of lines are told apart by run, so that no decision carries over by them', async () => {
  const unnumbered = await mkdtemp(path.join(tmpdir(), 'jangkau-load-'));
  await writeFixtureRun(unnumbered, { residents: 50 });
  const residents = path.join(unnumbered, 'load', 'residents.csv');
  await writeFile(residents, (await readFile(residents, 'utf8')).replaceAll(',P00000', ',baris-'));
  const run = await addRun(database, unnumbered);
  await loadRun(database, { directory: unnumbered, run, summary: {} });
  const { rows } = await sql<{ no_penduduk: string }>`
    SELECT no_penduduk FROM resident_result WHERE run_number = ${run.number} AND resident_key = 7`.execute(
    database.owner,
  );
  expect(rows[0]?.no_penduduk).toBe(`baris-07@${run.number}`);
  await rm(unnumbered, { recursive: true });
});

test('deleting a run drops its partitions and keeps the decisions made in it', async () => {
  const run = await addRun(database, directory);
  await loadRun(database, { directory, run, summary: {} });
  await sql`
    INSERT INTO decision (officer, no_penduduk, no_kartu, verdict, run_id, resident_key, member_key, resident_name, member_name)
    VALUES ('uji', 'P1', 'K1', 'same', ${run.id}, 1, 1, 'A', 'A')`.execute(database.owner);
  await deleteRun(database, run);
  expect((await partitions()).filter((name) => name.endsWith(`_${run.number}`))).toEqual([]);
  expect(await new RunRepository(database.system).find(run.id)).toBeUndefined();
  const { rows } = await sql<{ run_id: string | null }>`SELECT run_id FROM decision`.execute(database.owner);
  expect(rows).toEqual([{ run_id: null }]);
});
