import { suppressSmallCells } from '@jangkau/privacy';
import type { BanjarFigures } from '@jangkau/store';
import { csvLine } from './safe-cell.ts';

interface PublishedBanjar {
  banjar: string | null;
  residents: number | null;
  uncovered: number | null;
  inactive: number | null;
}

/** Banjar figures as they may leave the office: counts under `least` hidden, and others with them. */
export function publishedBanjars(
  items: readonly BanjarFigures[],
  least: number,
): {
  rows: PublishedBanjar[];
  sums: Record<'whole' | 'uncovered' | 'inactive', number | null>;
} {
  const { rows, sums } = suppressSmallCells(
    items.map(({ banjar, residents, uncovered, inactive }) => ({
      key: banjar ?? '',
      whole: residents,
      parts: { uncovered, inactive },
    })),
    ['uncovered', 'inactive'],
    least,
  );
  return {
    rows: rows.map(({ key, whole, parts }) => ({ banjar: key || null, residents: whole, ...parts })),
    sums,
  };
}

/** The same as CSV; a hidden count says so in words. */
export function banjarCsv(items: readonly BanjarFigures[], least: number): string {
  const { rows, sums } = publishedBanjars(items, least);
  const cell = (count: number | null) => count ?? 'disembunyikan';
  const lines = rows.map((row) =>
    csvLine([row.banjar ?? '(tanpa banjar)', cell(row.residents), cell(row.uncovered), cell(row.inactive)]),
  );
  const total = csvLine(['Jumlah', cell(sums.whole), cell(sums.uncovered), cell(sums.inactive)]);
  const note = csvLine([
    `Angka di bawah ${least} disembunyikan, bersama angka lain yang dapat membukanya.`,
    null,
    null,
    null,
  ]);
  return `\uFEFF${csvLine(['banjar', 'penduduk', 'belum_terdaftar', 'tidak_aktif'])}${lines.join('')}${total}${note}`;
}
