import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { isProblem, Problem } from '@jangkau/kernel';
import { extract } from 'tar-stream';
import {
  type BackupHead,
  type BackupManifest,
  entryNames,
  formatName,
  formatVersion,
} from './backup-format.ts';
import { ageMagic, type BackupKey, decrypted } from './backup-keys.ts';

const decompress = promisify(zstdDecompress);

/** A part as it is met in an archive. */
export interface ReadPart {
  name: string;
  sha256: string;
  bytes: number;
  /** Rows or bytes as they were before compression. */
  raw(): Promise<Buffer>;
}

/** What reading an archive leads to, in this order: the head, every part, the manifest. */
export interface ArchiveVisitor {
  head?(head: BackupHead): void | Promise<void>;
  part?(part: ReadPart): void | Promise<void>;
  /** Bytes of the file read so far, of all. */
  onBytes?(done: number, total: number): void;
}

/**
 * Reads a backup from beginning to end and returns its head and manifest. Whether the parts are those of
 * the manifest is not compared here.
 * @throws Problem backup-unknown, backup-newer, backup-locked, backup-key-wrong, backup-damaged
 */
export async function readArchive(
  file: string,
  key: BackupKey,
  visitor: ArchiveVisitor,
  signal?: AbortSignal,
): Promise<{ head: BackupHead; manifest: BackupManifest; encrypted: boolean }> {
  const { locked, size } = await look(file);
  const source = createReadStream(file, { highWaterMark: 1 << 20, ...(signal && { signal }) });
  let done = 0;
  source.on('data', (chunk) => {
    done += chunk.length;
    visitor.onBytes?.(done, size);
  });
  let head: BackupHead | undefined;
  let manifest: BackupManifest | undefined;
  let sums = { head: '', manifest: '', seal: '' };
  // The key opened the file, and then something in it did not: that can be known before its head has been read.
  let brokenLock = false;
  try {
    const plain: Readable = locked
      ? Readable.fromWeb((await decrypted(Readable.toWeb(source) as never, key, file)) as never)
      : source;
    const tar = extract();
    plain.on('error', (error) => {
      brokenLock = locked;
      tar.destroy(error);
    });
    plain.pipe(tar);
    for await (const entry of tar) {
      const name = entry.header.name;
      const content = await buffer(entry);
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (!head && name !== entryNames.head) throw new Problem('backup-unknown', { file });
      if (name === entryNames.head) {
        head = checkedHead(JSON.parse(content.toString()), file);
        sums = { ...sums, head: sha256 };
        await visitor.head?.(head);
      } else if (name === entryNames.manifest) {
        manifest = JSON.parse(content.toString()) as BackupManifest;
        sums = { ...sums, manifest: sha256 };
      } else if (name === entryNames.seal) sums = { ...sums, seal: content.toString() };
      else await visitor.part?.({ name, sha256, bytes: content.length, raw: () => decompress(content) });
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (isProblem(error) || !isDamage(error)) throw error;
    const code = head || brokenLock ? 'backup-damaged' : 'backup-unknown';
    throw new Problem(code, { file, part: 'tar' }, { cause: error });
  } finally {
    source.destroy();
  }
  if (!head) throw new Problem('backup-unknown', { file });
  if (!manifest || sums.seal !== sums.manifest || manifest.head !== sums.head)
    throw new Problem('backup-damaged', { file, part: entryNames.manifest });
  return { head, manifest, encrypted: locked };
}

/** Damage shows as errors of tar, JSON, zstd and age; errors of PostgreSQL and of the disk are none. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const { code, severity, syscall } = error as { code?: string; severity?: string; syscall?: string };
  return severity === undefined && syscall === undefined && !code?.startsWith('E');
}

function checkedHead(head: BackupHead, file: string): BackupHead {
  if (head.format !== formatName) throw new Problem('backup-unknown', { file });
  if (head.version !== formatVersion) throw new Problem('backup-newer', { file });
  return head;
}

async function look(file: string): Promise<{ locked: boolean; size: number }> {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(ageMagic.length);
    await handle.read(start, 0, start.length, 0);
    return { locked: start.toString('latin1') === ageMagic, size: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}
