import type { Dialect } from '../compile/dialect.ts';
import { rawField, type Side } from '../compile/source-sql.ts';
import { BIT_FRACTION, column, DATE_PARTS, WORD_POSITIONS } from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { Field, LinkModel } from '../model/link-model.ts';
import type { WordStandardiser } from '../model/word-standardiser.ts';
import { Dictionary } from './dictionary.ts';

/** The rows of one register that take part in scoring. */
export interface SideInput {
  side: Side;
  table: string;
  /** SQL condition on the table's rows (alias t); all rows when absent. */
  where?: string;
  /** Name of the standardised table to make: key `k`, identifier `id`, and the columns of every field. */
  out: string;
}

/** Information of a word nobody else has, in bits, at most. */
const MOST_BITS = 24;

/**
 * Makes a standardised table per side: typed values, date parts, words with their information content.
 * Word frequencies are counted on the right side alone, so that a person in both registers does not count twice.
 */
export async function standardise(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  standardisers: Record<string, WordStandardiser>,
  sides: SideInput[],
): Promise<{ words: Record<string, number> }> {
  const wordFields = Object.entries(model.fields).filter(([, field]) => field.kind === 'words');
  for (const input of sides) await splitRecords(engine, dialect, model, input);

  const sizes: Record<string, number> = {};
  for (const [name] of wordFields) {
    const dictionary = await Dictionary.build(
      engine,
      name,
      standardisers[name],
      sides.map((s) => s.out),
    );
    sizes[name] = dictionary.words;
    const right = sides.find((s) => s.side === 'right') ?? sides[0];
    await countWords(engine, name, right?.out ?? '');
  }
  for (const input of sides)
    await joinWords(
      engine,
      wordFields.map(([name]) => name),
      input,
    );
  return { words: sizes };
}

async function splitRecords(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  input: SideInput,
): Promise<void> {
  const columns = Object.entries(model.fields).flatMap(([name, field]) =>
    fieldColumns(name, field, input.side, dialect),
  );
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE ${sqlName(`${input.out}_split`)} AS
    SELECT t.rowid AS k, t.id AS id, ${columns.join(',\n      ')}
    FROM ${sqlName(input.table)} t ${input.where ? `WHERE ${input.where}` : ''}`);
}

function fieldColumns(name: string, field: Field, side: Side, dialect: Dialect): string[] {
  const raw = rawField(field, side, 't');
  switch (field.kind) {
    case 'words':
      return [`${dialect.rawWords(raw)} AS ${column.raw(name)}`];
    case 'date': {
      const value = field.format ? dialect.parseDate(raw, field.format) : raw;
      return [
        `${value} AS ${column.value(name)}`,
        ...DATE_PARTS.map((p) => `CAST(${p}(${value}) AS SMALLINT) AS ${column.part(name, p)}`),
      ];
    }
    case 'digits':
      return [`CAST(${raw} AS BIGINT) AS ${column.value(name)}`];
    case 'text':
      return [`${dialect.foldText(raw)} AS ${column.value(name)}`];
    case 'code':
      return [`${raw} AS ${column.value(name)}`];
  }
}

/** Adds the information content of every main word, from its frequency among the records of `table`. */
async function countWords(engine: Engine, field: string, table: string): Promise<void> {
  const dict = sqlName(`dict_${field}`);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE ${sqlName(`bits_${field}`)} AS
    WITH n AS (SELECT count(*) AS n FROM ${sqlName(`${table}_split`)}),
    seen AS (
      SELECT d.sound, count(*) AS c
      FROM (SELECT unnest(${column.raw(field)}) AS raw FROM ${sqlName(`${table}_split`)}) w
      JOIN ${dict} d USING (raw) WHERE d.part = 'main' GROUP BY d.sound)
    SELECT s.sound,
      CAST(round(${BIT_FRACTION} * least(${MOST_BITS}, greatest(0, log2((n.n + 2) / (coalesce(seen.c, 0) + 1))))) AS INTEGER) AS bits
    FROM (SELECT DISTINCT sound FROM ${dict} WHERE part = 'main') s
    CROSS JOIN n LEFT JOIN seen USING (sound)`);
}

/** Replaces the raw words of each record by its rarest standard words, its joined text and its minor word. */
async function joinWords(engine: Engine, fields: string[], input: SideInput): Promise<void> {
  const split = sqlName(`${input.out}_split`);
  let from = `${split} t`;
  const columns: string[] = [];
  for (const field of fields) {
    const words = sqlName(`${input.out}_${field}`);
    await engine.run(`
      CREATE OR REPLACE TEMP TABLE ${words} AS
      SELECT k,
        list_reverse_sort(list((b.bits::BIGINT << 48) | (d.word::BIGINT << 24) | d.sound::BIGINT)
          FILTER (d.part = 'main')) AS codes,
        string_agg(d.text, '' ORDER BY pos, d.seq) FILTER (d.part = 'main') AS joined,
        arg_min(d.word, pos * 8 + d.seq) FILTER (d.part = 'minor') AS minor,
        arg_min(d.rank, pos * 8 + d.seq) FILTER (d.rank IS NOT NULL) AS rank,
        bool_or(d.part = 'flag') AS flag
      FROM (SELECT k, unnest(${column.raw(field)}) AS raw,
              generate_subscripts(${column.raw(field)}, 1) AS pos FROM ${split}) w
      JOIN ${sqlName(`dict_${field}`)} d USING (raw)
      LEFT JOIN ${sqlName(`bits_${field}`)} b ON b.sound = d.sound AND d.part = 'main'
      GROUP BY k`);
    const a = sqlName(`w_${field}`);
    from += ` LEFT JOIN ${words} ${a} ON ${a}.k = t.k`;
    for (const i of WORD_POSITIONS) {
      const code = `coalesce(${a}.codes[${i}], 0)`;
      columns.push(
        `CAST((${code} >> 24) & 16777215 AS INTEGER) AS ${column.word(field, i)}`,
        `CAST(${code} & 16777215 AS INTEGER) AS ${column.sound(field, i)}`,
        `CAST(${code} >> 48 AS INTEGER) AS ${column.bits(field, i)}`,
      );
    }
    const total = WORD_POSITIONS.map((i) => `(coalesce(${a}.codes[${i}], 0) >> 48)`).join(' + ');
    columns.push(
      `CAST(${total} AS INTEGER) AS ${column.total(field)}`,
      `coalesce(${a}.joined, '') AS ${column.joined(field)}`,
      `coalesce(${a}.minor, 0) AS ${column.minor(field)}`,
      `CAST(coalesce(${a}.rank, 0) AS INTEGER) AS ${column.rank(field)}`,
      `coalesce(${a}.flag, false) AS ${column.flag(field)}`,
    );
  }
  const dropped = fields.map(column.raw);
  await engine.run(`
    CREATE OR REPLACE TABLE ${sqlName(input.out)} AS
    SELECT t.* ${dropped.length ? `EXCLUDE (${dropped.join(', ')})` : ''} ${columns.length ? `, ${columns.join(',\n      ')}` : ''}
    FROM ${from};
    DROP TABLE ${split}; ${fields.map((f) => `DROP TABLE ${sqlName(`${input.out}_${f}`)};`).join(' ')}`);
}
