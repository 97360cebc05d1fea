import { formatDate, maskKk, maskNik, maskPhone } from '@jangkau/kernel';
import type { SourceRow } from './source-rows.ts';

type Field = [label: string, value: (row: SourceRow) => string | null | undefined];

const FIELDS: Field[] = [
  ['Nama / name', (row) => row.nama],
  ['NIK', (row) => row.nik && maskNik(row.nik)],
  ['Tanggal lahir / born', (row) => row.born && formatDate(row.born)],
  ['Jenis kelamin / sex', (row) => (row.sex === 1 ? 'L' : row.sex === 2 ? 'P' : null)],
  ['No. KK / family card', (row) => row.kk && maskKk(row.kk)],
  ['Desa / village', (row) => row.village],
  ['Alamat / address', (row) => row.address],
  ['Telepon / phone', (row) => row.phone && maskPhone(row.phone)],
  ['Hubungan / relation', (row) => row.relation],
  ['Segmen / segment', (row) => row.segment],
  ['Status', (row) => row.status],
];

const GAP = 2;

/**
 * A resident and a card side by side, as lines of text; `=` marks equal values, `x` different ones. Either may
 * be missing. Numbers of persons and families are masked.
 */
export function personComparison(resident: SourceRow | undefined, card: SourceRow | undefined): string[] {
  const rows = FIELDS.map(([label, value]) => {
    const [left, right] = [resident, card].map((row) => (row && value(row)) || '');
    const raw = [resident, card].map((row) => rawOf(label, row, value));
    const mark = !raw[0] || !raw[1] ? ' ' : raw[0] === raw[1] ? '=' : 'x';
    return [label, left ?? '', mark, right ?? ''] as const;
  }).filter(([, left, , right]) => left !== '' || right !== '');
  const heading = ['', 'Register penduduk', ' ', card ? `Kartu ${card.id}` : ''] as const;
  const all = [heading, ...rows];
  const widths = [0, 1].map((i) => Math.max(...all.map((row) => (row[i] as string).length)) + GAP);
  return all.map(([label, left, mark, right]) =>
    `  ${label.padEnd(widths[0] as number)}${left.padEnd(widths[1] as number)}${mark}  ${right}`.trimEnd(),
  );
}

/** Masked values may look equal although they are not; equality is judged on what the register says. */
function rawOf(label: string, row: SourceRow | undefined, value: Field[1]): string | null | undefined {
  if (!row) return undefined;
  if (label === 'NIK') return row.nik;
  if (label.startsWith('No. KK')) return row.kk;
  if (label.startsWith('Telepon')) return row.phone;
  return value(row)?.toUpperCase();
}
