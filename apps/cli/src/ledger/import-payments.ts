import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formatNumber, Problem } from '@jangkau/kernel';
import { importSettlement } from '@jangkau/store';
import { today } from '../terminal/today.ts';
import { withLedger } from './with-ledger.ts';

const reasons: Record<string, string> = {
  columns: 'jumlah kolom / number of columns',
  missing: 'kosong / empty',
  'account-number': 'nomor VA / account number',
  amount: 'jumlah uang / amount',
  moment: 'waktu bayar (ISO 8601 dengan zona) / moment (ISO 8601 with offset)',
  quotes: 'tanda kutip / quotes',
  'contradicts-known': 'referensi sudah ada dengan isi lain / reference known with another content',
};

/** Imports a settlement file of a bank and says what became of every row. */
export async function importPayments(file: string, { bank }: { bank: string }): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem('file-not-found', { file: path.basename(file) });
  });
  const report = await withLedger((database, settings) =>
    importSettlement(database.owner, {
      bank,
      name: path.basename(file),
      text,
      by: 'jangkau payments import',
      today: today(settings.timeZone),
      timeZone: settings.timeZone,
    }),
  );
  if (report.already)
    process.stdout.write(
      'Berkas ini sudah pernah dimuat; tidak ada yang berubah. / Imported before; nothing was changed.\n',
    );
  const lines: [string, number][] = [
    ['Baris dibaca / rows read', report.rows],
    ['Dibukukan / posted', report.posted],
    ['Berulang / repeated', report.repeated],
    ['Penampungan / suspense', report.suspended],
    ['Karantina / quarantined', report.quarantined],
    ['Aktif kembali / reactivated', report.reactivated],
    ['Rupiah dibukukan / posted', report.amountPosted],
  ];
  for (const [label, value] of lines) process.stdout.write(`${label.padEnd(30)}${formatNumber(value)}\n`);
  for (const { line, column, reason } of report.refused)
    process.stdout.write(
      `  baris/line ${line}${column ? ` (${column})` : ''}: ${reasons[reason] ?? reason}\n`,
    );
}
