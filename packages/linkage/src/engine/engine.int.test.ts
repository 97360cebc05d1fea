import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { sqlName, sqlString } from './quote.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 2, memoryLimit: '200MiB' });
});
afterAll(() => engine.close());

test('values come as plain JavaScript', async () => {
  const [row] = await engine.rows(`
    SELECT 1::TINYINT AS small, 9007199254740991::BIGINT AS safe, 9007199254740993::BIGINT AS big,
      sum(2)::HUGEINT AS huge, 0.5::DOUBLE AS half, true AS yes, NULL AS nothing, 'é' AS text,
      DATE '2024-02-29' AS day, ['a', NULL] AS list, 1.25::DECIMAL(5, 2) AS exact`);
  expect(row).toEqual({
    small: 1,
    safe: 9007199254740991,
    big: 9007199254740993n,
    huge: 2,
    half: 0.5,
    yes: true,
    nothing: null,
    text: 'é',
    day: '2024-02-29',
    list: ['a', null],
    exact: '1.25',
  });
});

describe('load', () => {
  test('makes a table of many chunks, with nulls, and replaces it', async () => {
    const n = 5000;
    const numbers = Int32Array.from({ length: n }, (_, i) => i);
    const texts = Array.from({ length: n }, (_, i) => (i % 3 === 0 ? null : `t${i}`));
    for (let twice = 0; twice < 2; twice++)
      await engine.load('loaded', [
        { name: 'i', type: 'INTEGER', values: numbers },
        { name: 'odd name "x"', type: 'VARCHAR', values: texts },
        { name: 'd', type: 'DOUBLE', values: Array.from(numbers, (i) => i / 2) },
      ]);
    const [row] = await engine.rows(
      `SELECT count(*) AS n, sum(i) AS i, count(*) FILTER ("odd name ""x""" IS NULL) AS nulls, max(d) AS d FROM loaded`,
    );
    expect(row).toEqual({ n, i: (n * (n - 1)) / 2, nulls: Math.ceil(n / 3), d: (n - 1) / 2 });
    expect(await engine.rows('SELECT * FROM loaded WHERE i = 4999')).toEqual([
      { i: 4999, 'odd name "x"': 't4999', d: 2499.5 },
    ]);
  });

  test('of nothing makes an empty table', async () => {
    await engine.load('empty', [{ name: 'i', type: 'INTEGER', values: [] }]);
    expect(await engine.rows('SELECT * FROM empty')).toEqual([]);
  });
});

test('columns hold the same values as rows', async () => {
  const sql = 'SELECT i, i::VARCHAR AS s FROM range(3000) t(i) ORDER BY i DESC';
  const [rows, columns] = [await engine.rows(sql), await engine.columns(sql)];
  expect(columns).toEqual({ i: rows.map((r) => r.i), s: rows.map((r) => r.s) });
});

test('typed arrays go in and come out as they are, over many chunks', async () => {
  const [whole, real] = [Int32Array.from({ length: 5000 }, (_, i) => 7 - i), new Float64Array(5000)];
  for (let i = 0; i < real.length; i++) real[i] = i / 3;
  await engine.load('typed', [
    { name: 'n', type: 'INTEGER', values: whole },
    { name: 'x', type: 'DOUBLE', values: real },
  ]);
  expect((await engine.columns('SELECT n, x FROM typed ORDER BY n DESC')).x).toEqual([...real]);
  expect(await engine.integers('SELECT n, -n AS m FROM typed ORDER BY n DESC')).toEqual({
    n: whole,
    m: whole.map((n) => -n),
  });
  expect(await engine.integers('SELECT n FROM typed WHERE false')).toEqual({ n: new Int32Array() });
  await expect(engine.integers('SELECT x FROM typed')).rejects.toThrow('x is not INTEGER');
});

test("several statements run in order; an error is the engine's own", async () => {
  await engine.run(
    'CREATE OR REPLACE TABLE a AS SELECT 1 AS x; UPDATE a SET x = x + 1; UPDATE a SET x = x * 10',
  );
  expect(await engine.rows('SELECT x FROM a')).toEqual([{ x: 20 }]);
  await expect(engine.run('SELECT * FROM nowhere')).rejects.toThrow(/nowhere/);
});

test('interrupt stops a long statement, and the engine goes on', async () => {
  const long = engine.rows('SELECT count(*) FROM range(100000000000) a');
  setTimeout(() => engine.interrupt(), 100);
  await expect(long).rejects.toThrow(/INTERRUPT/i);
  expect(await engine.rows('SELECT 1 AS x')).toEqual([{ x: 1 }]);
});

test.each([1, 2])(
  'with %d threads, pieces of work go on abreast and come back in their order',
  async (threads) => {
    const own = await Engine.open({ threads });
    let [running, most] = [0, 0];
    const pieces = [3, 1, 4, 1, 5].map((x, i) => async (on: Engine) => {
      most = Math.max(most, ++running);
      await on.run(`CREATE TABLE piece_${i} AS SELECT ${x} AS x, count(*) AS n FROM range(300000)`);
      running--;
      return x;
    });
    expect(await own.abreast(pieces)).toEqual([3, 1, 4, 1, 5]);
    expect(most).toBe(threads);
    expect(await own.rows('SELECT x FROM piece_0 UNION ALL SELECT x FROM piece_4')).toEqual([
      { x: 3 },
      { x: 5 },
    ]);
    await own.close();
  },
);

test('a piece that fails stops those that have not begun, and interrupting reaches all', async () => {
  const begun: number[] = [];
  const piece = (sql: string, i: number) => async (on: Engine) => {
    begun.push(i);
    await on.run(sql);
  };
  const fails = ['SELECT * FROM nowhere', 'SELECT sum(a) FROM range(30000000) t(a)', 'SELECT 1', 'SELECT 1'];
  await expect(engine.abreast(fails.map(piece))).rejects.toThrow(/nowhere/);
  expect(begun).toEqual([0, 1]);
  const long = Array.from({ length: 2 }, () => 'SELECT count(*) FROM range(100000000000) a');
  setTimeout(() => engine.interrupt(), 100);
  await expect(engine.abreast(long.map(piece))).rejects.toThrow(/INTERRUPT/i);
});

test('a database file outlives its engine', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  try {
    const path = join(folder, 'a.duckdb');
    const first = await Engine.open({ path });
    await first.run('CREATE TABLE kept AS SELECT 7 AS x');
    await first.close();
    const second = await Engine.open({ path, tempDirectory: join(folder, "spill's") });
    expect(await second.rows('SELECT x FROM kept')).toEqual([{ x: 7 }]);
    await second.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('quoted texts and names are what they were', async () => {
  const odd = `it's "odd"; -- \\ é`;
  expect(await engine.rows(`SELECT ${sqlString(odd)} AS ${sqlName(odd)}`)).toEqual([{ [odd]: odd }]);
});
