import { expect, test } from 'vitest';
import { unbilledMonths } from './unbilled-months.ts';

const mandiri = { segment: 'PBPU', class: 3, inactiveKind: 'arrears' };

test('months since the last bill are owed, this one too', () => {
  expect(unbilledMonths([mandiri, mandiri], '2026-09', '2026-11')).toEqual([
    { month: '2026-10', amount: 70_000 },
    { month: '2026-11', amount: 70_000 },
  ]);
  expect(unbilledMonths([mandiri], '2026-11', '2026-11')).toEqual([]);
});

test('who is paid for by others, or has died, is on no bill', () => {
  const worker = { segment: 'PPU_BU', class: 2, inactiveKind: null };
  const dead = { ...mandiri, inactiveKind: 'ended' };
  expect(unbilledMonths([worker, dead], '2026-10', '2026-11')).toEqual([]);
  expect(unbilledMonths([worker, dead, mandiri], '2025-12', '2026-01')).toEqual([
    { month: '2026-01', amount: 35_000 },
  ]);
});
