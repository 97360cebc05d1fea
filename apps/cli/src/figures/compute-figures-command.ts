import { formatNumber } from '@jangkau/kernel';
import { computeFigures } from '@jangkau/store';
import { withLedger } from '../ledger/with-ledger.ts';
import { today } from '../terminal/today.ts';

/** Counts months that are over and prints which were new and which came out differently. */
export async function computeFiguresCommand(options: { from?: string; json?: boolean }): Promise<void> {
  const result = await withLedger((database, settings) =>
    computeFigures(database.ownerPool, {
      today: today(settings.timeZone),
      timeZone: settings.timeZone,
      by: 'jangkau figures compute',
      ...(options.from && { from: options.from }),
    }),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const span = (months: string[]) =>
    months.length > 1 ? `${months[0]} – ${months.at(-1)} (${months.length})` : (months[0] ?? '–');
  process.stdout.write(
    `Dihitung / counted: ${span(result.added)}\n` +
      `Disajikan kembali / restated: ${span(result.restated)}\n` +
      `${formatNumber(result.ms / 1000, 1)} s\n`,
  );
}
