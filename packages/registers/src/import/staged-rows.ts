import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { csvCell } from '../csv/csv-cell.ts';
import { pathSql } from '../sql/path-sql.ts';

/**
 * Rows rewritten as a CSV file that any reader takes: UTF-8, one line a row, every value in quotes, the line
 * of the row in its source in front.
 */
export class StagedRows {
  readonly path: string;
  readonly #width: number;
  readonly #out: WriteStream;
  #pending: string[] = [];
  #count = 0;

  constructor(path: string, width: number) {
    this.path = path;
    this.#width = width;
    this.#out = createWriteStream(path);
  }

  get count(): number {
    return this.#count;
  }

  /** Appends a row; missing values at its end become empty ones. */
  async add(line: number, fields: readonly string[]): Promise<void> {
    this.#count++;
    let text = `${line}`;
    for (let i = 0; i < this.#width; i++) {
      const field = fields[i] ?? '';
      text += field === '' ? ',' : `,${csvCell(field, ' ')}`;
    }
    this.#pending.push(text);
    if (this.#pending.length >= 2000) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#out.end();
    await finished(this.#out);
  }

  /** Closes the file without keeping it whole. */
  abandon(): void {
    this.#out.destroy();
  }

  /** The rows: `line` BIGINT and c0, c1... VARCHAR. */
  get source(): string {
    const columns = Array.from({ length: this.#width }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ');
    return (
      `SELECT * FROM read_csv(${pathSql(this.path)}, auto_detect=false, header=false, delim=',', quote='"', escape='"',` +
      ` max_line_size=16000000, columns={'line': 'BIGINT', ${columns}})`
    );
  }

  async #flush(): Promise<void> {
    if (this.#pending.length === 0) return;
    const text = `${this.#pending.join('\n')}\n`;
    this.#pending = [];
    if (!this.#out.write(text)) await once(this.#out, 'drain');
  }
}
