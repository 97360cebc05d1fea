import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import type { BackupPart } from './backup-format.ts';

const compress = promisify(zstdCompress);
const zstd = {
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
};

/** Writes the entries of a backup one after the other, whoever brings them. */
export class ArchiveWriter {
  readonly #pack: Pack = pack();
  readonly #at: Date;
  #last: Promise<void> = Promise.resolve();

  /** `at` is the moment all entries carry. */
  constructor(at: Date) {
    this.#at = at;
    // Who reads the bytes hears of a failure; without a listener it would end the process as well.
    this.#pack.on('error', () => undefined);
  }

  /** The archive's bytes, to be read while it is written. */
  bytes(): AsyncIterable<Buffer> {
    return this.#pack as AsyncIterable<Buffer>;
  }

  /** Compresses and adds a part; resolves when it has been taken over, so that memory stays bounded. */
  async addPart(name: string, raw: Buffer): Promise<BackupPart> {
    return this.add(name, await compress(raw, zstd));
  }

  /** Adds an entry as it is. */
  async add(name: string, content: Buffer): Promise<BackupPart> {
    const turn = this.#last.then(() => this.#write(name, content));
    this.#last = turn;
    await turn;
    return { name, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
  }

  /** No more entries. */
  end(): void {
    this.#pack.finalize();
  }

  /** Breaks off: whoever reads gets the error. */
  fail(error: Error): void {
    this.#pack.destroy(error);
  }

  #write(name: string, content: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      const header = { name, size: content.length, mode: 0o600, mtime: this.#at };
      const entry = this.#pack.entry(header, (error) => (error ? reject(error) : resolve()));
      if (!entry) return reject(new Error('the archive was broken off'));
      entry.on('error', reject);
      entry.end(content);
    });
  }
}
