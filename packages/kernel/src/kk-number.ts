import { Problem } from './problem.ts';

declare const kkNumberBrand: unique symbol;

/**
 * Number of a family card (Kartu Keluarga), 16 digits: district, issue date, serial. A new card gets a
 * new number, so it is evidence of a household and not a key of one.
 */
export type KkNumber = string & { readonly [kkNumberBrand]: true };

/**
 * Reads a KK number: 16 digits, not all the same; space around it is dropped.
 * @throws Problem 'kk-number-invalid'
 */
export function parseKkNumber(text: string): KkNumber {
  const trimmed = text.trim();
  if (!isKkNumber(trimmed)) throw new Problem('kk-number-invalid');
  return trimmed;
}

/** True for 16 digits that are not all the same. */
export function isKkNumber(text: string): text is KkNumber {
  return /^\d{16}$/.test(text) && !/^(\d)\1{15}$/.test(text);
}
