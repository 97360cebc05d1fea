import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountRow, type PublishedRow, suppressSmallCells } from './suppress-small-cells.ts';

const row = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 }))
  .map(([a, b]) => ({ whole: Math.max(a, b), parts: { uncovered: Math.min(a, b) } }));
const table = fc
  .array(row, { minLength: 1, maxLength: 4 })
  .map((rows) => rows.map((one, i) => ({ key: `Banjar ${i}`, ...one })));
type Table = CountRow<'uncovered'>[];
type Published = { rows: PublishedRow<'uncovered'>[]; sums: Record<'whole' | 'uncovered', number | null> };

test('no shown count, and no remainder of one, is under five', () => {
  fc.assert(
    fc.property(table, (rows) => {
      for (const { whole, parts } of suppressSmallCells(rows, ['uncovered']).rows) {
        if (whole !== null) expect(whole).toBeGreaterThanOrEqual(5);
        if (parts.uncovered !== null) expect(parts.uncovered).toBeGreaterThanOrEqual(5);
        if (whole !== null && parts.uncovered !== null)
          expect(whole - parts.uncovered).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});

test('what is shown is true, and a table without small counts is shown whole', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const { rows: shown, sums } = suppressSmallCells(rows, ['uncovered']);
      for (const [i, { whole, parts }] of shown.entries()) {
        expect([null, rows[i]?.whole]).toContain(whole);
        expect([null, rows[i]?.parts.uncovered]).toContain(parts.uncovered);
      }
      const quiet = rows.every((r) => r.parts.uncovered >= 5 && r.whole - r.parts.uncovered >= 5);
      if (quiet) expect(shown.every((r) => r.whole !== null && r.parts.uncovered !== null)).toBe(true);
      if (quiet) expect(sums.uncovered).not.toBeNull();
    }),
  );
});

test('whoever tries every table that fits what is shown cannot tell a small count', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const published = suppressSmallCells(rows, ['uncovered']);
      const seen = possibleCounts(published, rows);
      for (const [i, { whole, parts }] of rows.entries()) {
        if (whole < 5) expect(seen[i]?.whole.size).toBeGreaterThanOrEqual(5);
        if (parts.uncovered < 5) expect(seen[i]?.uncovered.size).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 150 },
  );
});

/** All values each count can have in tables that agree with what is published: an attacker's whole work. */
function possibleCounts(published: Published, rows: Table) {
  const found = rows.map(() => ({ whole: new Set<number>(), uncovered: new Set<number>() }));
  // A sum that is not published is still not more than the attacker could guess: here, fourteen a row.
  const wholes = fill(
    published.rows.map((r) => r.whole),
    published.sums.whole,
    rows.map(() => 14),
  );
  for (const whole of wholes) {
    const parts = fill(
      published.rows.map((r) => r.parts.uncovered),
      published.sums.uncovered,
      whole,
    );
    for (const part of parts)
      for (const [i, one] of found.entries()) {
        one.whole.add(whole[i] as number);
        one.uncovered.add(part[i] as number);
      }
  }
  return found;
}

function fill(shown: (number | null)[], sum: number | null, most: number[]): number[][] {
  let lists: number[][] = [[]];
  for (const [i, count] of shown.entries()) {
    const room = Math.min(most[i] as number, sum ?? 14);
    const choices = count === null ? Array.from({ length: room + 1 }, (_, n) => n) : [count];
    lists = lists.flatMap((list) => choices.filter((n) => n <= (most[i] as number)).map((n) => [...list, n]));
    if (sum !== null) lists = lists.filter((list) => list.reduce((a, b) => a + b, 0) <= sum);
  }
  return sum === null ? lists : lists.filter((list) => list.reduce((a, b) => a + b, 0) === sum);
}
