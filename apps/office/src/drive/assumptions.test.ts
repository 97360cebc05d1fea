import { expect, test } from 'vitest';
import { assumptionsOf, startShares } from './assumptions.ts';

test('REHAB speaks of two bands and its answers come back as one', () => {
  const { all, sums } = assumptionsOf(startShares);
  expect(all.map(({ kind, band }) => [kind, band])).toEqual([
    ['arrears', '1-3'],
    ['arrears', '4-12'],
    ['arrears', '13-24'],
    ['lapsed', undefined],
  ]);
  expect(all[1]).toMatchObject({ join: 0.4, finish: 0.55 });
  const part = (people: number) => ({ people, back: people / 2, amount: people * 10 });
  expect(sums([part(2), part(4), part(6), part(8)])).toEqual({
    short: part(2),
    rehab: part(10),
    lapsed: part(8),
  });
});
