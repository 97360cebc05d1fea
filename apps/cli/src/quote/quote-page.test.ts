import { readFileSync } from 'node:fs';
import { defaultContributionSettings, quoteDocument } from '@jangkau/contributions';
import { expect, test } from 'vitest';
import { quoteCases } from './quote-cases.ts';

const page = readFileSync(new URL('../../../../docs/quote.md', import.meta.url), 'utf8');

const examples = [...page.matchAll(/```json\n([\s\S]+?)\n```\n```json answer\n([\s\S]+?)\n```/g)].map(
  ([, given = '', answer = '']) => ({ given, answer }),
);

test('the page has its examples', () => expect(examples).toHaveLength(7));

test.each(examples)('docs/quote.md: $given', ({ given, answer }) => {
  expect(quoteCases(given).document).toMatchObject(JSON.parse(answer));
});

test('docs/quote.md names every field of the answer and every setting', () => {
  const answer = quoteDocument({
    asOf: '2026-02-10',
    segment: 'PBPU',
    class: 3,
    people: 1,
    paidThrough: '2025-04',
  });
  const names = (value: unknown): string[] =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
      : [];
  for (const name of names(answer)) expect(page, name).toContain(name);
  for (const name of Object.keys(defaultContributionSettings)) expect(page).toContain(`| \`${name}\` |`);
});
