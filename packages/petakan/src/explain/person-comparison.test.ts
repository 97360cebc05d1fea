import { expect, test } from 'vitest';
import { personComparison } from './person-comparison.ts';

const resident = {
  id: 'A-1',
  nik: '5171014507900000',
  kk: '5171010101100000',
  nama: 'Ni Luh Contoh',
  sex: 2,
  born: '1990-07-05',
  village: '51.71.01.1001',
  address: null,
  phone: '6281234567890',
};
const card = {
  ...resident,
  id: '0000000000001',
  nama: 'NI LUH CONTOH',
  nik: '5171014507910000',
  phone: null,
};
const line = (lines: string[], label: string) => lines.find((text) => text.trim().startsWith(label)) ?? '';

test('marks what is equal and what is not, also behind the masks', () => {
  const lines = personComparison(resident, card);
  expect(line(lines, 'Nama')).toMatch(/Ni Luh Contoh += {2}NI LUH CONTOH$/);
  expect(line(lines, 'NIK')).toMatch(/517101\*{8}00 +x {2}517101\*{8}00$/);
  expect(line(lines, 'Tanggal')).toMatch(/5 Juli 1990 += {2}5 Juli 1990$/);
  expect(line(lines, 'Telepon')).toMatch(/\*{10}890$/);
});

test('leaves out what neither side has, and the card when there is none', () => {
  expect(line(personComparison(resident, card), 'Alamat')).toBe('');
  const lines = personComparison(resident, undefined);
  expect(lines.join('\n')).not.toContain('Kartu');
  expect(line(lines, 'Jenis kelamin')).toMatch(/P$/);
});
