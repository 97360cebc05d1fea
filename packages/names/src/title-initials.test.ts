import { expect, test } from 'vitest';
import { rankInitials } from './rank-initials.ts';
import { standardiseName } from './standardise-name.ts';
import { titleInitials } from './title-initials.ts';

test.each([
  ['I Gusti Ayu Agung Mertasari', 'IGAA', 'GAA'],
  ['Gusti Ayu Agung Mertasari', 'GAA', 'GAA'],
  ['IGAA Mertasari', 'IGAA', 'GAA'],
  ['I G A A Mertasari', 'IGAA', 'GAA'],
  ['Anak Agung Wirabuana', 'AA', 'AA'],
  ['A.A. Ngurah Wirabuana', 'AAN', 'AAN'],
  ['AAN Wirabuana', 'AAN', 'AAN'],
  ['Ida Bagus Wirabuana', 'IB', 'IB'],
  ['I.B. Wirabuana', 'IB', 'IB'],
  ['I Gusti Ngurah Wirabuana', 'IGN', 'GN'],
  ['IGN Wirabuana', 'IGN', 'GN'],
  ['I K Wirabuana', 'IK', ''],
  ['Ni Wayan Mertasari', 'N', ''],
  ['Cokorda Istri Mertasari', 'CI', 'CI'],
  ['Lasmini', '', ''],
])('%s: %j, rank %j', (raw, initials, rank) => {
  const { tokens } = standardiseName(raw);
  expect(titleInitials(tokens)).toBe(initials);
  expect(rankInitials(tokens)).toBe(rank);
});
