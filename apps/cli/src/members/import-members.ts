import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatNumber, Problem } from '@jangkau/kernel';
import { type ImportedMembers, importMembers } from '@jangkau/store';
import { withLedger } from '../ledger/with-ledger.ts';
import { ProgressLine } from '../terminal/progress-line.ts';
import { today } from '../terminal/today.ts';

const reasons: Record<ImportedMembers['quarantined'][number]['reason'], string> = {
  columns: 'jumlah kolom / number of columns',
  missing: 'kosong / empty',
  card: 'nomor kartu / card number',
  double: 'kartu sudah ada di berkas ini / card stands earlier in this file',
  segment: 'segmen tidak dikenal / unknown segment',
  class: 'kelas bukan 1, 2 atau 3 / class is not 1, 2 or 3',
  status: 'status bukan AKTIF atau NONAKTIF / neither active nor inactive',
  date: 'tanggal (YYYY-MM-DD) / date',
  number: 'bukan angka / not a number',
};
const SHOWN = 20;

/** Takes a member register into the office's database and says what became of every row. */
export async function importMembersCommand(
  file: string,
  { asOf, quarantine }: { asOf?: string; quarantine?: string },
): Promise<void> {
  await access(file).catch(() => {
    throw new Problem('file-not-found', { file: path.basename(file) });
  });
  const line = new ProgressLine();
  const report = await withLedger((database, settings) =>
    importMembers(database.ownerPool, {
      file,
      asOf: asOf ?? today(settings.timeZone),
      source: `members import ${path.basename(file)}`,
      onProgress: (done) =>
        line.report({
          stage: 'members',
          label_id: 'Memuat peserta',
          label_en: 'Taking members in',
          done,
          total: 1,
        }),
    }),
  ).finally(() => line.close());
  const { rows, added, changed, unchanged, quarantined, differs } = report;
  const lines: [string, number][] = [
    ['Baris dibaca / rows read', rows],
    ['Dipakai / used', added + changed + unchanged],
    ['  peserta baru / new members', added],
    ['  identitas diperbarui / brought up to date', changed],
    ['  tidak berubah / unchanged', unchanged],
    ['Karantina / quarantined', quarantined.length],
    ['Berbeda, tidak diambil / differs, not taken over', differs.segment + differs.state + differs.family],
    ['  segmen atau kelas / segment or class', differs.segment],
    ['  aktif atau tidak / active or not', differs.state],
    ['  nomor KK / family number', differs.family],
  ];
  for (const [label, value] of lines)
    process.stdout.write(`${label.padEnd(52)}${formatNumber(value).padStart(12)}\n`);
  for (const { line, column, reason } of quarantined.slice(0, SHOWN))
    process.stdout.write(`  baris/line ${line}${column ? ` (${column})` : ''}: ${reasons[reason]}\n`);
  if (quarantined.length > SHOWN) process.stdout.write(`  ... ${formatNumber(quarantined.length - SHOWN)}\n`);
  if (quarantine)
    await writeFile(
      quarantine,
      [
        'line,column,reason',
        ...quarantined.map(({ line, column, reason }) => `${line},${column ?? ''},${reason}`),
        '',
      ].join('\n'),
    );
}
