import type { AreaCode } from './area-code.ts';
import { Problem } from './problem.ts';

declare const nikBrand: unique symbol;

/**
 * Nomor Induk Kependudukan, 16 digits: district of first registration (PPKKCC), birth date DDMMYY with
 * 40 added to the day for women, serial of four digits (PP 37/2007 Art 37). It never changes, not even
 * when the person moves or the birth date is corrected (PP 40/2019 Art 30(2)), so a mismatch with the
 * birth date of a register is a warning and not an error. It has no check digit and no century.
 */
export type Nik = string & { readonly [nikBrand]: true };

/** What the digits of a NIK say. */
export interface NikParts {
  /** Regency or city of first registration, 'PP.KK'. */
  readonly regency: AreaCode;
  /** District of first registration, 'PP.KK.CC'. */
  readonly district: AreaCode;
  readonly sex: 'L' | 'P';
  /** Day of birth, 1 to 31 (40 already taken off for women). */
  readonly birthDay: number;
  /** Month of birth, 1 to 12. */
  readonly birthMonth: number;
  /** Last two digits of the birth year. */
  readonly birthYear2: number;
  /** 0 to 9999; 0 is never issued and marks a made-up NIK. */
  readonly serial: number;
}

/** Longest month lengths: a NIK has no century, so 29 February is always possible. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Reads a NIK: 16 digits whose parts are possible. Space around it is dropped; nothing is repaired.
 * @throws Problem 'nik-invalid', whose message does not repeat the number
 */
export function parseNik(text: string): Nik {
  const trimmed = text.trim();
  const fault = nikFault(trimmed);
  if (fault !== undefined) throw new Problem('nik-invalid', { reason: fault });
  return trimmed as Nik;
}

/** True for 16 digits whose area, day and month are possible. */
export function isNik(text: string): text is Nik {
  return nikFault(text) === undefined;
}

/** What the digits of a NIK say about its holder. */
export function nikParts(nik: Nik): NikParts {
  const day = Number(nik.slice(6, 8));
  return {
    regency: `${nik.slice(0, 2)}.${nik.slice(2, 4)}` as AreaCode,
    district: `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}` as AreaCode,
    sex: day > 40 ? 'P' : 'L',
    birthDay: day > 40 ? day - 40 : day,
    birthMonth: Number(nik.slice(8, 10)),
    birthYear2: Number(nik.slice(10, 12)),
    serial: Number(nik.slice(12)),
  };
}

function nikFault(text: string): string | undefined {
  if (!/^\d{16}$/.test(text)) return 'not 16 digits';
  if (Number(text.slice(0, 2)) < 11) return 'no such province';
  if (text.slice(2, 4) === '00' || text.slice(4, 6) === '00') return 'no such district';
  const written = Number(text.slice(6, 8));
  const day = written > 40 ? written - 40 : written;
  const longest = monthDays[Number(text.slice(8, 10)) - 1];
  if (longest === undefined) return 'no such month';
  if (day < 1 || day > longest) return 'no such day';
  return undefined;
}
