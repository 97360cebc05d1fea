import type { Dialect } from '../compile/dialect.ts';
import { rawField, type Side } from '../compile/source-sql.ts';
import { column, DATE_PARTS, WORD_POSITIONS } from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { Field, LinkModel } from '../model/link-model.ts';
import type { WordStandardiser } from '../model/word-standardiser.ts';
import { buildDictionary, CODE } from './dictionary.ts';

/** The rows of one register that take part in scoring. */
export interface SideInput {
  side: Side;
  table: string;
  /** A table of the rowids (k, unique) that take part, and columns of it to carry along; all rows when absent. */
  rows?: { table: string; carry: string[] };
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
): Promise<{ words: Record<string, number> }> {
  const wordFields = Object.keys(model.fields).filter((name) => model.fields[name]?.kind === 'words');
  for (const input of sides) {
    const columns = Object.entries(model.fields).flatMap(([name, field]) =>
      fieldColumns(name, field, input.side, dialect),
    );
    await engine.run(`
      CREATE OR REPLACE TEMP TABLE ${sqlName(`${input.out}_split`)} AS
      SELECT t.rowid AS k, t.id AS id, ${(input.rows?.carry ?? []).map((c) => `x.${c}, `).join('')}${columns.join(',\n        ')}
      FROM ${sqlName(input.table)} t ${input.rows ? `JOIN ${input.rows.table} x ON x.k = t.rowid` : ''}`);
  }
  const sizes: Record<string, number> = {};
  const counted = (sides.find((s) => s.side === 'right') ?? sides[0])?.out ?? '';
  for (const name of wordFields) {
    const tables = { all: sides.map((s) => s.out), counted };
    sizes[name] = (await buildDictionary(engine, name, standardisers[name], tables)).words;
  }
  for (const input of sides) await joinWords(engine, wordFields, input.out);
  return { words: sizes };
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

/**
 * Replaces the raw words of each record by its rarest standard words, its joined text and its minor word. One
 * small hash join per word position: no regrouping of words into names. A missing word is '' and not null, because
 * a hash table full of nulls takes quadratic time.
 */
async function joinWords(engine: Engine, fields: string[], out: string): Promise<void> {
  const sql = joinedSql(fields, `SELECT * FROM ${sqlName(`${out}_split`)}`);
  await engine.run(
    `CREATE OR REPLACE TABLE ${sqlName(out)} AS ${sql}; DROP TABLE ${sqlName(`${out}_split`)}`,
  );
}

/** The SQL that replaces the raw words of the records of `source`. */
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
        list_reverse_sort([${codes.join(', ')}]) AS codes,
        concat(${entries.map((d) => `${d}.text`).join(', ')}) AS ${column.joined(field)},
        ${first('minor')} AS ${column.minor(field)}, ${first('rank')} AS ${column.rank(field)},
        greatest(${entries.map((d) => `coalesce(${d}.flag, 0)`).join(', ')}) = 1 AS ${column.flag(field)}
      FROM (${sql}) t
      ${entries.map((d, i) => `LEFT JOIN dict_${field} ${d} ON ${d}.raw = coalesce(t.${column.raw(field)}[${i + 1}], '')`).join('\n      ')}`;
    sql = `SELECT * EXCLUDE (codes), ${WORD_POSITIONS.flatMap((i) => {
      const code = `codes[${i}]::BIGINT`;
      return [
        `CAST((${code} // ${CODE.sound}) % ${CODE.sound} AS INTEGER) AS ${column.word(field, i)}`,
        `CAST(${code} % ${CODE.sound} AS INTEGER) AS ${column.sound(field, i)}`,
        `CAST(${code} // ${CODE.word} AS INTEGER) AS ${column.bits(field, i)}`,
      ];
    }).join(', ')} FROM (${sql})`;
    sql = `SELECT *, ${WORD_POSITIONS.map((i) => column.bits(field, i)).join(' + ')} AS ${column.total(field)} FROM (${sql})`;
  }
  return sql;
}
