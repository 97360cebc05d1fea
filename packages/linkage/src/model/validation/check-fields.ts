import { column, DATE_PARTS, WORD_POSITIONS } from '../../compile/standard-columns.ts';
import { type JsonReader, join } from './json-reader.ts';
import type { FieldFacts } from './model-facts.ts';
import { FIELD_KINDS, type FieldKind, MOST_DIGITS, RESERVED_NAMES } from './model-vocabulary.ts';

/** What an identifier looks like that needs no quotes. */
export const NAME = /^[a-z][a-z0-9_]*$/;
export const NAME_SHAPE = 'lower-case letters, digits and _, beginning with a letter';

/** Checks the fields, and says what the rest of the model may do with them. */
export function checkFields(
  value: unknown,
  read: JsonReader,
  trustSql: boolean | readonly string[],
): FieldFacts {
  const facts: FieldFacts = { kinds: new Map(), lengths: new Map(), parsedDates: new Set() };
  const fields = read.anyObject(value, 'fields');
  if (!fields) return facts;
  const columns = new Map([['group_linked', 'the group']]);
  for (const [name, field] of Object.entries(fields)) {
    const path = join('fields', name);
    if (!NAME.test(name)) read.report(path, `'${name}' is not a name`, NAME_SHAPE);
    else if (RESERVED_NAMES.has(name)) read.report(path, `'${name}' is a reserved word`, 'another name');
    const kind = checkField(field, path, name, read, trustSql, facts);
    facts.kinds.set(name, kind);
    for (const c of kind ? columnsOf(name, kind) : []) {
      const other = columns.get(c);
      if (other) read.report(path, `needs a column '${c}', which ${other} has`, 'another name');
      columns.set(c, `'${name}'`);
    }
  }
  if (facts.kinds.size === 0) read.report('fields', 'no fields', 'at least one');
  return facts;
}

function checkField(
  value: unknown,
  path: string,
  name: string,
  read: JsonReader,
  trustSql: boolean | readonly string[],
  facts: FieldFacts,
): FieldKind | undefined {
  const any = read.anyObject(value, path);
  if (!any) return undefined;
  const kind = read.oneOf(any.kind, join(path, 'kind'), FIELD_KINDS);
  if (!kind) return undefined;
  const field = read.object(
    value,
    path,
    kind === 'digits' ? ['kind', 'from', 'length'] : ['kind', 'from'],
    kind === 'date' ? ['format'] : [],
  );
  checkSource(field?.from, join(path, 'from'), read, trustSql);
  if (kind === 'digits') {
    const length = read.number(field?.length, join(path, 'length'), {
      from: 1,
      to: MOST_DIGITS,
      whole: true,
    });
    facts.lengths.set(name, length ?? MOST_DIGITS);
  }
  if (field?.format !== undefined) {
    read.text(field.format, join(path, 'format'));
    facts.parsedDates.add(name);
  }
  return kind;
}

function checkSource(
  value: unknown,
  path: string,
  read: JsonReader,
  trustSql: boolean | readonly string[],
): void {
  if (typeof value === 'string') {
    read.text(value, path);
    return;
  }
  const source = read.anyObject(value, path);
  if (!source) return;
  if (!Object.hasOwn(source, 'sql')) {
    const sides = read.object(value, path, ['right'], ['left']);
    if (sides?.left !== undefined) read.text(sides.left, join(path, 'left'));
    read.text(sides?.right, join(path, 'right'));
    return;
  }
  read.object(value, path, ['sql']);
  const sql = read.text(source.sql, join(path, 'sql'));
  if (sql === undefined || trustSql === true || (trustSql !== false && trustSql.includes(sql))) return;
  read.report(
    join(path, 'sql'),
    'SQL is code, and this file is not trusted to hold any',
    'the name of a column, or {left, right}',
  );
}

/** The columns that a standardised record has for a field. */
function columnsOf(name: string, kind: FieldKind): string[] {
  switch (kind) {
    case 'words':
      return [
        ...WORD_POSITIONS.flatMap((i) => [column.sound(name, i), column.bits(name, i)]),
        ...[column.raw, column.total, column.joined, column.minor, column.rank, column.flag].map((c) =>
          c(name),
        ),
      ];
    case 'date':
      return [column.value(name), ...DATE_PARTS.map((part) => column.part(name, part))];
    default:
      return [column.value(name)];
  }
}
