import type { Random } from '../chance/random.ts';
import { CsvBuffer } from './csv-buffer.ts';
import type { CsvFile } from './csv-file.ts';

/** Rows held back and shuffled together. */
const windowRows = 1 << 17;
/** Bytes held back at most; rows are 160 bytes on average. */
const windowBytes = 32 << 20;
/** Room for the rows of one household. */
const slack = 1 << 16;

/** Rows shuffled within a bounded window before they reach their file, so that order tells nothing. */
export class ShuffledCsvFile {
  /** Where rows go; call `endRow` after each. */
  readonly rows = new CsvBuffer(windowBytes + slack);
  private readonly starts = new Uint32Array(windowRows + 4096);
  private count = 0;
  private readonly file: CsvFile;
  private readonly random: Random;

  constructor(file: CsvFile, random: Random) {
    this.file = file;
    this.random = random;
  }

  /** Ends the row being written. */
  endRow(): void {
    this.rows.end();
    this.count++;
    this.starts[this.count] = this.rows.length;
  }

  /** True when the window should be drained. */
  get isFull(): boolean {
    return this.count >= windowRows || this.rows.length >= windowBytes;
  }

  /** Shuffles the window and writes it to the file. */
  async drain(): Promise<void> {
    const { starts, count, random, rows } = this;
    const order = Uint32Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = random.below(i + 1);
      const row = order[i] as number;
      order[i] = order[j] as number;
      order[j] = row;
    }
    for (const row of order) {
      this.file.rows.raw(rows.bytes, starts[row] as number, starts[row + 1] as number);
      if (this.file.isFull) await this.file.drain();
    }
    this.count = 0;
    rows.clear();
  }

  /** Writes what is left and closes the file. */
  async close(): Promise<void> {
    try {
      await this.drain();
    } finally {
      await this.file.close();
    }
  }
}
