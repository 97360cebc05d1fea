import { indonesianMonths } from '@jangkau/kernel';
import type { Random } from '../chance/random.ts';
import type { ResidentFields } from './village-residents.ts';

/** What stands in a cell of a village file. */
export type MessyCell = string | number | Date | null;

/** How one clerk fills one column. */
export type CellHabit = (row: ResidentFields, random: Random, position: number) => MessyCell;

/** Days from 30 December 1899, as spreadsheets count them. */
function excelSerial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86400000);
}

/** A birth date with day first and the separator given: 05/07/1990. */
export function dayFirst(separator: string): CellHabit {
  return ({ tanggal_lahir: iso }) => [iso.slice(8), iso.slice(5, 7), iso.slice(0, 4)].join(separator);
}

/** A birth date in words: 5 Juli 1990. */
export const inWords: CellHabit = ({ tanggal_lahir: iso }) =>
  `${Number(iso.slice(8))} ${indonesianMonths[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

/** A birth date as a spreadsheet date; now and then typed as text. */
export const asDate: CellHabit = (row, random, position) =>
  random.chance(0.06) ? dayFirst('-')(row, random, position) : new Date(`${row.tanggal_lahir}T00:00:00Z`);

/** A birth date as the bare serial number of a spreadsheet. */
export const asSerial: CellHabit = ({ tanggal_lahir: iso }) => excelSerial(iso);

/** A birth date as in the database, but some as a serial number. */
export const isoOrSerial: CellHabit = ({ tanggal_lahir: iso }, random) =>
  random.chance(0.08) ? String(excelSerial(iso)) : iso;

/** A NIK kept as text, but some turned into a number, which keeps fifteen digits. */
export const nikSometimesNumber: CellHabit = ({ nik }, random) =>
  nik !== '' && random.chance(0.03) ? Number(`${nik.slice(0, 15)}0`) : nik;

/** A NIK with the apostrophe that keeps it text. */
export const nikWithApostrophe: CellHabit = ({ nik }, random) =>
  nik === '' ? '' : random.chance(0.7) ? `'${nik}` : nik;

/** A NIK with spaces after or inside it. */
export const nikWithSpaces: CellHabit = ({ nik }, random) => {
  const roll = random.float();
  if (nik === '' || roll < 0.6) return nik;
  return roll < 0.9 ? `${nik}  ` : `${nik.slice(0, 6)} ${nik.slice(6, 12)} ${nik.slice(12)}`;
};

/** A NIK that a spreadsheet saved as 5,17101E+15: ten digits of it are gone. */
export const nikSometimesFloat: CellHabit = ({ nik }, random) =>
  nik !== '' && random.chance(0.05) ? Number(nik).toExponential(5).replace('.', ',').replace('e', 'E') : nik;

/** Sex in the words given, man first. */
export function sexAs(man: string, woman: string): CellHabit {
  return ({ jenis_kelamin: sex }) => (sex === 'L' ? man : woman);
}

/** A column as it is in the register. */
export function plain(column: keyof ResidentFields): CellHabit {
  return (row) => row[column];
}

/** The village code without dots. */
export const undottedVillage: CellHabit = ({ kode_desa: code }) => code.replaceAll('.', '');

/** The running number of the row. */
export const position: CellHabit = (_row, _random, at) => at;

/** An address with a dash that only old Windows files encode in one byte. */
export const addressWithDash: CellHabit = ({ alamat }, random) =>
  alamat.replace(/No\. (\d+)/, (all, number: string) =>
    random.chance(0.15) ? `No. ${number}–${Number(number) + 2}` : all,
  );
