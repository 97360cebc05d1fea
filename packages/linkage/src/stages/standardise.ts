import type { Dialect } from '../compile/dialect.ts';
import { rawField, type Side, sourceColumns } from '../compile/source-sql.ts';
import {
  column,
  DATE_PARTS,
  type DatePart,
  datesByPart,
  WORD_POSITIONS,
} from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { Field, LinkModel } from '../model/link-model.ts';
import type { WordStandardiser } from '../model/word-standardiser.ts';
import { buildDictionary, CODE, type WordNumbers } from './dictionary.ts';
import { extendDictionary, type KnownWords } from './extend-dictionary.ts';

/** The rows of one register that take part in scoring. */
export interface SideInput {
  side: Side;
  table: string;
  /** A table of the rowids (k, unique) that take part, and columns of it to carry along; all rows when absent. */
  rows?: { table: string; carry: string[] };
  /** The table is to be seen by this connection alone, and is nowhere on disk. */
  temporary?: true;
  /** Columns of the register to carry along as they are; see carriedColumn. */
  own?: readonly string[];
  /** Name of the standardised table to make: key `k`, identifier `id`, and the columns of every field. */
  out: string;
}

/** Raw words of a name that are read; later ones are left out. */
const RAW_WORDS_READ = 6;

/** Makes a standardised table per side: typed values, date parts, words with their information content. */
export async function standardise(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  standardisers: Record<string, WordStandardiser>,
  sides: SideInput[],
): Promise<{ words: Record<string, number>; numbers: Record<string, WordNumbers> }> {
  const fields = Object.entries(model.fields);
  const wordFields = fields.filter(([, field]) => field.kind === 'words');
  await engine.abreast(sides.map((input) => (on: Engine) => gather(on, model, input)));
  const sizes: Record<string, number> = {};
  const numbers: Record<string, WordNumbers> = {};
  const counted = (sides.find((s) => s.side === 'right') ?? sides[0])?.side;
  for (const [name, field] of wordFields) {
    const sources = sides.map((input) => ({
      words: dialect.rawWords(rawField(field, input.side, 't')),
      table: gathered(input),
      counted: input.side === counted,
    }));
    const built = await buildDictionary(engine, name, standardisers[name], sources);
    sizes[name] = built.words;
    numbers[name] = built.numbers;
  }
  await engine.abreast(sides.map((input) => (on: Engine) => makeSide(on, dialect, model, input)));
  return { words: sizes, numbers };
}

/** Makes the standardised table of one side, its words as `known` of the other side has them. See prepareRight. */
export async function standardiseBeside(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  standardisers: Record<string, WordStandardiser>,
  input: SideInput,
  known: (field: string) => KnownWords,
): Promise<{ words: Record<string, number> }> {
  await gather(engine, model, input);
  const sizes: Record<string, number> = {};
  for (const [name, field] of Object.entries(model.fields)) {
    if (field.kind !== 'words') continue;
    const source = { words: dialect.rawWords(rawField(field, input.side, 't')), table: gathered(input) };
    sizes[name] = (await extendDictionary(engine, name, standardisers[name], source, known(name))).words;
  }
  await makeSide(engine, dialect, model, input);
  return { words: sizes };
}

/** Makes the standardised table of a side, from its rows and the dictionaries. */
async function makeSide(engine: Engine, dialect: Dialect, model: LinkModel, input: SideInput): Promise<void> {
  const words = Object.entries(model.fields).flatMap(([name, { kind }]) => (kind === 'words' ? [name] : []));
  const columns = [
    't.row_key AS k',
    ...['id', ...(input.rows?.carry ?? [])].map((c) => `t.${c}`),
    ...(input.own ?? []).flatMap((c) => {
      const carried = carriedColumn(model, input.side, c);
      return carried === column.own(c) ? [`t.${sqlName(c)} AS ${carried}`] : [];
    }),
    ...Object.entries(model.fields).flatMap(([name, field]) =>
      fieldColumns(name, field, input.side, dialect),
    ),
  ];
  // A date can be a long expression: its parts are taken from the column and not from the expression anew.
  const parts = [...datesByPart(model)].flatMap((name) => DATE_PARTS.map((p) => datePart(name, p)));
  const values = `SELECT ${columns.join(',\n        ')} FROM ${gathered(input)} t`;
  const rows = parts.length > 0 ? `SELECT *, ${parts.join(', ')} FROM (${values})` : values;
  await engine.run(`
    CREATE OR REPLACE ${tableKind(input)} ${sqlName(input.out)} AS ${joinedSql(words, rows)};
    DROP TABLE ${gathered(input)}`);
}

function tableKind({ temporary }: SideInput): string {
  return temporary ? 'TEMP TABLE' : 'TABLE';
}

function gathered({ out }: SideInput): string {
  return sqlName(`${out}_raw`);
}

/**
 * Puts the rows that take part into a table of their own before anything is computed: picked out of a large register
 * they come a few at a time, and every expression would pay its fixed cost for those few.
 */
async function gather(engine: Engine, model: LinkModel, input: SideInput): Promise<void> {
  const { side, table, rows } = input;
  const read = Object.values(model.fields).flatMap((f) => sourceColumns(f, side));
  const used = new Set(['id', ...read, ...(input.own ?? [])]);
  const columns = [
    't.rowid AS row_key',
    ...[...used].map((c) => `t.${sqlName(c)}`),
    ...(rows?.carry ?? []).map((c) => `x.${c}`),
  ];
  await engine.run(`
    CREATE OR REPLACE ${tableKind(input)} ${gathered(input)} AS
    SELECT ${columns.join(', ')} FROM ${sqlName(table)} t ${rows ? `JOIN ${rows.table} x ON x.k = t.rowid` : ''}`);
}

/** The column of a standardised table that holds a carried column of the register: a field may be that very column. */
export function carriedColumn(model: LinkModel, side: Side, name: string): string {
  const same = Object.entries(model.fields).find(
    ([, field]) =>
      (field.kind === 'code' || (field.kind === 'date' && !field.format)) &&
      (field.from === name ||
        (typeof field.from === 'object' && side in field.from && sourceColumns(field, side)[0] === name)),
  );
  return same ? column.value(same[0]) : column.own(name);
}

function datePart(field: string, part: DatePart): string {
  return `CAST(${part}(${column.value(field)}) AS SMALLINT) AS ${column.part(field, part)}`;
}

function fieldColumns(name: string, field: Field, side: Side, dialect: Dialect): string[] {
  const raw = rawField(field, side, 't');
  switch (field.kind) {
    case 'words':
      return [`${dialect.rawWords(raw)} AS ${column.raw(name)}`, `${raw} AS ${column.called(name)}`];
    case 'date': {
      const value = field.format ? dialect.parseDate(raw, field.format) : raw;
      return [`${value} AS ${column.value(name)}`];
    }
    case 'digits':
      return [`CAST(${raw} AS BIGINT) AS ${column.value(name)}`];
    case 'text':
      return [`${dialect.foldText(raw)} AS ${column.value(name)}`];
    case 'code':
      return [`${raw} AS ${column.value(name)}`];
  }
}

/**
 * The SQL that replaces the raw words of the records of `source` by their rarest standard words, the joined text and
 * the minor word. One small hash join per word position: no regrouping of words into names. A missing word is ''
 * and not null, because a hash table full of nulls takes quadratic time.
 */
function joinedSql(fields: string[], source: string): string {
  let sql = source;
  const positions = Array.from({ length: RAW_WORDS_READ }, (_, i) => i + 1);
  for (const field of fields) {
    const entries = positions.map((i) => `d${i}`);
    // A joined word ('PUSPADEWISARI') stands first; further words rarely hide a second one.
    const codes = [
      ...entries.map((d) => `coalesce(${d}.code1, 0)`),
      'coalesce(d1.code2, 0)',
      'coalesce(d2.code2, 0)',
    ];
    const first = (name: string) => `coalesce(${entries.map((d) => `${d}.${name}`).join(', ')}, 0)`;
    sql = `
      SELECT t.* EXCLUDE (${column.raw(field)}),
        ${codes.map((code, i) => `${code} AS code${i}`).join(', ')},
        concat(${entries.map((d) => `${d}.text`).join(', ')}) AS ${column.joined(field)},
        ${first('minor')} AS ${column.minor(field)}, ${first('rank')} AS ${column.rank(field)},
        greatest(${entries.map((d) => `coalesce(${d}.flag, 0)`).join(', ')}) = 1 AS ${column.flag(field)}
      FROM (${sql}) t
      ${entries.map((d, i) => `LEFT JOIN dict_${field} ${d} ON ${d}.raw = coalesce(t.${column.raw(field)}[${i + 1}], '')`).join('\n      ')}`;
    sql = largestFirst(codes.length, sql);
    const called = column.called(field);
    sql = `SELECT * REPLACE (CASE WHEN ${column.flag(field)} THEN ${called} END AS ${called}) FROM (${sql})`;
    sql = `SELECT * EXCLUDE (${codes.map((_, i) => `code${i}`).join(', ')}), ${WORD_POSITIONS.flatMap((i) => {
      const code = `code${i - 1}::BIGINT`;
      return [
        `CAST(${code} % ${CODE.sound} AS INTEGER) AS ${column.sound(field, i)}`,
        `CAST(${code} // ${CODE.word} AS INTEGER) AS ${column.bits(field, i)}`,
      ];
    }).join(', ')} FROM (${sql})`;
    sql = `SELECT *, ${WORD_POSITIONS.map((i) => column.bits(field, i)).join(' + ')} AS ${column.total(field)} FROM (${sql})`;
  }
  return sql;
}

/** Sorts the columns code0, code1... of every row of `source`: an odd-even merge network, a tenth of the cost of sorting lists. */
function largestFirst(count: number, source: string): string {
  let sql = source;
  for (const layer of sortingLayers(count)) {
    const swapped = layer.flatMap(([a, b]) => [
      `greatest(code${a}, code${b}) AS code${a}`,
      `least(code${a}, code${b}) AS code${b}`,
    ]);
    sql = `SELECT * REPLACE (${swapped.join(', ')}) FROM (${sql})`;
  }
  return sql;
}

/** Batcher's merge network: layers of pairs to bring into order, one after another. */
function sortingLayers(count: number): [a: number, b: number][][] {
  const layers: [number, number][][] = [];
  for (let p = 1; p < count; p *= 2) {
    for (let k = p; k >= 1; k /= 2) {
      const layer: [number, number][] = [];
      for (let j = k % p; j + k < count; j += 2 * k) {
        for (let i = 0; i < Math.min(k, count - j - k); i++) {
          const sameRun = Math.floor((i + j) / (p * 2)) === Math.floor((i + j + k) / (p * 2));
          if (sameRun) layer.push([i + j, i + j + k]);
        }
      }
      layers.push(layer);
    }
  }
  return layers;
}
