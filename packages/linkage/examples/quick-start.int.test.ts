import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { KEYS, RAW_TESTS, TESTS } from '../src/model/validation/model-vocabulary.ts';

const file = new URL('quick-start.ts', import.meta.url);
const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

test('the example of the README is this file', async () => {
  const source = (await readFile(file, 'utf8')).replace('../src/index.ts', '@jangkau/linkage');
  expect(readme).toContain(`\`\`\`ts\n${source}\`\`\``);
});

test('it runs, and finds the three people', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [file.pathname]);
  const rows = stdout.split('\n').filter((line) => line.includes("'"));
  expect(rows).toHaveLength(5);
  for (const [name, other] of [
    ['Mira Holt', 'Holt Mira'],
    ['Jonas Berg', 'Jonas Bergh'],
    ['Ines Carvalho', 'Ines Carvalho'],
  ])
    expect(rows.find((row) => row.includes(`'${name}' `))).toContain(`'${other}' `);
  for (const name of ['Tom Adeyemi', 'Lena Fischer'])
    expect(rows.find((row) => row.includes(`'${name}' `))).toContain(' null ');
});

test('the README names every test and every key', () => {
  const named = (name: string) => readme.includes(`\`${name}\``);
  for (const name of [...Object.keys(TESTS), ...Object.keys(RAW_TESTS), ...Object.keys(KEYS)])
    expect([name, named(name)]).toEqual([name, true]);
});
