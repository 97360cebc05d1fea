import { stat } from 'node:fs/promises';
import path from 'node:path';
import { formatNumber, Problem } from '@jangkau/kernel';
import { withLedger } from '../ledger/with-ledger.ts';
import { today } from '../terminal/today.ts';
import { loadVisitFile } from './load-visit-file.ts';

/**
 * Imports a file of visits (CSV, XLSX, Parquet) and says what became of every row.
 * @throws Problem 'file-not-found', 'column-missing', 'file-empty'; RegisterFileError
 */
export async function importVisitFile(file: string): Promise<void> {
  await stat(file).catch(() => {
    throw new Problem('file-not-found', { file: path.basename(file) });
  });
  const report = await withLedger((database, settings) =>
    loadVisitFile(database.ownerPool, file, { by: 'jangkau visits import', today: today(settings.timeZone) }),
  );
  if (report.already)
    process.stdout.write(
      'Berkas ini sudah pernah dimuat; tidak ada yang berubah. / Imported before; nothing was changed.\n',
    );
  const lines: [string, number][] = [
    ['Baris dibaca / rows read', report.rows],
    ['Dicatat / added', report.added],
    ['Berulang / repeated', report.repeated],
    ['Dikoreksi / corrected', report.corrected],
    ['Dibatalkan / cancelled', report.cancelled],
    ['Ditolak / refused', report.refused],
    ...Object.entries(report.reasons).map(([reason, n]): [string, number] => [`  ${reason}`, n]),
  ];
  for (const [label, value] of lines) process.stdout.write(`${label.padEnd(30)}${formatNumber(value)}\n`);
  for (const { line, reason } of report.quarantine)
    process.stdout.write(`  baris / line ${line}: ${reason}\n`);
  if (!report.already && report.refused > report.quarantine.length)
    process.stdout.write('  ... semuanya di tabel visit_quarantine / all of them are in visit_quarantine\n');
}
