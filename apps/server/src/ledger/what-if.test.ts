import { expect, test } from 'vitest';
import { whatIf } from './what-if.ts';

const group = { families: 1, segment: 'PBPU', reason: 'ARREARS', kind: 'arrears' as const };
const figures = {
  members: 1000,
  active: 890,
  inactive: 110,
  areas: [],
  groups: [
    { ...group, band: '4-12' as const, people: 50, amount: 5_000_000 },
    { ...group, band: '1-3' as const, people: 20, amount: 1_000_000 },
    { ...group, kind: 'lapsed' as const, reason: 'PBI_REMOVED', band: '0' as const, people: 40, amount: 0 },
  ],
};

test('40 % of those owing 4-12 months take REHAB and half of them finish', () => {
  expect(whatIf(figures, [{ kind: 'arrears', band: '4-12', join: 0.4, finish: 0.5 }])).toMatchObject({
    activeBefore: 890,
    activeAfter: 900,
    rateAfter: { numerator: 900, denominator: 1000 },
    parts: [{ people: 50, back: 10, amount: 1_000_000 }],
  });
});

test('nobody comes back twice', () => {
  const all = { kind: 'arrears' as const, join: 1, finish: 1 };
  const { parts, activeAfter } = whatIf(figures, [{ ...all, band: '4-12' }, all, all]);
  expect(parts.map(({ people }) => people)).toEqual([50, 20, 0]);
  expect(activeAfter).toBe(960);
});
