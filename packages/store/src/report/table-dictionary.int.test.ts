import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { tableDictionary } from './table-dictionary.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('docs/tables.md is what the migrations say; node scripts/write-tables-page.ts writes it', async () => {
  const page = readFileSync(new URL('../../../../docs/tables.md', import.meta.url), 'utf8');
  expect(page).toBe(await tableDictionary(database.owner));
});

test('every table says what it is', async () => {
  const page = await tableDictionary(database.owner);
  expect([...page.matchAll(/^## (\S+)\n\n\*/gm)].map(([, table]) => table)).toEqual([]);
  expect(page).not.toContain('not said');
});
