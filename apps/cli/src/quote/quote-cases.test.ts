import { expect, test } from 'vitest';
import { quoteCases } from './quote-cases.ts';

const good = { asOf: '2026-04-01', segment: 'PBPU', class: 3, people: 1, paidThrough: '2026-02' };

test('one case gives one answer, an array an array in the same order', () => {
  const one = quoteCases(JSON.stringify(good));
  expect(one.document).toMatchObject({ reactivation: { amount: 70_000, months: 2 } });
  expect(one.problems).toEqual([]);
  const two = quoteCases(JSON.stringify([good, { ...good, people: 2 }]));
  expect(two.document).toMatchObject([
    { reactivation: { amount: 70_000 } },
    { reactivation: { amount: 140_000 } },
  ]);
  expect(quoteCases('[]').document).toEqual([]);
});

test('a bad case has a problem in its place, the others stand', () => {
  const { document, problems } = quoteCases(JSON.stringify([good, { ...good, class: 7 }, good]));
  expect(document).toMatchObject([
    { arrears: { months: 1 } },
    {
      problem: {
        type: 'urn:jangkau:problem:field-invalid',
        status: 422,
        code: 'field-invalid',
        field: 'class',
        message: expect.stringContaining('Isian class tidak sah'),
        detail: expect.stringContaining('Field class is invalid'),
      },
    },
    { arrears: { months: 1 } },
  ]);
  expect(problems).toHaveLength(1);
});

test.each(['', '{', 'null', '7', '"PBPU"', '{}'])('%j is a problem', (text) => {
  const { document, problems } = quoteCases(text);
  expect(document).toHaveProperty('problem.code');
  expect(problems).toHaveLength(1);
});
