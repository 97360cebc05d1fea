import { InvalidArgumentError } from 'commander';

/** Reads a probability, 0 to 1. Throws commander's usage error otherwise, as every reader here. */
export function probability(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError('Harus angka dari 0 sampai 1 / must be a number from 0 to 1.');
  }
  return value;
}

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(
        `Harus bilangan bulat mulai ${least} / must be a whole number from ${least}.`,
      );
    }
    return value;
  };
}

/** Reads a calendar date written as 2026-11-21. */
export function isoDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !real) {
    throw new InvalidArgumentError('Harus tanggal seperti 2026-11-21 / must be a date such as 2026-11-21.');
  }
  return text;
}

/** Reads an amount of memory for DuckDB such as 4GiB or 800MB. */
export function memorySize(text: string): string {
  if (!/^\d+(\.\d+)?\s*[KMGT]i?B$/i.test(text)) {
    throw new InvalidArgumentError('Harus seperti 4GiB / must look like 4GiB.');
  }
  return text;
}

/** Reads a calendar month written as 2026-10. */
export function isoMonth(text: string): string {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(text))
    throw new InvalidArgumentError('Harus bulan seperti 2026-10 / must be a month such as 2026-10.');
  return text;
}
