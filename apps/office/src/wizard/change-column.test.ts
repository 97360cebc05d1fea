import type { DetectedColumn } from '@jangkau/contracts';
import { expect, test } from 'vitest';
import { changeColumn, missingColumns } from './change-column.ts';

const column = (header: string, canonical: DetectedColumn['canonical']): DetectedColumn => ({
  header,
  canonical,
  confidence: 0.9,
  reason: 'judul',
  reasonEn: 'header',
  samples: [],
  remembered: false,
});

test('a meaning moves to the column it was given to', () => {
  const columns = [column('Nama', 'nama'), column('Nama Ibu', null)];
  expect(changeColumn(columns, 'Nama Ibu', 'nama')).toEqual([
    { header: 'Nama', canonical: null },
    { header: 'Nama Ibu', canonical: 'nama' },
  ]);
});

test('switching a column off leaves the others alone', () => {
  const columns = [column('A', 'nik'), column('B', null), column('C', 'nama')];
  expect(changeColumn(columns, 'A', null).map((choice) => choice.canonical)).toEqual([null, null, 'nama']);
});

test('asks for a name, and for a NIK or a birth date', () => {
  expect(missingColumns([column('X', 'alamat')])).toEqual(['name', 'key']);
  expect(missingColumns([column('N', 'nama'), column('T', 'tanggal_lahir')])).toEqual([]);
});
