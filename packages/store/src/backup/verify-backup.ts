import { Problem } from '@jangkau/kernel';
import { type ReadPart, readArchive } from './archive-reader.ts';
import type { BackupHead, BackupManifest, BackupPart, BackupProgress } from './backup-format.ts';
import type { BackupKey } from './backup-keys.ts';
import { countRows } from './row-parts.ts';

/** A backup that holds what its manifest says. */
export interface VerifiedBackup {
  head: BackupHead;
  manifest: BackupManifest;
  encrypted: boolean;
  /** Rows of all tables. */
  rows: number;
}

export interface VerifyOptions {
  file: string;
  key?: BackupKey | undefined;
  onProgress?: ((progress: BackupProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a whole backup, compares the SHA-256 of every part with the manifest, opens every part and counts
 * its rows. Nothing is written.
 * @throws Problem backup-unknown, backup-newer, backup-locked, backup-key-wrong, backup-damaged
 */
export async function verifyBackup(options: VerifyOptions): Promise<VerifiedBackup> {
  const { file } = options;
  const found = new Map<string, { sha256: string; bytes: number; rows: number; size: number }>();
  const damaged = (part: string) => new Problem('backup-damaged', { file, part });
  const part = async (read: ReadPart) => {
    if (found.has(read.name)) throw damaged(read.name);
    const raw = await read.raw().catch(() => {
      throw damaged(read.name);
    });
    const rows = read.name.startsWith('tables/') ? countRows(raw) : 0;
    found.set(read.name, { sha256: read.sha256, bytes: read.bytes, rows, size: raw.length });
  };
  const read = await readArchive(
    file,
    options.key ?? {},
    { part, onBytes: (done, total) => options.onProgress?.({ step: 'verify', done, total }) },
    options.signal,
  );
  const take = (wanted: BackupPart) => {
    const part = found.get(wanted.name);
    if (part?.sha256 !== wanted.sha256 || part.bytes !== wanted.bytes) throw damaged(wanted.name);
    found.delete(wanted.name);
    return part;
  };
  let rows = 0;
  for (const table of read.manifest.tables) {
    const counted = table.parts.map(take).reduce((sum, { rows }) => sum + rows, 0);
    if (counted !== table.rows) throw damaged(`${table.schema}.${table.name}`);
    rows += counted;
  }
  for (const { path, size, parts } of read.manifest.files)
    if (parts.map(take).reduce((sum, part) => sum + part.size, 0) !== size) throw damaged(path);
  const [unexpected] = found.keys();
  if (unexpected) throw damaged(unexpected);
  return { ...read, rows };
}
