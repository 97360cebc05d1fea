import type { RecordFault } from '../csv/record-splitter.ts';
import { isKnownHeader } from '../detect/header-aliases.ts';
import type { ReadingPlan } from './typed-columns.ts';

/** Why a row is set aside: the file's column that decided, and an Indonesian sentence. */
export interface RowReason {
  column: string | null;
  reason: string;
}

const faults: Record<RecordFault, string> = {
  quotes: 'Tanda kutip tidak ditutup atau tidak pada tempatnya.',
  encoding: 'Pengodean huruf rusak: bukan UTF-8.',
  'zero-bytes': 'Baris berisi byte nol; berkas mungkin rusak.',
  'too-long': 'Baris terlalu panjang.',
};

const totalRow: RowReason = { column: null, reason: 'Baris jumlah, bukan data orang.' };

function isTotal(field: string): boolean {
  return /^\W*(grand |sub ?)?(total|jumlah)\b/i.test(field);
}

/** Reason for a record that is not well-formed, or undefined. `cutOff`: the last line, without a line end. */
export function structuralReason(
  record: { fields: readonly string[]; fault?: RecordFault },
  width: number,
  cutOff: boolean,
): RowReason | undefined {
  if (record.fault) return { column: null, reason: faults[record.fault] };
  const found = record.fields.length;
  if (found === width) return undefined;
  if (record.fields.every((field) => field.trim() === '')) return { column: null, reason: 'Baris kosong.' };
  if (record.fields.some(isTotal)) return totalRow;
  const columns = `${found} kolom, seharusnya ${width}`;
  if (found > width) return { column: null, reason: `Kolom berlebih: ${columns}.` };
  return {
    column: null,
    reason: cutOff ? `Baris terakhir terpotong: ${columns}.` : `Kolom kurang: ${columns}.`,
  };
}

/** Reason for a well-formed row that names nobody. */
export function contentReason(fields: readonly string[], plan: ReadingPlan): RowReason {
  const filled = fields.filter((field) => field.trim() !== '');
  if (filled.length === 0) return { column: null, reason: 'Baris kosong.' };
  if (filled.filter((field) => isKnownHeader(field)).length >= Math.max(2, filled.length / 2))
    return { column: null, reason: 'Baris judul yang berulang.' };
  if (filled.some(isTotal)) return totalRow;
  const at = (column: 'nama' | 'nik' | 'tanggal_lahir') => {
    const index = plan.positions.get(column);
    return index === undefined
      ? undefined
      : { name: plan.file.columns[index]?.name ?? null, value: fields[index] ?? '' };
  };
  const name = at('nama');
  if (name && !/\S/.test(name.value)) return { column: name.name, reason: 'Nama kosong.' };
  const key = at('nik') ?? at('tanggal_lahir');
  return {
    column: key?.name ?? null,
    reason: 'NIK, KK, tanggal lahir dan nomor HP kosong atau tidak dapat dibaca.',
  };
}
