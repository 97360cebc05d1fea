import { expect, test } from 'vitest';
import { spellBars } from './spell-bars.ts';

const spell = (from: string, to: string | null, active = true) => ({
  from,
  to,
  segment: 'PBPU' as const,
  class: 3,
  payer: null,
  active,
  inactiveKind: null,
  reason: 'PAID',
});

test('spells touch, begin at 0 and end at 1', () => {
  const { bars, years } = spellBars(
    [spell('2024-01-01', '2025-01-01'), spell('2025-01-01', null, false)],
    '2026-01-01',
  );
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 366 / 731],
    [366 / 731, 1],
  ]);
  expect(years).toEqual([
    { year: 2025, at: 366 / 731 },
    { year: 2026, at: 1 },
  ]);
});

test('no spell, no line', () => {
  expect(spellBars([], '2026-01-01')).toEqual({ bars: [], years: [] });
});
