import { formatNumber } from '@jangkau/kernel';
import { closeMonth } from '@jangkau/store';
import { today } from '../terminal/today.ts';
import { withLedger } from './with-ledger.ts';

/** Closes a month of the office's ledger, or says what closing it would change. */
export async function closeMonthCommand(
  month: string,
  { dryRun = false }: { dryRun?: boolean },
): Promise<void> {
  const result = await withLedger((database, settings) =>
    closeMonth(database.ownerPool, {
      month,
      dryRun,
      today: today(settings.timeZone),
      by: 'jangkau close-month',
    }),
  );
  const title = result.already
    ? `Bulan ${month} sudah ditutup; tidak ada yang berubah. / Already closed; nothing was changed.`
    : dryRun
      ? `Simulasi tutup bulan ${month}; tidak ada yang diubah. / Dry run; nothing was changed.`
      : `Bulan ${month} ditutup. / Closed.`;
  process.stdout.write(`${title}\n`);
  for (const { labelId, labelEn, count, amount, samples } of result.steps) {
    const money = amount === null || amount === 0 ? '' : `, Rp${formatNumber(amount)}`;
    const shown = count > 0 ? `  (${samples.join(', ')}${count > samples.length ? ', ...' : ''})` : '';
    process.stdout.write(`${formatNumber(count).padStart(12)}${money}  ${labelId} / ${labelEn}${shown}\n`);
  }
}
