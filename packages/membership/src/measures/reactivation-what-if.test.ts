import { expect, test } from 'vitest';
import { reactivationWhatIf } from './reactivation-what-if.ts';

const branch = { population: 1_679_100, members: 1_688_195, active: 1_503_459 };

test('40 % of 20,000 take REHAB and 52.6 % of them finish: 4,208 people, 89.06 % becomes 89.31 %', () => {
  const group = { id: 'arrears-4-to-12', people: 20_000, takeUp: 0.4, completion: 0.526 };
  const { before, after, reactivated, groups } = reactivationWhatIf(branch, [group]);
  expect(reactivated).toBe(4_208);
  expect(groups).toEqual([{ ...group, reactivated: 4_208 }]);
  expect([before.ratio, after.ratio].map((ratio) => ((ratio ?? 0) * 100).toFixed(2))).toEqual([
    '89.06',
    '89.31',
  ]);
  expect(after.numerator.value).toBe(1_507_667);
});

test('nobody comes back of their own accord, everybody at most', () => {
  expect(reactivationWhatIf(branch, []).after).toEqual(reactivationWhatIf(branch, []).before);
  const all = { id: 'all', people: 184_736, takeUp: 1, completion: 1 };
  expect(reactivationWhatIf(branch, [all]).after.ratio).toBe(1);
});

test('assumptions that cannot be are refused', () => {
  const group = { id: 'x', people: 10, takeUp: 1, completion: 1 };
  expect(() => reactivationWhatIf(branch, [{ ...group, takeUp: 1.1 }])).toThrow(RangeError);
  expect(() => reactivationWhatIf(branch, [{ ...group, completion: Number.NaN }])).toThrow(RangeError);
  expect(() => reactivationWhatIf(branch, [{ ...group, people: 184_737 }])).toThrow(RangeError);
});
