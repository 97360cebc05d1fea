import { defaultMembershipSettings } from '@jangkau/membership';
import { expect, test } from 'vitest';
import { defaultContributionSettings } from '../contribution-settings.ts';
import { readRules } from './read-rules.ts';
import { ruleCatalogue } from './rule-catalogue.ts';

const names = ruleCatalogue.map(({ name }) => name);

test('every setting of both packages has its place, once', () => {
  // Stages wished for are of one family, not of the branch.
  const { rehabStages: _, ...decided } = defaultContributionSettings;
  const known = new Set([...Object.keys(defaultMembershipSettings), ...Object.keys(decided)]);
  expect(new Set(names)).toEqual(known);
  expect(new Set(names).size).toBe(names.length);
});

test('without decisions the defaults hold, and each default may be decided on', () => {
  expect(readRules({})).toEqual({
    contributions: defaultContributionSettings,
    membership: defaultMembershipSettings,
  });
  for (const { name, default: usual } of ruleCatalogue)
    expect(readRules({ [name]: usual })).toEqual(readRules({}));
});

test.each(ruleCatalogue)('$name: another value counts, one out of range is refused', ({ name, form }) => {
  const read = (value: unknown) => {
    const { membership, contributions } = readRules({ [name]: value });
    return { ...contributions, ...membership }[name as 'layoffMonths'] as unknown;
  };
  const values: unknown[] =
    form.kind === 'number'
      ? [form.least, form.most]
      : form.kind === 'choice'
        ? form.values.map(({ value }) => value)
        : form.kind === 'date'
          ? [form.least, form.most]
          : [{ '51.03': { 2024: 3_318_628 } }];
  const low = name === 'firstPaymentToDay' ? { firstPaymentFromDay: 0 } : {};
  const high = name === 'firstPaymentFromDay' ? { firstPaymentToDay: 180 } : {};
  for (const value of values)
    expect(
      name.startsWith('firstPayment') ? readRules({ ...low, ...high, [name]: value }) && value : read(value),
    ).toEqual(value);
  const wrong = {
    number: [-1, 1.5, '6', 601_000],
    choice: ['maybe', 3, null],
    date: ['2026-02-30', '1999-01-01', 5],
    wages: [5],
  };
  for (const value of wrong[form.kind]) expect(() => read(value)).toThrow();
});

test('the first payment cannot be possible only after its last day', () => {
  expect(() => readRules({ firstPaymentFromDay: 31 })).toThrow();
  expect(readRules({ firstPaymentFromDay: 31, firstPaymentToDay: 60 }).membership.firstPaymentToDay).toBe(60);
  expect(() => readRules({ unheard: 1 })).toThrow();
});

test('the cap is one decision for both packages', () => {
  const { membership, contributions } = readRules({ arrearsCapMonths: 12 });
  expect([membership.arrearsCapMonths, contributions.arrearsCapMonths]).toEqual([12, 12]);
});
