import { expect, test } from 'vitest';
import { Engine } from '../engine/engine.ts';
import type { LinkModel } from '../model/link-model.ts';
import { SeededChance } from '../testing/seeded-chance.ts';
import { duckdbDialect } from './duckdb-dialect.ts';
import { testSql } from './test-sql.ts';

const model: LinkModel = {
  name: 'digits',
  fields: { n: { kind: 'digits', from: 'n', length: 16 } },
  blocking: [],
  comparisons: [],
};

/** Numbers as long as they get, with the changes that arithmetic on them could mistake: borrows, nines, powers of ten. */
function makePairs(): [string, string][] {
  const chance = new SeededChance(3);
  const random = () =>
    String(1 + chance.below(9)) + Array.from({ length: 15 }, () => chance.below(10)).join('');
  const odd = [
    '1000000000000000',
    '9999999999999999',
    '5171040101990001',
    '1999999999999999',
    '2000000000000000',
  ];
  const numbers = [...odd, ...Array.from({ length: 25 }, random)];
  const put = (n: string, at: number, digit: string) => n.slice(0, at) + digit + n.slice(at + 1);
  const pairs = numbers.flatMap((n) =>
    Array.from({ length: 16 }, (_, at): [string, string][] => {
      const changed = put(n, at, String((Number(n[at]) + 1 + chance.below(9)) % 10));
      const exchanged = at < 15 ? put(put(n, at, n[at + 1] as string), at + 1, n[at] as string) : n;
      return [
        [n, changed],
        [n, exchanged],
        [changed, exchanged],
        [n, random()],
      ];
    }).flat(),
  );
  return [...pairs, ...odd.flatMap((a) => odd.map((b): [string, string] => [a, b]))];
}

test('one wrong digit and two exchanged neighbours, in numbers of sixteen digits', async () => {
  const pairs = makePairs().filter(([, r]) => r[0] !== '0');
  const engine = await Engine.open({ threads: 1 });
  try {
    const values = pairs.map(([l, r], i) => `(${i}, ${l}, ${r})`).join(', ');
    const found = await engine.rows<{ i: number; one: boolean; exchanged: boolean }>(`
      SELECT i, ${testSql({ is: 'one-digit' }, 'n', model, duckdbDialect)} AS one,
        ${testSql({ is: 'transposed' }, 'n', model, duckdbDialect)} AS exchanged
      FROM (VALUES ${values}) v(i, l_n, r_n) ORDER BY i`);
    const should = pairs.map(([l, r], i) => {
      const at = [...l].flatMap((digit, j) => (digit === r[j] ? [] : [j]));
      const [a = 0, b = 0] = at;
      const exchanged = at.length === 2 && b === a + 1 && l[a] === r[b] && l[b] === r[a];
      return { i, one: at.length === 1, exchanged };
    });
    expect(found).toEqual(should);
    expect(should.filter((s) => s.one).length).toBeGreaterThan(300);
    expect(should.filter((s) => s.exchanged).length).toBeGreaterThan(300);
  } finally {
    await engine.close();
  }
});
