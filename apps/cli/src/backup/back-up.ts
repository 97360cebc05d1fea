import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { formatNumber } from '@jangkau/kernel';
import { backupName, readSettings } from '@jangkau/server';
import { isLocked, makeBackup, noteBackup, reachOwner } from '@jangkau/store';
import { cancelSignal } from '../terminal/cancel-signal.ts';
import { databaseFailure } from '../terminal/database-failure.ts';
import { BackupProgressLine } from './backup-progress-line.ts';
import { readPassphrase } from './key-files.ts';

export interface BackUpOptions {
  out?: string | undefined;
  encryptTo?: string[] | undefined;
  passphraseFile?: string | undefined;
  files: boolean;
}

/** Writes a backup of the settings' database and says what it holds. */
export async function backUp(options: BackUpOptions): Promise<void> {
  const signal = cancelSignal();
  const settings = readSettings();
  const passphrase = await readPassphrase(options.passphraseFile);
  const recipients = options.encryptTo ?? (passphrase === undefined ? settings.backupRecipients : []);
  const lock = { recipients, passphrase };
  const startedAt = new Date();
  const name = backupName(startedAt, settings.timeZone, isLocked(lock));
  const directory = path.join(settings.dataDir, 'postgres');
  const owner = await reachOwner({ url: settings.databaseUrl, directory }).catch((error: unknown) => {
    throw databaseFailure(error);
  });
  const line = new BackupProgressLine();
  try {
    const made = await makeBackup({
      connection: owner.connection,
      dataDir: settings.dataDir,
      file: path.join(options.out ?? settings.backupDir, name),
      lock,
      files: options.files,
      signal,
      onProgress: line.report,
    });
    line.close();
    const encrypted = isLocked(lock);
    await noteBackup(
      owner.connection,
      { requestedBy: userInfo().username, file: name },
      { ...made, startedAt, encrypted },
    );
    const lines = [
      ['Cadangan / backup', made.file],
      ['Keadaan pada / as of', made.asOf],
      ['Baris / rows', formatNumber(made.rows)],
      ['Berkas / files', formatNumber(made.files)],
      ['Ukuran / size', `${formatNumber(made.bytes / 1e6, 1)} MB`],
      ['SHA-256', made.sha256],
    ];
    for (const file of made.missing) lines.push(['Tidak ada di disk / missing', file]);
    if (!isLocked(lock) && existsSync(path.join(settings.dataDir, 'secret-key')))
      lines.push(['Simpan terpisah / keep apart', path.join(settings.dataDir, 'secret-key')]);
    for (const [label = '', value] of lines) process.stdout.write(`${label.padEnd(30)}${value}\n`);
  } finally {
    line.close();
    await owner.close();
  }
}
