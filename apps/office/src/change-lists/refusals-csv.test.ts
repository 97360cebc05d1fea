import { expect, test } from 'vitest';
import { refusalsCsv } from './refusals-csv.ts';

test('commas and quotes are quoted, formulas are not run', () => {
  expect(
    refusalsCsv(
      ['Baris', 'Nama'],
      [
        ['2', 'Ni "Luh", S.Pd'],
        ['3', '=cmd|1'],
      ],
    ),
  ).toBe('\uFEFFBaris,Nama\r\n2,"Ni ""Luh"", S.Pd"\r\n3,\'=cmd|1\r\n');
});
