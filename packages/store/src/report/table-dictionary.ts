import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { heldTables } from '../privacy/held/held-tables.ts';
import { tablesWithoutPeople } from '../privacy/held/tables-without-people.ts';

interface ColumnFound {
  name: string;
  type: string;
  required: boolean;
  note: string | null;
}

/**
 * The dictionary of the database, as Markdown: every table with its comment, whether it says something about people
 * and what becomes of that, and every column with its type and comment. Written from the catalogue of a migrated
 * database and from the list of what is held on persons, so that it says what is there.
 */
export async function tableDictionary(owner: Db): Promise<string> {
  const { rows } = await sql<{ name: string; note: string | null; columns: ColumnFound[] }>`
    SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS note,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'required', a.attnotnull, 'note', col_description(c.oid, a.attnum)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname NOT LIKE 'schema\\_migration%'
    GROUP BY c.oid, c.relname ORDER BY c.relname COLLATE "C"`.execute(owner);
  return [
    '# Tables of the database',
    '',
    'Written by `node scripts/write-tables-page.ts` from the comments of the migrations and from what is held on persons (`packages/store/src/privacy/held`); a test fails when it is out of date. Registers and result files are in the [data dictionary](data-dictionary.md), the ledger is explained in [membership-ledger.md](membership-ledger.md).',
    '',
    ...rows.flatMap(({ name, note, columns }) => [
      `## ${name}`,
      '',
      `${note ? `${note.replace(/\.$/, '')}. ` : ''}*${peopleOf(name)}*`,
      '',
      '| column | type | meaning |',
      '| --- | --- | --- |',
      ...columns.map(
        (column) =>
          `| \`${column.name}\` | ${shortType(column.type)}${column.required ? '' : ', may be absent'} | ${cell(column.note ?? '')} |`,
      ),
      '',
    ]),
  ].join('\n');
}

function peopleOf(table: string): string {
  const held = heldTables.find((one) => one.table === table);
  if (!held) return `No person of the registers: ${tablesWithoutPeople[table] ?? 'not said'}.`;
  const ends = held.erasure.map((one) => (one.step === 'kept' ? `kept (${one.ground})` : one.step));
  return `Personal data; handed out as “${held.section}”; an erasure leaves it ${ends.join(', ')}.`;
}

function shortType(type: string): string {
  return type.replace('timestamp with time zone', 'moment').replace('character varying', 'text');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
