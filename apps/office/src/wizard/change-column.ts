import type { CanonicalColumn, DetectedColumn } from '@jangkau/contracts';

type ColumnChoice = { header: string; canonical: CanonicalColumn | null };

/**
 * The meaning of every column after one was changed. A meaning belongs to one column only, so a column that
 * had it before is no longer used.
 */
export function changeColumn(
  columns: readonly DetectedColumn[],
  header: string,
  canonical: CanonicalColumn | null,
): ColumnChoice[] {
  return columns.map((column) => {
    if (column.header === header) return { header, canonical };
    const taken = canonical !== null && column.canonical === canonical;
    return { header: column.header, canonical: taken ? null : column.canonical };
  });
}

/** What a file cannot do without: a name, and a NIK or a birth date. */
export function missingColumns(columns: readonly DetectedColumn[]): Array<'name' | 'key'> {
  const has = new Set(columns.map((column) => column.canonical));
  const missing: Array<'name' | 'key'> = [];
  if (!has.has('nama')) missing.push('name');
  if (!has.has('nik') && !has.has('tanggal_lahir')) missing.push('key');
  return missing;
}
