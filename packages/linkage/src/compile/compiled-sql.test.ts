import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { LinkModel } from '../model/link-model.ts';
import { blockKeysSql } from './blocking-sql.ts';
import { comparisonSql } from './comparison-sql.ts';
import { duckdbDialect } from './duckdb-dialect.ts';
import { patternLayout, patternSql } from './pattern-layout.ts';

/** A small model that touches every part of the compiler once. */
const model: LinkModel = {
  name: 'small',
  fields: {
    called: { kind: 'words', from: 'full_name' },
    born: { kind: 'date', from: 'birth_date' },
    number: { kind: 'digits', from: { left: 'no', right: 'number' }, length: 8 },
  },
  blocking: [
    { name: 'born', keys: [{ field: 'born', use: 'value' }] },
    {
      name: 'a word, birth year',
      keys: [
        { field: 'called', use: 'any-word' },
        { field: 'born', use: 'year' },
      ],
    },
    { name: 'day and month exchanged', keys: [{ field: 'born', use: 'swapped' }] },
  ],
  comparisons: [
    {
      name: 'number',
      field: 'number',
      levels: [
        { label: 'same', all: [{ is: 'same' }] },
        { label: 'one digit', all: [{ is: 'one-digit' }] },
      ],
    },
    {
      name: 'born',
      field: 'born',
      levels: [
        { label: 'same', all: [{ is: 'same' }] },
        {
          label: 'year, and not another number',
          all: [
            { is: 'years', within: 0 },
            { is: 'other-comparison', comparison: 'number', levels: ['missing'] },
          ],
        },
      ],
    },
    { name: 'called', field: 'called', levels: [{ label: 'all', all: [{ is: 'all-words', bits: 8 }] }] },
  ],
};

const FILE = new URL('compiled-sql.sql', import.meta.url);

/**
 * The compiled SQL is kept beside this test, so that a change of queries is seen in review. After a wanted
 * change: UPDATE_SQL=1 npx vitest run packages/linkage/src/compile/compiled-sql.test.ts
 */
test('the SQL of a small model is the reviewed one', async () => {
  const pairs = { pairs: 'candidates', left: 'std_left', right: 'std_right', keep: ['rules'] };
  const queries: [title: string, sql: string][] = [
    ...model.blocking.flatMap((rule) =>
      (['left', 'right'] as const).map((side): [string, string] => [
        `blocking keys: ${rule.name} (${side})`,
        blockKeysSql(rule, side, `std_${side}`, model, duckdbDialect),
      ]),
    ),
    ['comparisons', comparisonSql(model, duckdbDialect, pairs)],
    ['pattern', patternSql(patternLayout(model))],
  ];
  const compiled = `${queries.map(([title, sql]) => `-- ${title}\n${inLines(sql)};`).join('\n\n')}\n`;
  if (process.env.UPDATE_SQL) await writeFile(FILE, compiled);
  expect(compiled).toBe(await readFile(FILE, 'utf8'));
});

/** One column, join or case a line: that is what a reviewer compares. */
function inLines(sql: string): string {
  return sql
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/, (?=[a-z_]+\.|[a-z]_|CAST|CASE|abs|c_)/g, ',\n  ')
    .replaceAll(/ (?=(FROM|JOIN|WHERE|WHEN|ELSE) )/g, '\n  ');
}
