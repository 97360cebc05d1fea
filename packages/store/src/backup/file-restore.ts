import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { secretKeyFile } from './backup-files.ts';

/** Writes files below the data folder from their parts, which come in order, file after file. */
export class FileRestore {
  readonly #dataDir: string;
  #current: { path: string; handle: FileHandle } | undefined;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  async add(part: string, raw: Buffer): Promise<void> {
    const file = part.slice('files/'.length, part.lastIndexOf('/'));
    if (this.#current?.path !== file) {
      await this.end();
      const target = path.resolve(this.#dataDir, file);
      // An archive from elsewhere must not write where it likes.
      if (!target.startsWith(`${path.resolve(this.#dataDir)}${path.sep}`))
        throw new Error(`${file} lies outside the data folder`);
      await mkdir(path.dirname(target), { recursive: true });
      // A key that somebody has put there already is the one they kept.
      const there = file === secretKeyFile && (await stat(target).catch(() => undefined));
      this.#current = there ? undefined : { path: file, handle: await open(target, 'wx', 0o600) };
    }
    await this.#current?.handle.writeFile(raw);
  }

  /** Closes the last file; all are on the disk then. */
  async end(): Promise<void> {
    await this.#current?.handle.sync();
    await this.#current?.handle.close();
    this.#current = undefined;
  }
}
