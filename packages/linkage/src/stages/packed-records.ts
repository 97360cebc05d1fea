import { column, DATE_PARTS, WORD_POSITIONS } from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import type { LinkModel } from '../model/link-model.ts';

/** A column of a standardised table. */
export type StandardColumn = { name: string; type: string };

/** The column with all texts of a record, one after the other. */
export const TEXTS = 'packed_texts';
const BETWEEN = 'chr(31)';
const NOTHING = 'chr(30)';
const ESCAPE = 'chr(27)';
/** What stands for the three in a text of its own. */
const ESCAPED = [
  [ESCAPE, `${ESCAPE} || 'e'`],
  [BETWEEN, `${ESCAPE} || 'b'`],
  [NOTHING, `${ESCAPE} || 'n'`],
] as const;
/** A sound is below this; see CODE of the dictionary. */
const SOUNDS = 2 ** 20;

/**
 * Stores a standardised table for being picked from, a few records here and there. Such a read goes through every
 * column, so there are few: texts stand in one uncompressed column, a word's sound and information in one number, and
 * what follows from another column is left out. {@link unpackedSql} makes it what it was.
 */
export async function packRecords(
  engine: Engine,
  model: LinkModel,
  columns: readonly StandardColumn[],
  from: string,
  to: string,
): Promise<void> {
  const { kept, texts, words } = plan(model, columns);
  const escaped = (name: string) =>
    ESCAPED.reduce((sql, [sign, instead]) => `replace(${sql}, ${sign}, ${instead})`, name);
  const joined = texts.map((name) => `coalesce(${escaped(name)}, ${NOTHING})`).join(`, ${BETWEEN}, `);
  const stored = [
    ...kept.map(({ name, type }) => ({ name, type, sql: name })),
    ...words.flatMap((field) =>
      WORD_POSITIONS.map((i) => ({
        name: codeOf(field, i),
        type: 'BIGINT',
        sql: `${column.bits(field, i)}::BIGINT * ${SOUNDS} + ${column.sound(field, i)}`,
      })),
    ),
    { name: TEXTS, type: 'VARCHAR USING COMPRESSION uncompressed', sql: joined ? `concat(${joined})` : "''" },
  ];
  await engine.run(`
    CREATE OR REPLACE TABLE ${to} (${stored.map((c) => `${c.name} ${c.type}`).join(', ')});
    INSERT INTO ${to} SELECT ${stored.map((c) => c.sql).join(', ')} FROM ${from}`);
}

/** The SQL that gives rows of a packed table (`source`: a query of whole rows) the columns they had before. */
export function unpackedSql(model: LinkModel, columns: readonly StandardColumn[], source: string): string {
  const { texts, derived } = plan(model, columns);
  const plainText = texts.map((name, i) => `nullif(packed[${i + 1}], ${NOTHING}) AS ${name}`);
  const original = (name: string) =>
    ESCAPED.toReversed().reduce((sql, [sign, instead]) => `replace(${sql}, ${instead}, ${sign})`, name);
  const text = new Map(
    texts.map((name) => [name, `CASE WHEN escaped THEN ${original(name)} ELSE ${name} END AS ${name}`]),
  );
  const all = columns.map(({ name, type }) => {
    const sql = derived.get(name);
    return text.get(name) ?? (sql ? `CAST(${sql} AS ${type}) AS ${name}` : name);
  });
  return `
    SELECT ${all.join(', ')} FROM (
      SELECT * ${plainText.map((t) => `, ${t}`).join('')} FROM (
        SELECT *, string_split(${TEXTS}, ${BETWEEN}) AS packed, contains(${TEXTS}, ${ESCAPE}) AS escaped
        FROM (${source})))`;
}

function codeOf(field: string, i: number): string {
  return `${field}_code${i}`;
}

/** Which columns are stored as they are, which in the texts, and how the others follow from them. */
function plan(model: LinkModel, columns: readonly StandardColumn[]) {
  const derived = new Map<string, string>();
  const words: string[] = [];
  for (const [field, { kind }] of Object.entries(model.fields)) {
    if (kind === 'date')
      for (const part of DATE_PARTS) derived.set(column.part(field, part), `${part}(${column.value(field)})`);
    if (kind !== 'words') continue;
    words.push(field);
    for (const i of WORD_POSITIONS) {
      derived.set(column.sound(field, i), `${codeOf(field, i)} % ${SOUNDS}`);
      derived.set(column.bits(field, i), `${codeOf(field, i)} // ${SOUNDS}`);
    }
    const total = WORD_POSITIONS.map((i) => `${codeOf(field, i)} // ${SOUNDS}`).join(' + ');
    derived.set(column.total(field), total);
  }
  // What records are picked by is asked of all of them.
  const asked = new Set(model.narrowing?.map(column.value));
  const isPacked = ({ name, type }: StandardColumn) => type === 'VARCHAR' && !asked.has(name);
  const rest = columns.filter(({ name }) => !derived.has(name));
  return {
    derived,
    words,
    texts: rest.filter(isPacked).map(({ name }) => name),
    kept: rest.filter((c) => !isPacked(c)),
  };
}
