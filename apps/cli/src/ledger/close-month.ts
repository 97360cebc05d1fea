import { formatNumber } from '@jangkau/kernel';
import { closeMonth, undoClose } from '@jangkau/store';
import { today } from '../terminal/today.ts';
import { withLedger } from './with-ledger.ts';

/** Closes a month of the office's ledger or takes its close back; a dry run says what that would change. */
export async function closeMonthCommand(
  month: string,
  { dryRun = false, undo = false }: { dryRun?: boolean; undo?: boolean },
): Promise<void> {
  const result = await withLedger((database, settings) =>
    (undo ? undoClose : closeMonth)(database.ownerPool, {
      month,
      dryRun,
      today: today(settings.timeZone),
      by: 'jangkau close-month',
    }),
  );
  const [id, en] = titles(month, { undo, dryRun, already: result.already });
  process.stdout.write(`${id} / ${en}\n`);
  for (const { labelId, labelEn, count, amount, samples } of result.steps) {
    const money = amount === null || amount === 0 ? '' : `, Rp${formatNumber(amount)}`;
    const shown = count > 0 ? `  (${samples.join(', ')}${count > samples.length ? ', ...' : ''})` : '';
    process.stdout.write(`${formatNumber(count).padStart(12)}${money}  ${labelId} / ${labelEn}${shown}\n`);
  }
}

function titles(month: string, { undo, dryRun, already }: Record<'undo' | 'dryRun' | 'already', boolean>) {
  if (already)
    return [`Bulan ${month} sudah ditutup; tidak ada yang berubah.`, 'Already closed; nothing was changed.'];
  if (dryRun) {
    const what = undo ? 'pembatalan tutup bulan' : 'tutup bulan';
    return [`Simulasi ${what} ${month}; tidak ada yang diubah.`, 'Dry run; nothing was changed.'];
  }
  return undo ? [`Penutupan ${month} dibatalkan.`, 'Taken back.'] : [`Bulan ${month} ditutup.`, 'Closed.'];
}
