import { closeSync, openSync, writeSync } from 'node:fs';

/** A CSV field, quoted when it has to be. */
export function quoted(field: string): string {
  return field.includes(',') || field.includes('"') ? `"${field.replaceAll('"', '""')}"` : field;
}

const CHUNK = 1 << 22;

/** A text file written in large pieces. */
export class CsvFile {
  readonly #fd: number;
  readonly #buffer = Buffer.allocUnsafe(CHUNK);
  #used = 0;
  bytes = 0;

  constructor(path: string, header: string) {
    this.#fd = openSync(path, 'w');
    this.write(header);
  }

  write(line: string): void {
    if (this.#used + line.length * 3 > CHUNK) this.#flush();
    this.#used += this.#buffer.write(line, this.#used, 'utf8');
  }

  /** Writes bytes as they are. */
  writeBytes(bytes: Uint8Array): void {
    if (this.#used + bytes.length > CHUNK) this.#flush();
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  #flush(): void {
    let from = 0;
    while (from < this.#used) from += writeSync(this.#fd, this.#buffer, from, this.#used - from);
    this.bytes += this.#used;
    this.#used = 0;
  }

  close(): void {
    this.#flush();
    closeSync(this.#fd);
  }
}
