import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordSplitter } from './record-splitter.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', ',', '"', '""', '\n', '\r\n', 'xyz', ' ', '\n\n'), { maxLength: 60 })
  .map((parts) => parts.join(''));

function split(parts: readonly string[]) {
  const splitter = new RecordSplitter({ delimiter: ',', lineEnd: '\n' }, 3);
  return [...parts.flatMap((part) => splitter.push(part)), ...splitter.end()];
}

test('cutting the text into pieces changes nothing', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(60), { maxLength: 5 }), (whole, cuts) => {
      const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
      const parts = at.slice(1).map((end, i) => whole.slice(at[i], end));
      expect(split(parts)).toEqual(split([whole]));
    }),
    { numRuns: 500 },
  );
});

test('every line that is not blank belongs to exactly one record', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const taken = split([whole]).flatMap(({ line, lines }) =>
        Array.from({ length: lines }, (_, i) => line + i),
      );
      expect(new Set(taken).size).toBe(taken.length);
      const filled = whole.split('\n').flatMap((line, i) => (line.replace(/\r$/, '') === '' ? [] : [i + 1]));
      expect(taken).toEqual(expect.arrayContaining(filled));
    }),
    { numRuns: 500 },
  );
});

test('well-formed values come back as they went in', () => {
  const value = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', 'é', '0'), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 10 }), (rows) => {
      const csv = rows
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
        .join('\n');
      expect(split([Buffer.from(csv).toString('latin1')]).map(({ fields }) => fields)).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});
