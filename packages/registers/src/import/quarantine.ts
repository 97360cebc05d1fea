import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Engine, sqlName } from '@jangkau/linkage';
import { csvCell } from '../csv/csv-cell.ts';
import { pathSql } from '../sql/path-sql.ts';

/** A row set aside: where it stood, the column that decided, why (Indonesian), and the row as it was. */
export interface QuarantinedRow {
  file: string;
  line: number;
  column: string | null;
  reason: string;
  row: string;
}

const longestRow = 4000;

/** Collects rows set aside in a file and turns them into a table at the end, so that any number of them fits. */
export class Quarantine {
  readonly #path: string;
  readonly #out: WriteStream;
  #count = 0;
  #pending: string[] = [];

  constructor(path: string) {
    this.#path = path;
    this.#out = createWriteStream(path);
  }

  /** Rows set aside so far. */
  get count(): number {
    return this.#count;
  }

  async add(row: QuarantinedRow): Promise<void> {
    this.#count++;
    const cells = [row.file, String(row.line), row.column ?? '', row.reason, row.row.slice(0, longestRow)];
    this.#pending.push(`${cells.map((cell) => csvCell(cell, ' ⏎ ')).join(',')}\n`);
    if (this.#pending.length >= 1000) await this.#flush();
  }

  /** Makes the table and returns the number of rows in it. */
  async save(engine: Engine, table: string): Promise<number> {
    await this.#flush();
    this.#out.end();
    await finished(this.#out);
    const columns = `{'file': 'VARCHAR', 'line': 'BIGINT', 'column': 'VARCHAR', 'reason': 'VARCHAR', 'row': 'VARCHAR'}`;
    await engine.run(
      `CREATE OR REPLACE TABLE ${sqlName(table)} AS SELECT * FROM read_csv(${pathSql(this.#path)},
       auto_detect=false, header=false, delim=',', quote='"', escape='"', columns=${columns}, max_line_size=4000000)`,
    );
    const [row] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${sqlName(table)}`);
    return row?.n ?? 0;
  }

  /** Closes the file without making a table. */
  close(): void {
    this.#out.destroy();
  }

  async #flush(): Promise<void> {
    if (this.#pending.length === 0) return;
    const text = this.#pending.join('');
    this.#pending = [];
    if (!this.#out.write(text)) await once(this.#out, 'drain');
  }
}
