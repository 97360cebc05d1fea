import { expect, test } from 'vitest';
import { advocacyCard } from './advocacy-card.ts';

test('a family of four, one with an employer: three on the bill, to the rupiah', () => {
  const card = advocacyCard({
    people: [
      { id: 'a', coveredIn: null },
      { id: 'b', coveredIn: 'PPU_BU' },
      { id: 'c', coveredIn: null },
      { id: 'd', coveredIn: null },
    ],
    on: '2026-11-22',
  });
  expect(card.billed).toEqual(['a', 'c', 'd']);
  expect(card.coveredElsewhere).toEqual(['b']);
  expect(card.classes.map(({ perMonth }) => perMonth)).toEqual([450_000, 300_000, 105_000]);
  expect(card.classes[2]).toMatchObject({ perPerson: 35_000, aid: 21_000 });
  expect(card.debt).toBeNull();
});

test('what a debt of 30 months costs a family of four: 24 months and this one', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, coveredIn: null }));
  const debt = { segment: 'PBPU' as const, class: 3 as const, people: 4, months: 30 };
  expect(advocacyCard({ people, on: '2026-02-10', debt }).debt).toMatchObject({
    months: 30,
    arrears: 3_360_000,
    toBeActive: 3_500_000,
    rehab: { eligible: true },
  });
});

test('nine months of one person: four stages of 113,750 in the second REHAB', () => {
  const card = advocacyCard({
    people: [{ id: 'a', coveredIn: null }],
    on: '2026-02-10',
    debt: { segment: 'PBPU', class: 3, people: 1, months: 9 },
  });
  expect(card.debt?.rehab.stages.map(({ amount }) => amount)).toEqual([113_750, 113_750, 113_750, 113_750]);
});
