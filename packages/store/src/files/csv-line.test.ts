import { expect, test } from 'vitest';
import { csvLine, separatorOf } from './csv-line.ts';

test('quoted fields may hold the separator and quotes', () => {
  expect(csvLine('1, "NI LUH CONTOH, S.Pd" ,x', ',')).toEqual(['1', 'NI LUH CONTOH, S.Pd', 'x']);
  expect(csvLine('"a ""b""";c', ';')).toEqual(['a "b"', 'c']);
  expect(csvLine('a, b ,', ',')).toEqual(['a', 'b', '']);
});

test('a quote that is not closed makes the line unreadable, not the file', () => {
  expect(csvLine('1,"NI LUH', ',')).toBeUndefined();
  expect(csvLine('1,NI "LUH" X', ',')).toBeUndefined();
});

test('the header tells the separator', () => {
  expect(separatorOf('nik;nama')).toBe(';');
  expect(separatorOf('nik,nama')).toBe(',');
});
