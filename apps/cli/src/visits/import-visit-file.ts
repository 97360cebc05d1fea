import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatNumber, Problem } from '@jangkau/kernel';
import { Engine, sqlString } from '@jangkau/linkage';
import { importVisits, visitFileColumns } from '@jangkau/store';
import { withLedger } from '../ledger/with-ledger.ts';
import { today } from '../terminal/today.ts';

/**
 * Imports a file of visits and says what became of every row.
 * @throws Problem 'file-not-found', 'column-missing'
 */
export async function importVisitFile(file: string): Promise<void> {
  await stat(file).catch(() => {
    throw new Problem('file-not-found', { file: path.basename(file) });
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-visits-'));
  try {
    const csv = file.endsWith('.parquet') ? await fromParquet(file, path.join(folder, 'visits.csv')) : file;
    const report = await withLedger((database, settings) =>
      importVisits(database.ownerPool, csv, {
        by: 'jangkau visits import',
        today: today(settings.timeZone),
        name: path.basename(file),
      }),
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
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same columns as text; a Parquet file that has not all of them is told by the CSV's header check. */
async function fromParquet(file: string, csv: string): Promise<string> {
  const engine = await Engine.open();
  try {
    const columns = visitFileColumns.map((name) => `CAST(${name} AS VARCHAR) AS ${name}`).join(', ');
    await engine.run(
      `COPY (SELECT ${columns} FROM read_parquet(${sqlString(file)})) TO ${sqlString(csv)} (HEADER)`,
    );
    return csv;
  } finally {
    await engine.close();
  }
}
