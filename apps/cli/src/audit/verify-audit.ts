import path from 'node:path';
import { formatNumber } from '@jangkau/kernel';
import { readSettings } from '@jangkau/server';
import { type AuditBreak, type AuditFault, checkAudit } from '@jangkau/store';
import { databaseFailure } from '../terminal/database-failure.ts';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

const faults: Record<AuditFault, { id: string; en: string }> = {
  changed: { id: 'isinya diubah', en: 'was changed' },
  'entry-missing': { id: 'catatannya dihapus', en: 'was deleted' },
  'link-missing': { id: 'mata rantai sebelumnya hilang', en: 'comes after a link that is missing' },
  'link-broken': { id: 'tidak menyambung dengan sebelumnya', en: 'does not follow from the one before' },
  'cut-off': { id: 'dan sesudahnya dipotong dari basis data', en: 'and what follows was cut off' },
  replaced: { id: 'bukan yang disegel dahulu', en: 'is not the one that was sealed' },
  backdated: { id: 'disisipkan kemudian dengan waktu lama', en: 'was put in later with an earlier time' },
  unsealed: { id: 'disisipkan tanpa segel', en: 'was put in without a seal' },
  'look-ups-changed': {
    id: 'tidak lagi cocok dengan pertanyaan di pintu rumah sakit yang dijaganya',
    en: 'no longer agrees with the questions at the hospital door it guards',
  },
};

/**
 * Verifies the audit of the settings' database and says what was read.
 * @throws CommandFailure with code 5 that names the first broken entry
 */
export async function verifyAudit(): Promise<void> {
  const settings = readSettings({ JANGKAU_LOG_LEVEL: 'silent', ...process.env });
  const report = await checkAudit({
    url: settings.databaseUrl,
    directory: path.join(settings.dataDir, 'postgres'),
    headsDirectory: path.join(settings.dataDir, 'audit'),
  }).catch((error: unknown) => {
    throw databaseFailure(error);
  });
  const lines: [string, string][] = [
    ['Catatan / entries', formatNumber(report.entries)],
    ['Mata rantai / links', formatNumber(report.links)],
    ['Hari / days', formatNumber(report.days)],
    ['Belum disegel / not sealed yet', formatNumber(report.waiting)],
  ];
  for (const [label, value] of lines) process.stdout.write(`${label.padEnd(32)}${value}\n`);
  if (report.broken) {
    const { id, en } = faults[report.broken.fault];
    const place = placeOf(report.broken);
    throw new CommandFailure(
      exitCodes.broken,
      `Jejak audit rusak: ${place.id} ${id}.`,
      `The audit is broken: ${place.en} ${en}.`,
    );
  }
  process.stdout.write('Jejak audit utuh. / The audit is whole.\n');
}

function placeOf({ day, seq, entryId }: AuditBreak): { id: string; en: string } {
  if (day === null && entryId === null)
    return { id: 'catatan yang tidak ada', en: 'an entry that is missing' };
  const link = day === null ? undefined : `${day}/${seq}`;
  const parts = (entry: string, at: string) =>
    [entryId === null ? undefined : `${entry} ${entryId}`, link && `${at} ${link}`]
      .filter(Boolean)
      .join(', ');
  return { id: parts('catatan', 'mata rantai'), en: parts('entry', 'link') };
}
