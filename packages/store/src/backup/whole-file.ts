import { createHash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { access, link, mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@jangkau/kernel';
import { isAlive } from '../cluster/orphan.ts';
import type { Encryption } from './backup-keys.ts';

/** A file that is whole. */
export interface WrittenFile {
  file: string;
  bytes: number;
  sha256: string;
}

const unfinished = /^\.(.+)\.(\d+)\.part$/;

/**
 * A file that appears under its name when all of it is on the disk, readable by its owner alone. Broken off
 * in any way it leaves nothing, or after kill -9 a hidden .part file that the next one in this folder
 * removes. An existing file is never replaced.
 */
export class WholeFile {
  readonly #file: string;
  readonly #part: string;
  readonly #change: Encryption | undefined;

  private constructor(file: string, change: Encryption | undefined) {
    this.#file = path.resolve(file);
    this.#part = path.join(path.dirname(this.#file), `.${path.basename(file)}.${process.pid}.part`);
    this.#change = change;
  }

  /** Makes sure of the folder before anything is read. @throws Problem backup-folder-unusable */
  static async prepare(file: string, change?: Encryption): Promise<WholeFile> {
    const prepared = new WholeFile(file, change);
    const folder = path.dirname(prepared.#file);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await removeLeftovers(folder);
      await access(folder, constants.W_OK);
      if (await exists(prepared.#file))
        throw Object.assign(new Error('it exists'), { code: 'EEXIST', syscall: 'link' });
    } catch (error) {
      throw asProblem(error, folder);
    }
    return prepared;
  }

  /** @throws Problem backup-folder-unusable */
  async write(content: AsyncIterable<Buffer>, signal?: AbortSignal): Promise<WrittenFile> {
    const folder = path.dirname(this.#file);
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          hash.update(chunk);
          bytes += chunk.length;
          next(null, chunk);
        },
      });
      const plain = Readable.from(content, { objectMode: false });
      const source = this.#change
        ? Readable.fromWeb((await this.#change(Readable.toWeb(plain) as ReadableStream<Uint8Array>)) as never)
        : plain;
      const sink = createWriteStream(this.#part, { mode: 0o600, flags: 'wx', flush: true });
      await pipeline(source, counted, sink, { ...(signal && { signal }) });
      // A link fails where a rename would replace a backup that is already there.
      await link(this.#part, this.#file);
      await rm(this.#part);
      await syncFolder(folder);
      return { file: this.#file, bytes, sha256: hash.digest('hex') };
    } catch (error) {
      await rm(this.#part, { force: true }).catch(() => undefined);
      throw asProblem(error, folder);
    }
  }
}

/** Failures of the disk as a problem that names the folder; all others as they are. */
function asProblem(error: unknown, folder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const ofDisk = code?.startsWith('E') && syscall !== undefined && !['connect', 'read'].includes(syscall);
  return ofDisk
    ? new Problem('backup-folder-unusable', { folder, reason: code as string }, { cause: error })
    : error;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Removes what processes that are gone left half written. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(unfinished.exec(name)?.[2]);
    if (pid && !isAlive(pid)) await rm(path.join(folder, name), { force: true });
  }
}

/** A new name is only as lasting as its folder. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
