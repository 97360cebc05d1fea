import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeptItem, planRetention } from './retention-plan.ts';
import { retentionDays, retentionKinds, retentionRule, retentionRules } from './retention-rules.ts';

const now = '2026-11-21T00:00:00Z';
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const item: fc.Arbitrary<KeptItem> = fc.record({
  kind: fc.constantFrom(...retentionKinds),
  key: fc.constantFrom('a', 'b', 'c'),
  label: fc.constant('berkas'),
  since: fc.integer({ min: 0, max: 2500 }).map(daysAgo),
  size: fc.constant(1),
});
const hold = fc.record({
  kind: fc.constantFrom(...retentionKinds),
  key: fc.option(fc.constantFrom('a', 'b', 'c')),
  reason: fc.constant('sengketa'),
});
const defaults = (kind: KeptItem['kind']) => retentionDays(kind, undefined);

test('every item is due, held or staying; what is held, young or always kept is never due', () => {
  fc.assert(
    fc.property(fc.array(item), fc.array(hold, { maxLength: 3 }), (items, holds) => {
      const plan = planRetention(items, holds, defaults, now);
      expect(plan.due.length + plan.held.length + plan.staying.length).toBe(items.length);
      for (const one of plan.due) {
        expect(retentionRule(one.kind).ending).toBe('delete');
        expect(Date.parse(now) - Date.parse(one.since)).toBeGreaterThanOrEqual(
          defaults(one.kind) * 86_400_000,
        );
        expect(holds.some((h) => h.kind === one.kind && (h.key ?? one.key) === one.key)).toBe(false);
      }
    }),
  );
});

test('more days never delete more', () => {
  fc.assert(
    fc.property(fc.array(item), fc.integer({ min: 0, max: 100 }), (items, more) => {
      const due = planRetention(items, [], defaults, now).due.length;
      expect(planRetention(items, [], (kind) => defaults(kind) + more, now).due.length).toBeLessThanOrEqual(
        due,
      );
    }),
  );
});

test('own days stay within what the rule allows', () => {
  for (const { kind, least, most, days } of retentionRules) {
    expect(least).toBeLessThanOrEqual(days);
    expect(days).toBeLessThanOrEqual(most);
    expect(retentionDays(kind, 0)).toBe(least);
    expect(retentionDays(kind, 1e6)).toBe(most);
  }
});
