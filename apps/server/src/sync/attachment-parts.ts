import { createHash } from 'node:crypto';

/** What a device announced and is sending. */
export interface ArrivingFile {
  sha256: string;
  stream: string;
  size: number;
  type: string;
}

/** Together; the oldest are forgotten beyond it, and are sent again. */
const mostBytes = 64 * 1024 ** 2;

/**
 * Photographs while they arrive, in memory: nothing of them is on the disk before they are whole and sealed. A
 * restart forgets them; devices begin such a file again.
 */
export class AttachmentParts {
  readonly #files = new Map<string, { head: ArrivingFile; bytes: Buffer; received: number }>();

  /** Begins a file, or says how much of it is here. */
  announce(device: string, head: ArrivingFile): number {
    const key = `${device} ${head.sha256}`;
    const found = this.#files.get(key);
    if (found?.head.size === head.size && found.head.stream === head.stream) return found.received;
    this.#files.set(key, { head, bytes: Buffer.alloc(head.size), received: 0 });
    let sum = [...this.#files.values()].reduce((all, file) => all + file.head.size, 0);
    for (const [old, file] of this.#files) {
      if (sum <= mostBytes || old === key) break;
      this.#files.delete(old);
      sum -= file.head.size;
    }
    return 0;
  }

  /** Adds bytes when they follow those that are here; undefined when the file was not announced. */
  add(device: string, sha256: string, from: number, part: Buffer): number | undefined {
    const file = this.#files.get(`${device} ${sha256}`);
    if (!file) return undefined;
    if (from === file.received && from + part.length <= file.head.size) {
      part.copy(file.bytes, from);
      file.received += part.length;
    }
    return file.received;
  }

  /** The file when it is whole, 'damaged' when it is not what was announced; undefined while it arrives. */
  whole(device: string, sha256: string): { head: ArrivingFile; bytes: Buffer } | 'damaged' | undefined {
    const file = this.#files.get(`${device} ${sha256}`);
    if (!file || file.received < file.head.size) return undefined;
    if (createHash('sha256').update(file.bytes).digest('hex') === sha256) return file;
    this.forget(device, sha256);
    return 'damaged';
  }

  forget(device: string, sha256: string): void {
    this.#files.delete(`${device} ${sha256}`);
  }
}
