import { type FileHandle, open } from 'node:fs/promises';
import { CsvBuffer } from './csv-buffer.ts';

/** Bytes written at a time. */
const chunk = 1 << 20;
/** Room for the rows of one household beyond a full chunk. */
const slack = 1 << 16;

/**
 * A CSV file written in big chunks: one buffer fills while the other is on its way to the disk, so
 * memory stays flat whatever the size.
 */
export class CsvFile {
  /** Where rows go. Drain before more than a household is written past `isFull`. */
  rows = new CsvBuffer(chunk + slack);
  private spare = new CsvBuffer(chunk + slack);
  private writing: Promise<unknown> = Promise.resolve();
  private readonly handle: FileHandle;

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  /** Creates the file and writes its header. */
  static async create(path: string, header: readonly string[]): Promise<CsvFile> {
    const file = new CsvFile(await open(path, 'w'));
    file.rows.bytes.set(Buffer.from(`${header.join(',')}\n`));
    file.rows.length = header.join(',').length + 1;
    return file;
  }

  /** True when a chunk is ready to be drained. */
  get isFull(): boolean {
    return this.rows.length >= chunk;
  }

  /** Hands the rows so far to the disk; waits while the chunk before is still being written. */
  async drain(): Promise<void> {
    await this.writing;
    const ready = this.rows;
    this.rows = this.spare;
    this.rows.clear();
    this.spare = ready;
    this.writing = writeAll(this.handle, ready);
    this.writing.catch(() => {}); // reported by the next drain or by close
  }

  /** Writes what is left and closes the file. */
  async close(): Promise<void> {
    try {
      await this.drain();
      await this.writing;
    } finally {
      await this.handle.close();
    }
  }
}

async function writeAll(handle: FileHandle, buffer: CsvBuffer): Promise<void> {
  for (let at = 0; at < buffer.length; ) {
    at += (await handle.write(buffer.bytes, at, buffer.length - at)).bytesWritten;
  }
}
