import { parseAreaCode } from '@jangkau/kernel';
import type { ContributionSettings } from '../contribution-settings.ts';

/** Regencies whose minimum wage is known, with names people write. '51' is the province (UMP). */
const regencies: readonly { code: string; names: readonly string[] }[] = [
  { code: '51.71', names: ['Denpasar', 'Kota Denpasar'] },
  { code: '51.03', names: ['Badung', 'Kabupaten Badung', 'Kab. Badung'] },
  { code: '51.02', names: ['Tabanan', 'Kabupaten Tabanan', 'Kab. Tabanan'] },
  { code: '51', names: ['Bali', 'Provinsi Bali', 'UMP Bali'] },
];

/** Monthly minimum wages (UMK; UMP for '51') in sen, by regency and year, as published. */
const published: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  '51.03': { 2023: 316_383_732, 2025: 353_433_888, 2026: 379_100_257 },
  '51.71': { 2023: 299_464_714, 2025: 329_811_650, 2026: 349_987_878 },
  '51.02': { 2023: 282_461_312, 2025: 310_252_045, 2026: 328_767_887 },
  '51': { 2025: 299_656_100, 2026: 320_745_900 },
};

/** A wage floor and where it comes from. */
export interface WageFloor {
  /** Whole rupiah, rounded down; 0 when none is known. */
  readonly floor: number;
  readonly regency: string;
  readonly year: number;
  /** Year whose figure was used; differs from `year` when that one is not known, null when there is no floor. */
  readonly usedYear: number | null;
  readonly source: 'UMK' | 'UMP' | 'none';
}

/** Code of the regency somebody names ('Badung', 'Kota Denpasar', '51.02', '5171'); undefined when unknown. */
export function readRegency(text: string, settings: ContributionSettings): string | undefined {
  const wanted = plain(text);
  const known = regencies.find(
    ({ code, names }) => plain(code) === wanted || names.some((name) => plain(name) === wanted),
  );
  if (known) return known.code;
  return Object.keys(settings.minimumWages).find((code) => plain(parseAreaCode(code)) === wanted);
}

/**
 * The least wage that counts for a worker of a business in a year: the UMK of the workplace, rounded down to whole
 * rupiah. A year without a published figure takes the latest earlier one (or none, by setting).
 */
export function wageFloor(regency: string, year: number, settings: ContributionSettings): WageFloor {
  const years = knownYears(regency, settings);
  const usedYear =
    years.has(year) || settings.missingMinimumWage === 'none'
      ? year
      : Math.max(...[...years.keys()].filter((known) => known < year));
  const floor = years.get(usedYear);
  if (floor === undefined) return { floor: 0, regency, year, usedYear: null, source: 'none' };
  return { floor, regency, year, usedYear, source: regency === '51' ? 'UMP' : 'UMK' };
}

/** The highest known floor of a year; a wage above it needs no regency. */
export function highestFloor(year: number, settings: ContributionSettings): number {
  const codes = new Set([...Object.keys(published), ...Object.keys(settings.minimumWages)]);
  return Math.max(...[...codes].map((code) => wageFloor(code, year, settings).floor));
}

function knownYears(regency: string, settings: ContributionSettings): Map<number, number> {
  const years = new Map<number, number>();
  for (const [year, sen] of Object.entries(published[regency] ?? {})) {
    years.set(Number(year), Math.floor(sen / 100));
  }
  for (const [code, wages] of Object.entries(settings.minimumWages)) {
    if (plain(code) !== plain(regency)) continue;
    for (const [year, wage] of Object.entries(wages)) years.set(Number(year), Math.floor(wage));
  }
  return years;
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[\s._-]+/g, '');
}
