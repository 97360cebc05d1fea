import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { architectureTable } from './architecture-table.ts';

// When an arrow changes, put what this test expects into the page.
test('docs/architecture.md has every arrow as the rules have it', () => {
  const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
  expect(page).toContain(architectureTable());
});
