import { isCardNumber, isNik } from '@jangkau/kernel';
import { csvLine, separatorOf } from '../files/csv-line.ts';

/** A name of a list sent by others. */
export interface SubmittedName {
  line: number;
  nik: string | null;
  card: string | null;
  name: string | null;
  class: number | null;
  /** Removals by employers: laid off with proof gives six months of cover. */
  laidOff: boolean;
  /** Already refused by its form. */
  fault: 'columns' | 'number-missing' | 'nik-invalid' | 'card-invalid' | null;
}

const names: Record<string, keyof SubmittedName> = {
  nik: 'nik',
  no_kartu: 'card',
  nomor_kartu: 'card',
  card: 'card',
  nama: 'name',
  name: 'name',
  kelas: 'class',
  class: 'class',
  phk: 'laidOff',
};

/** Reads a list (CSV with a header that has nik or no_kartu). Undefined without either. */
export function readChangeList(text: string): SubmittedName[] | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = separatorOf(lines[0] ?? '');
  const header = (csvLine(lines[0] ?? '', separator) ?? []).map(
    (name) => names[name.toLowerCase().replaceAll(' ', '_')],
  );
  if (!header.includes('nik') && !header.includes('card')) return undefined;
  return lines.flatMap((row, i) => {
    if (i === 0 || row.trim() === '') return [];
    const fields = csvLine(row, separator) ?? [];
    const of = (column: keyof SubmittedName) => fields[header.indexOf(column)] || null;
    const nik = header.includes('nik') ? of('nik') : null;
    const card = header.includes('card') ? of('card') : null;
    const fault =
      fields.length !== header.length
        ? 'columns'
        : nik === null && card === null
          ? 'number-missing'
          : nik !== null && !isNik(nik)
            ? 'nik-invalid'
            : card !== null && !isCardNumber(card)
              ? 'card-invalid'
              : null;
    return [
      {
        line: i + 1,
        nik: fault ? null : nik,
        card: fault ? null : card,
        name: of('name')?.slice(0, 60) ?? null,
        class: ['1', '2', '3'].includes(of('class') ?? '') ? Number(of('class')) : null,
        laidOff: /^(ya|y|true|1)$/i.test(of('laidOff') ?? ''),
        fault,
      },
    ];
  });
}
