import { csvLine, separatorOf } from '../files/csv-line.ts';
import type { PaymentNotice } from './payment-repository.ts';

/** A row of a settlement file that cannot be used. Never carries what stood in it. */
export interface RefusedRow {
  line: number;
  column: string | null;
  reason: 'columns' | 'missing' | 'account-number' | 'amount' | 'moment' | 'quotes' | 'contradicts-known';
}

/** A settlement file as it was read: every data row is in exactly one of the two. */
export interface SettlementFile {
  notices: (PaymentNotice & { line: number })[];
  refused: RefusedRow[];
  rows: number;
}

const columns = ['reference', 'va', 'amount', 'paid_at'] as const;
/** Headers that banks use, for ours. */
const names: Record<string, (typeof columns)[number]> = {
  reference: 'reference',
  referensi: 'reference',
  no_referensi: 'reference',
  va: 'va',
  no_va: 'va',
  virtual_account: 'va',
  amount: 'amount',
  jumlah: 'amount',
  nominal: 'amount',
  paid_at: 'paid_at',
  waktu_bayar: 'paid_at',
  tanggal_bayar: 'paid_at',
};

/** Reads a settlement file (CSV with a header; comma or semicolon). Undefined when a column is missing. */
export function readSettlementFile(text: string, bank: string): SettlementFile | { missing: string } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = separatorOf(lines[0] ?? '');
  const header = (csvLine(lines[0] ?? '', separator) ?? []).map(
    (name) => names[name.toLowerCase().replaceAll(' ', '_')],
  );
  const missing = columns.find((column) => !header.includes(column));
  if (missing) return { missing };
  const file: SettlementFile = { notices: [], refused: [], rows: 0 };
  for (let i = 1; i < lines.length; i++) {
    const row = lines[i] as string;
    if (row.trim() === '') continue;
    file.rows++;
    const line = i + 1;
    const fields = csvLine(row, separator);
    const refuse = (reason: RefusedRow['reason'], column: string | null) =>
      file.refused.push({ line, column, reason });
    if (fields === undefined) refuse('quotes', null);
    else if (fields.length !== header.length) refuse('columns', null);
    else {
      const of = (column: (typeof columns)[number]) => fields[header.indexOf(column)] as string;
      const empty = columns.find((column) => of(column) === '');
      if (empty) refuse('missing', empty);
      else if (!/^\d{16}$/.test(of('va'))) refuse('account-number', 'va');
      else if (!/^[1-9]\d{0,8}$/.test(of('amount'))) refuse('amount', 'amount');
      else if (!isMoment(of('paid_at'))) refuse('moment', 'paid_at');
      else
        file.notices.push({
          line,
          bank,
          reference: of('reference').slice(0, 60),
          va: of('va'),
          amount: Number(of('amount')),
          paidAt: of('paid_at'),
        });
    }
  }
  return file;
}

/** True for an ISO 8601 moment with its offset: a bank's hours are WIB, the branch's WITA. */
function isMoment(text: string): boolean {
  return (
    /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)$/.test(
      text,
    ) && !Number.isNaN(Date.parse(text.replace(' ', 'T')))
  );
}
