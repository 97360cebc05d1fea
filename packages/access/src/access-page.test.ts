import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessPage } from './access-page.ts';

test('docs/access.md is what the matrix says; node scripts/write-access-page.ts writes it', () => {
  expect(readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8')).toBe(accessPage());
});
