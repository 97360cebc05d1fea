import { Problem } from '@jangkau/kernel';
import { defaultMembershipSettings, type MembershipSettings, parseDate } from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import { readSettings } from '../quote/read-settings.ts';
import { ruleCatalogue } from './rule-catalogue.ts';
import type { RuleForm } from './rule-facts.ts';

/** All readings that hold together. */
export interface Rules {
  readonly contributions: ContributionSettings;
  readonly membership: MembershipSettings;
}

/**
 * Reads decisions, by name, over the defaults.
 * @throws Problem 'field-unknown', 'field-invalid', 'fields-contradict'
 */
export function readRules(decided: Readonly<Record<string, unknown>>): Rules {
  const membership: Record<string, unknown> = { ...defaultMembershipSettings };
  const money: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(decided)) {
    const facts = ruleCatalogue.find((rule) => rule.name === name);
    if (!facts) throw new Problem('field-unknown', { field: name });
    checkForm(facts.form, value, name);
    if (name in membership) membership[name] = value;
    if (facts.group !== 'membership' || name === 'arrearsCapMonths') money[name] = value;
  }
  const rules = {
    contributions: readSettings(money),
    membership: membership as unknown as MembershipSettings,
  };
  if (rules.membership.firstPaymentFromDay > rules.membership.firstPaymentToDay)
    throw new Problem('fields-contradict', { first: 'firstPaymentFromDay', second: 'firstPaymentToDay' });
  return rules;
}

function checkForm(form: RuleForm, value: unknown, field: string): void {
  const wrong = (accepted: string) => new Problem('field-invalid', { field, accepted });
  switch (form.kind) {
    case 'number':
      if (!Number.isSafeInteger(value) || (value as number) < form.least || (value as number) > form.most)
        throw wrong(`${form.least} .. ${form.most}`);
      return;
    case 'choice':
      if (!form.values.some((known) => known.value === value))
        throw wrong(form.values.map((known) => String(known.value)).join(' | '));
      return;
    case 'date': {
      const accepted = `${form.least} .. ${form.most}`;
      if (typeof value !== 'string' || value < form.least || value > form.most) throw wrong(accepted);
      try {
        parseDate(value);
      } catch {
        throw wrong(accepted);
      }
      return;
    }
    case 'wages':
      return;
  }
}
