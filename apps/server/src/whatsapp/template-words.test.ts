import { globSync, readFileSync } from 'node:fs';
import { templateFaults } from '@jangkau/campaigns';
import { conversationTemplates, templateText } from '@jangkau/pandawa';
import { expect, test } from 'vitest';

const root = new URL('../../../../', import.meta.url);
const named = (text: string) => [...text.matchAll(/\bpandawa_[a-z_]+\b/g)].map(([name]) => name);
const given = conversationTemplates.map(({ name }) => name).sort();

test('every template that is sent has words, and every one that has words is sent', () => {
  const files = globSync('apps/server/src/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] });
  expect(files.length).toBeGreaterThan(100);
  const sent = files.flatMap((file) => named(readFileSync(new URL(file, root), 'utf8')));
  expect([...new Set(sent)].sort()).toEqual(given);
});

test('the guide has them word for word', () => {
  const guide = readFileSync(new URL('docs/whatsapp.md', root), 'utf8');
  expect([...new Set(named(guide))].sort()).toEqual(given);
  for (const { body } of conversationTemplates) expect(guide).toContain(body);
});

test('none tells whoever holds the phone of a debt', () => {
  for (const { name } of conversationTemplates) {
    const body = templateText(name, name === 'pandawa_kode' ? ['(kode)'] : ['Wayan', '6 April 2026']);
    expect(templateFaults({ body, buttons: [] })).toEqual([]);
  }
});
