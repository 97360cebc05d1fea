import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clockTable, retentionTable } from './retention-table.ts';

// When a rule changes, put what this test expects into the page.
test('docs/privasi.md has the tables as the rules have them', () => {
  const page = readFileSync(new URL('../../../../docs/privasi.md', import.meta.url), 'utf8');
  expect(page).toContain(retentionTable());
  expect(page).toContain(clockTable());
});
