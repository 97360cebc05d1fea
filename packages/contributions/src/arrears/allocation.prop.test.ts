import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocatePayment } from './allocation.ts';

const items = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1, maxLength: 3 }), amount: fc.integer({ min: 0, max: 200_000 }) }),
  { selector: ({ key }) => key, maxLength: 30 },
);

test('the oldest month is paid first, in part if need be', () => {
  const open = [
    { key: '2026-02', amount: 35_000 },
    { key: '2025-12', amount: 35_000 },
    { key: '2026-01', amount: 35_000 },
  ];
  expect(allocatePayment(open, 50_000)).toEqual({
    allocations: [
      { key: '2025-12', amount: 35_000 },
      { key: '2026-01', amount: 15_000 },
    ],
    remainder: 0,
  });
  expect(allocatePayment(open, 110_000).remainder).toBe(5_000);
});

test('allocations and remainder add up to the payment; nothing is paid twice or beyond what is owed', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 0, max: 5_000_000 }), (open, payment) => {
      const { allocations, remainder } = allocatePayment(open, payment);
      const allocated = allocations.reduce((total, { amount }) => total + amount, 0);
      expect(allocated + remainder).toBe(payment);
      const owed = new Map(open.map(({ key, amount }) => [key, amount]));
      for (const { key, amount } of allocations) {
        expect(amount).toBeGreaterThan(0);
        expect(amount).toBeLessThanOrEqual(owed.get(key) ?? 0);
      }
      const partly = allocations.slice(0, -1).filter(({ key, amount }) => amount !== owed.get(key));
      expect(partly).toEqual([]);
      if (remainder > 0) expect(allocated).toBe([...owed.values()].reduce((a, b) => a + b, 0));
      const keys = allocations.map(({ key }) => key);
      expect(keys).toEqual([...keys].sort());
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
