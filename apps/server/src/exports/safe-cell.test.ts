import { expect, test } from 'vitest';
import { csvLine, safeCell } from './safe-cell.ts';

test.each(['=1+1', '+62812', '-5', '@SUM(A1)', '\t=1', '\r=1', ' =1'])('%j is shown, not run', (text) => {
  expect(safeCell(text)).toBe(`'${text}`);
});

test.each(['NI LUH', 'JL. RAYA 1', '', "I'A"])('%j stays as it is', (text) => {
  expect(safeCell(text)).toBe(text);
});

test('a line is quoted where it must be; numbers are numbers', () => {
  expect(csvLine(['A', 'B,C', 'D"E', null, -0.5])).toBe('A,"B,C","D""E",,-0.5\r\n');
});
