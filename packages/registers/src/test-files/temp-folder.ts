import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the files of one test file. */
export class TempFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'registers-test-'));
  #made = 0;

  /** Writes a file and returns its path; names may repeat. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, `${this.#made++}-${name}`);
    writeFileSync(path, content);
    return path;
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
