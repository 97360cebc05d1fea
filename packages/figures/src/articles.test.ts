import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkClaims } from './check/check-claims.ts';
import { readClaims } from './claim.ts';

const article = (name: string) =>
  checkClaims(readClaims(readFileSync(new URL(`../articles/${name}.json`, import.meta.url), 'utf8')));

test('the release of 2024: verdicts with their arithmetic', () => {
  const { claims, verdicts, findings } = article('denpasar-2024-09');
  const of = (id: string) => claims.find((claim) => claim.id === id);
  expect(Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict]))).toEqual({
    members: 'follows',
    'active-share': 'contradicts',
    'inactive-share': 'rounds',
    coverage: 'cannot-be-checked',
    'coverage-of-implied-population': 'rounds',
    'inactive-of-implied-population': 'rounds',
    'inactive-as-the-rest': 'contradicts',
    'uses-2024-h1-per-day': 'contradicts',
    'uses-growth': 'rounds',
    'uses-difference': 'follows',
    'uses-2024-whole-year': 'follows',
    'uses-2024-growth': 'rounds',
    'rehab-stages': 'follows',
    'rehab-least-months': 'follows',
    'rehab-most-months': 'follows',
    'rehab-segments': 'follows',
    'rehab-name': 'contradicts',
  });
  expect(verdicts).toEqual({ follows: 7, rounds: 5, contradicts: 4, 'cannot-be-checked': 1 });

  const active = of('active-share');
  expect(active?.arithmetic.id).toBe(
    '1.503.459 / 1.688.195 = 89,0572 %; tercetak 89,54 %: tidak cocok, selisih +0,4828 poin.',
  );
  expect(active?.readings).toContainEqual(
    expect.objectContaining({
      kind: 'hidden-count',
      count: 'members',
      values: { low: 1678999, high: 1679185 },
    }),
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]?.values).toEqual({ low: 1678999, high: 1679185 });
  expect(findings[0]?.claims).toEqual(['active-share', 'inactive-share', 'coverage']);

  const perDay = of('uses-2024-h1-per-day');
  expect(perDay?.arithmetic.id).toContain('1.390.000 / 182');
  const [days, ...rest] = perDay?.readings ?? [];
  expect(days).toMatchObject({ kind: 'other-days', values: { low: 180, high: 180 } });
  expect(
    rest.some(({ kind }) => kind === 'other-days'),
    '181 days do not fit',
  ).toBe(false);

  expect(of('inactive-as-the-rest')?.readings.some(({ kind }) => kind === 'complement')).toBe(true);
});

test('the article of 2023: one figure does not agree, by 4,032', () => {
  const { claims, verdicts } = article('denpasar-2023-06');
  const of = (id: string) => claims.find((claim) => claim.id === id);
  expect(verdicts).toEqual({ follows: 3, rounds: 14, contradicts: 2, 'cannot-be-checked': 0 });
  expect(of('members')?.verdict).toBe('follows');
  expect(of('coverage')?.arithmetic.en).toBe(
    '1,644,680 / 1,646,998 = 99.8593 %; printed 99.86 %: right when rounded.',
  );
  expect(of('not-found-share')?.verdict).toBe('rounds');
  const rest = of('the-rest');
  expect(rest).toMatchObject({
    verdict: 'contradicts',
    difference: 4032,
    computed: { low: 2318, high: 2318 },
  });
  expect(rest?.arithmetic.id).toBe(
    '1.646.998 − 1.644.680 = 2.318; tercetak 6.350: tidak cocok, selisih +4.032.',
  );
  expect(rest?.readings).toContainEqual(
    expect.objectContaining({
      kind: 'hidden-count',
      count: 'members',
      values: { low: 1640648, high: 1640648 },
    }),
  );
  expect(of('shares-together')).toMatchObject({ verdict: 'contradicts' });
  expect(of('shares-together')?.arithmetic.id).toContain('100,2448 %');
});
