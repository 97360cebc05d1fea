import { formatNumber } from '@jangkau/kernel';
import { readSettings } from '@jangkau/server';
import { restoreBackup } from '@jangkau/store';
import { cancelSignal } from '../terminal/cancel-signal.ts';
import { databaseFailure } from '../terminal/database-failure.ts';
import { BackupProgressLine } from './backup-progress-line.ts';
import { type KeyFiles, readKey } from './key-files.ts';
import { unreadable } from './unreadable-backup.ts';

/** Restores a backup into the empty place the settings name, and says what was restored. */
export async function restore(file: string, keys: KeyFiles): Promise<void> {
  const signal = cancelSignal();
  const settings = readSettings();
  const line = new BackupProgressLine();
  try {
    const { head, manifest, rows } = await restoreBackup({
      file,
      key: await readKey(keys),
      place: { dataDir: settings.dataDir, url: settings.databaseUrl },
      onProgress: line.report,
      signal,
    })
      .catch(unreadable(file))
      .catch((error: unknown) => {
        throw databaseFailure(error);
      });
    line.close();
    const place = settings.databaseUrl ? 'DATABASE_URL' : settings.dataDir;
    process.stdout.write(
      `Dipulihkan ke ${place}, keadaan pada ${head.asOf}: ${formatNumber(rows)} baris, ` +
        `${formatNumber(manifest.files.length)} berkas. Jalankan "npm start" dan periksa angkanya.\n` +
        `Restored as of ${head.asOf}: rows ${rows}, files ${manifest.files.length}. Run "npm start" and check the figures.\n`,
    );
  } finally {
    line.close();
  }
}
