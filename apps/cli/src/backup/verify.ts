import { formatNumber } from '@jangkau/kernel';
import { verifyBackup } from '@jangkau/store';
import { cancelSignal } from '../terminal/cancel-signal.ts';
import { BackupProgressLine } from './backup-progress-line.ts';
import { type KeyFiles, readKey } from './key-files.ts';
import { unreadable } from './unreadable-backup.ts';

/** Reads a whole backup and says what it holds. */
export async function verify(file: string, keys: KeyFiles): Promise<void> {
  const signal = cancelSignal();
  const line = new BackupProgressLine();
  try {
    const { head, manifest, rows, encrypted } = await verifyBackup({
      file,
      key: await readKey(keys),
      onProgress: line.report,
      signal,
    }).catch(unreadable(file));
    line.close();
    process.stdout.write(
      `Utuh: ${file}${encrypted ? ' (terenkripsi / encrypted)' : ''}, keadaan pada ${head.asOf}: ` +
        `${formatNumber(manifest.tables.length)} tabel, ${formatNumber(rows)} baris, ${formatNumber(manifest.files.length)} berkas.\n` +
        `Whole: as of ${head.asOf}, tables ${manifest.tables.length}, rows ${rows}, files ${manifest.files.length}.\n`,
    );
  } finally {
    line.close();
  }
}
