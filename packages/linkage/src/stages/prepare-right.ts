import type { Dialect } from '../compile/dialect.ts';
import { duckdbDialect } from '../compile/duckdb-dialect.ts';
import { column, datesByPart } from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import type { LinkModel } from '../model/link-model.ts';
import { plainWords, type WordStandardiser } from '../model/word-standardiser.ts';
import type { KnownWords } from './extend-dictionary.ts';
import { packRecords, type StandardColumn, TEXTS, unpackedSql } from './packed-records.ts';
import { type SideInput, standardise, standardiseBeside } from './standardise.ts';

/** The tables of a prepared register. */
const RECORDS = 'ready_records';
const ABOUT = 'ready_about';
const dictionaryOf = (field: string) => `ready_dictionary_${field}`;
const numbersOf = (field: string) => `ready_numbers_${field}`;

/** Grows when prepared tables change, so that older ones are not used. */
const FORMAT = 2;
/** One raw word in so many shows whether the standardiser is still the one that prepared the register. */
const ONE_WORD_IN = 64;

/** How a register is to be standardised. */
interface Preparation {
  right: string;
  standardisers?: Record<string, WordStandardiser>;
  /** Columns of the register to carry along. */
  carry?: readonly string[];
}

/**
 * Standardises a whole right register once, in tables `ready_...` beside it, so that {@link link} need not
 * do it for every left register it is linked with. Give their schema to `link` as `prepared`.
 */
export async function prepareRight(
  engine: Engine,
  model: LinkModel,
  { right, standardisers = {}, carry = [] }: Preparation,
  dialect: Dialect = duckdbDialect,
): Promise<void> {
  const { numbers } = await standardise(engine, dialect, model, standardisers, [
    { side: 'right', table: right, out: 'ready_unpacked', own: carry, temporary: true },
  ]);
  const columns = await engine.rows<StandardColumn>(
    "SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = 'ready_unpacked' ORDER BY column_index",
  );
  await packRecords(engine, model, columns, 'ready_unpacked', RECORDS);
  await engine.run('DROP TABLE ready_unpacked');
  for (const [field, { word, sound, bits }] of Object.entries(numbers)) {
    const rows = [
      ...[...word].map(([text, number]) => ({ kind: 'word', text, number, bits: 0 })),
      ...[...sound].map(([text, number]) => ({ kind: 'sound', text, number, bits: bits(text) })),
    ];
    await engine.load(numbersOf(field), [
      { name: 'kind', type: 'VARCHAR', values: rows.map((r) => r.kind) },
      { name: 'text', type: 'VARCHAR', values: rows.map((r) => r.text) },
      { name: 'number', type: 'INTEGER', values: rows.map((r) => r.number) },
      { name: 'bits', type: 'INTEGER', values: rows.map((r) => r.bits) },
    ]);
    await engine.run(`
      DROP TABLE IF EXISTS ${dictionaryOf(field)};
      ALTER TABLE dict_${field} RENAME TO ${dictionaryOf(field)}`);
  }
  const [size] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${RECORDS}`);
  const words: Record<string, string> = {};
  for (const field of Object.keys(numbers))
    words[field] = await wordsNow(engine, dictionaryOf(field), standardisers[field]);
  const about: About = { made: fingerprint(model, carry), records: size?.n ?? 0, columns, words };
  await engine.load(ABOUT, [{ name: 'json', type: 'VARCHAR', values: [JSON.stringify(about)] }]);
}

/**
 * Brings the texts of a prepared register into memory, most of what picking from it reads. Worth doing on a second connection while
 * the left register is read. Does nothing where none is prepared.
 */
export async function readAheadPrepared(engine: Engine, schema: string): Promise<void> {
  if (!(await hasTable(engine, schema, RECORDS))) return;
  await engine.run(`SELECT sum(strlen(${TEXTS})) FROM ${schema}.${RECORDS}`);
}

async function hasTable(engine: Engine, schema: string, table: string): Promise<boolean> {
  const tables = await engine.rows(
    `SELECT 1 AS n FROM duckdb_tables() WHERE database_name || '.' || schema_name = '${schema}' AND table_name = '${table}'`,
  );
  return tables.length > 0;
}

interface About {
  made: string;
  records: number;
  /** The columns of the standardised table that was packed. */
  columns: StandardColumn[];
  /** What the standardiser made of some of the words, by field. */
  words: Record<string, string>;
}

/** Everything but the standardisers that a prepared table depends on. */
function fingerprint(model: LinkModel, carry: readonly string[]): string {
  return JSON.stringify([FORMAT, model.fields, [...datesByPart(model)].sort(), model.narrowing, carry]);
}

/** What the standardiser makes of some of the words of a dictionary. */
async function wordsNow(
  engine: Engine,
  dictionary: string,
  standardiser: WordStandardiser = plainWords,
): Promise<string> {
  const some = await engine.columns(
    `SELECT raw FROM ${dictionary} WHERE rowid % ${ONE_WORD_IN} = 0 ORDER BY rowid`,
  );
  const flat = (some.raw as string[]).map((raw) =>
    standardiser(raw).map(({ word, sound, part, rank }) => [word, sound, part, rank].join('/')),
  );
  return flat.join(' ');
}

/** A prepared right register that fits the model. */
export class PreparedRight {
  readonly #schema: string;
  readonly #about: About;

  private constructor(schema: string, about: About) {
    this.#schema = schema;
    this.#about = about;
  }

  /** The prepared tables of `schema`; undefined when they were made for another model or by other standardisers. */
  static async find(
    engine: Engine,
    model: LinkModel,
    schema: string,
    { standardisers = {}, carry = [] }: Omit<Preparation, 'right'>,
  ): Promise<PreparedRight | undefined> {
    if (!(await hasTable(engine, schema, ABOUT))) return undefined;
    const [row] = await engine.rows<{ json: string }>(`SELECT json FROM ${schema}.${ABOUT}`);
    const about = JSON.parse(row?.json ?? '{}') as About;
    if (about.made !== fingerprint(model, carry)) return undefined;
    for (const [field, words] of Object.entries(about.words)) {
      const now = await wordsNow(engine, `${schema}.${dictionaryOf(field)}`, standardisers[field]);
      if (now !== words) return undefined;
    }
    return new PreparedRight(schema, about);
  }

  /**
   * Makes the standardised tables of both sides: the left one from its register, the right one by picking records
   * that are not linked. With `narrowed`, only those that agree with somebody of the left table on one of these fields
   * (dates also crosswise with one another).
   */
  async pick(
    engine: Engine,
    dialect: Dialect,
    model: LinkModel,
    input: {
      standardisers: Record<string, WordStandardiser>;
      left: SideInput;
      right: string;
      narrowed: readonly string[] | undefined;
    },
  ): Promise<{ words: Record<string, number> }> {
    const { left, narrowed } = input;
    const known = (field: string): KnownWords => ({
      dictionary: `${this.#schema}.${dictionaryOf(field)}`,
      numbers: `${this.#schema}.${numbersOf(field)}`,
      records: this.#about.records,
    });
    const sizes = await standardiseBeside(engine, dialect, model, input.standardisers, left, known);
    const dates = narrowed?.filter((f) => model.fields[f]?.kind === 'date') ?? [];
    const values = (fields: readonly string[]) =>
      fields
        .map((f) => `SELECT ${column.value(f)} AS v FROM ${left.out} WHERE ${column.value(f)} IS NOT NULL`)
        .join(' UNION ');
    const records = `${this.#schema}.${RECORDS}`;
    // One small question a field: asked in one condition, every record would be looked up in all of the lists.
    const agrees = narrowed?.map(
      (f) => `SELECT p.rowid AS row, p.k FROM ${records} p
        SEMI JOIN (${values(dates.includes(f) ? dates : [f])}) a ON a.v = p.${column.value(f)}`,
    );
    const asked = agrees
      ? `SELECT DISTINCT row, k FROM (${agrees.join(' UNION ALL ')})`
      : `SELECT p.rowid AS row, p.k FROM ${records} p`;
    // Which ones is asked of the few columns that decide it; then all columns are read once. They come a few at a time
    // and are put together before anything is computed.
    const whole = `SELECT p.* FROM ${records} p WHERE p.rowid IN (SELECT row FROM picked_right WHERE row >= 0)`;
    await engine.run(`
      CREATE OR REPLACE TEMP TABLE picked_right AS
      SELECT x.row FROM (${asked}) x ${model.exactTier ? 'ANTI JOIN exact_links e ON e.k_right = x.k' : ''};
      CREATE OR REPLACE TABLE ${input.right} AS
      WITH packed_right AS MATERIALIZED (${whole}) ${unpackedSql(model, this.#about.columns, 'FROM packed_right')};
      DROP TABLE picked_right`);
    return sizes;
  }
}
