import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOfRows } from './line-of-row.ts';

test('rows take the lines that are not gaps, in order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 60 })),
      fc.integer({ min: 1, max: 20 }),
      (some, firstLine) => {
        const gaps = [...some].sort((a, b) => a - b);
        const lines = Array.from({ length: 200 }, (_, i) => firstLine + i).filter(
          (line) => !gaps.includes(line),
        );
        const rows = Array.from({ length: 50 }, (_, i) => i);
        expect(linesOfRows(rows, firstLine, gaps)).toEqual(lines.slice(0, 50));
        expect(linesOfRows([3, 17, 40], firstLine, gaps)).toEqual([lines[3], lines[17], lines[40]]);
      },
    ),
  );
});
