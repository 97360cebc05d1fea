import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBInstance,
  DuckDBIntegerVector,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { sqlName, sqlString } from './quote.ts';

/** One result row, by column name. */
export type Row = Record<string, unknown>;

/** How much of the machine a database may use, and where it lives. */
export interface EngineOptions {
  /** A database file; in memory when absent. */
  path?: string;
  /** DuckDB size text such as '4GiB'; beyond it DuckDB spills to `tempDirectory`. */
  memoryLimit?: string;
  threads?: number;
  tempDirectory?: string;
}

/** A column handed to {@link Engine.load}: all values of one type, null allowed. */
export interface LoadColumn {
  name: string;
  type: 'INTEGER' | 'DOUBLE' | 'VARCHAR';
  values: ArrayLike<number | string | null | undefined>;
}

const LOAD_TYPES: Record<LoadColumn['type'], DuckDBType> = { INTEGER, DOUBLE, VARCHAR };
const CHUNK_ROWS = 2048;

/** A DuckDB database with one connection: the only door to DuckDB in the project. */
export class Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  /** The connection that opened the database and closes it; absent for that one itself. */
  readonly #first: Engine | undefined;
  readonly #others = new Set<Engine>();
  readonly #threads: number | undefined;
  #searchPath: string | undefined;

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    threads: number | undefined,
    first?: Engine,
  ) {
    this.#instance = instance;
    this.#connection = connection;
    this.#threads = threads;
    this.#first = first;
  }

  /** Opens a database. Throws the engine's own error when the path cannot be used. */
  static async open(options: EngineOptions = {}): Promise<Engine> {
    const instance = await DuckDBInstance.create(options.path ?? ':memory:');
    const connection = await instance.connect();
    const engine = new Engine(instance, connection, options.threads);
    // Rows are known by their rowid, and a checkpoint moves the rows of a table from which some were deleted.
    await engine.run("SET wal_autocheckpoint = '1TB'");
    if (options.threads !== undefined) await engine.run(`SET threads = ${Math.max(1, options.threads)}`);
    if (options.memoryLimit) await engine.run(`SET memory_limit = ${sqlString(options.memoryLimit)}`);
    if (options.tempDirectory) await engine.run(`SET temp_directory = ${sqlString(options.tempDirectory)}`);
    return engine;
  }

  /**
   * A second connection to the same database, for work that goes on beside. It sees tables, not temporary ones,
   * along the same search path.
   * Close it before the engine.
   */
  async beside(): Promise<Engine> {
    const engine = new Engine(this.#instance, await this.#instance.connect(), this.#threads, this);
    this.#others.add(engine);
    if (this.#searchPath) await engine.searchIn(this.#searchPath);
    return engine;
  }

  /** Names tables of these schemas, one after the other, without saying which; connections opened beside do so too. */
  async searchIn(path: string): Promise<void> {
    this.#searchPath = path;
    await this.run(`SET search_path = ${sqlString(path)}`);
  }

  /**
   * Runs pieces of work on two connections, each taking the next piece when it is free: statements on tables too
   * small for DuckDB to share out among its threads go on side by side. The pieces see tables, not temporary
   * ones, and must not depend on one another. Returns their results in the order of the pieces.
   */
  async abreast<T>(pieces: readonly ((on: Engine) => Promise<T>)[]): Promise<T[]> {
    const results: T[] = [];
    let next = 0;
    const work = async (on: Engine) => {
      while (next < pieces.length) {
        const i = next++;
        results[i] = await (pieces[i] as (on: Engine) => Promise<T>)(on);
      }
    };
    if (this.#threads === 1 || pieces.length < 2) {
      await work(this);
      return results;
    }
    const beside = await this.beside();
    try {
      const ended = await Promise.allSettled(
        [this, beside].map((on) =>
          work(on).catch((error: unknown) => {
            next = pieces.length;
            throw error;
          }),
        ),
      );
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
      return results;
    } finally {
      await beside.close();
    }
  }

  /** Runs one or more statements and drops their results. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /**
   * Runs a statement with its joins as they are written: the table to the right of a join is the one looked up in, so
   * that rows come in the order of the first table. For tables of like size; the setting holds for the whole
   * database while the statement runs.
   */
  async runInOrder(sql: string): Promise<void> {
    await this.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
    try {
      await this.run(sql);
    } finally {
      await this.run('RESET disabled_optimizers');
    }
  }

  /**
   * Runs a query and returns row objects. 64- and 128-bit integers come as number when they are safe
   * integers and as bigint otherwise; dates come as 'YYYY-MM-DD'; lists as arrays.
   */
  async rows<T extends Row = Row>(sql: string): Promise<T[]> {
    const reader = await this.#connection.runAndReadAll(sql);
    const names = reader.deduplicatedColumnNames();
    return reader.getRows().map((values) => {
      const row: Row = {};
      for (let i = 0; i < names.length; i++) row[names[i] as string] = plain(values[i] as DuckDBValue);
      return row as T;
    });
  }

  /** Columns of a query as arrays: cheaper than `rows` for more than a few thousand rows. */
  async columns(sql: string): Promise<Record<string, unknown[]>> {
    const reader = await this.#connection.runAndReadAll(sql);
    const names = reader.deduplicatedColumnNames();
    const columns = reader.getColumns();
    return Object.fromEntries(names.map((name, i) => [name, (columns[i] ?? []).map(plain)]));
  }

  /** INTEGER columns of a query, without nulls, as typed arrays: a tenth of the time of `columns`. */
  async integers(sql: string): Promise<Record<string, Int32Array>> {
    const result = await this.#connection.run(sql);
    const names = result.columnNames();
    const out = names.map(() => new Int32Array(result.rowCount));
    let at = 0;
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
      for (const [i, column] of out.entries()) {
        const vector = chunk.getColumnVector(i);
        if (!(vector instanceof DuckDBIntegerVector)) throw new TypeError(`${names[i]} is not INTEGER`);
        column.set(itemsOf(vector) as Int32Array, at);
      }
      at += chunk.rowCount;
    }
    return Object.fromEntries(names.map((name, i) => [name, out[i] as Int32Array]));
  }

  /** Creates (or replaces) a table from columns of equal length. */
  async load(table: string, columns: LoadColumn[]): Promise<void> {
    const types = columns.map((c) => LOAD_TYPES[c.type]);
    await this.run(
      `CREATE OR REPLACE TABLE ${sqlName(table)} (${columns.map((c) => `${sqlName(c.name)} ${c.type}`).join(', ')})`,
    );
    const rows = columns[0]?.values.length ?? 0;
    const appender = await this.#connection.createAppender(table);
    for (let from = 0; from < rows; from += CHUNK_ROWS) {
      const to = Math.min(rows, from + CHUNK_ROWS);
      const chunk = DuckDBDataChunk.create(types, to - from);
      columns.forEach((column, i) => {
        const vector = chunk.getColumnVector(i);
        if (
          (vector instanceof DuckDBIntegerVector && column.values instanceof Int32Array) ||
          (vector instanceof DuckDBDoubleVector && column.values instanceof Float64Array)
        ) {
          itemsOf(vector).set(column.values.subarray(from, to));
          vector.flush();
          return;
        }
        const values: DuckDBValue[] = [];
        for (let row = from; row < to; row++) values.push((column.values[row] ?? null) as DuckDBValue);
        chunk.setColumnValues(i, values);
      });
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  /** Stops the statements that are running here and on connections beside; their promises reject. */
  interrupt(): void {
    this.#connection.interrupt();
    for (const other of this.#others) other.interrupt();
  }

  /** Closes the connection and the database. */
  async close(): Promise<void> {
    this.#connection.closeSync();
    if (this.#first) this.#first.#others.delete(this);
    else this.#instance.closeSync();
  }
}

/** The memory of a vector, which the binding's types keep to themselves: reading value by value is ten times slower. */
function itemsOf(vector: DuckDBIntegerVector | DuckDBDoubleVector): Int32Array | Float64Array {
  return (vector as unknown as { items: Int32Array | Float64Array }).items;
}

function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') {
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
      ? Number(value)
      : value;
  }
  if (value !== null && typeof value === 'object') {
    if ('items' in value && Array.isArray(value.items))
      return value.items.map((v) => plain(v as DuckDBValue));
    return String(value);
  }
  return value;
}
