import { isAreaCode, isProblem, Problem, parseAreaCode } from '@jangkau/kernel';
import { type ContributionSettings, defaultContributionSettings } from '../contribution-settings.ts';

type Reader<Value> = (value: unknown, field: string) => Value;
type Readers = { [Name in keyof ContributionSettings]: Reader<ContributionSettings[Name]> };

const readers: Readers = {
  arrears_rate_class3: oneOf(35_000, 42_000),
  earlyTariffs: oneOf('perpres-82-2018', 'as-issued'),
  arrearsCapMonths: wholeNumber(1, 120),
  payAheadMonths: wholeNumber(0, 600),
  relaxation2020: oneOf('offered', 'applied'),
  ppuRounding: oneOf('total', 'parts'),
  minimumWages: readMinimumWages,
  missingMinimumWage: oneOf('latest-earlier', 'none'),
  pemdaShare: wholeNumber(0, 42_000),
  fineDayCount: oneOf('reactivation-is-day-0', 'reactivation-is-day-1'),
  incapacityLetter: oneOf(false, true),
  rehabV1Stages: oneOf('twelve', 'half'),
  rehabHalf: oneOf('floor', 'ceil'),
  rehabRunningContribution: oneOf('included', 'separate'),
  rehabActivation: oneOf('last-stage', 'first-stage'),
  rehabAboveCap: oneOf('capped', 'refused'),
  rehabRegistrationWindow: oneOf('v1', 'v1-and-v2'),
  rehabDue: oneOf('month-end', '10th'),
  writeOff: oneOf('off', 'announced-2025', 'draft-2026'),
  rehabStages: wholeNumber(0, 36),
};

/**
 * Reads settings from JSON over the defaults. Names may be written with or without underscores and capitals.
 * @throws Problem 'field-unknown' or 'field-invalid'
 */
export function readSettings(given: unknown): ContributionSettings {
  if (given === undefined || given === null) return defaultContributionSettings;
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new Problem('field-invalid', { field: 'settings', accepted: '{}' });
  }
  const settings: Record<string, unknown> = { ...defaultContributionSettings };
  for (const [name, value] of Object.entries(given)) {
    const known = Object.keys(readers).find((key) => plain(key) === plain(name));
    if (known === undefined) throw new Problem('field-unknown', { field: `settings.${name}` });
    settings[known] = readers[known as keyof Readers](value, `settings.${name}`);
  }
  return settings as unknown as ContributionSettings;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

function oneOf<const Value>(...accepted: Value[]): Reader<Value> {
  return (value, field) => {
    const found = accepted.find((candidate) => candidate === value);
    if (found === undefined) throw new Problem('field-invalid', { field, accepted: accepted.join(' | ') });
    return found;
  };
}

function wholeNumber(least: number, most: number): Reader<number> {
  return (value, field) => {
    if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) {
      return value as number;
    }
    throw new Problem('field-invalid', { field, accepted: `${least} .. ${most}` });
  };
}

function readMinimumWages(value: unknown, field: string): ContributionSettings['minimumWages'] {
  const accepted = '{"51.03": {"2024": 3318628}}';
  const wrong = new Problem('field-invalid', { field, accepted });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong;
  return Object.fromEntries(
    Object.entries(value).map(([code, years]) => {
      if (typeof years !== 'object' || years === null || Array.isArray(years)) throw wrong;
      for (const [year, wage] of Object.entries(years)) {
        if (!/^\d{4}$/.test(year) || typeof wage !== 'number' || !Number.isFinite(wage) || wage < 0)
          throw wrong;
      }
      return [areaCode(code, wrong), years];
    }),
  );
}

function areaCode(text: string, wrong: Problem): string {
  try {
    const code = parseAreaCode(text);
    return isAreaCode(code) ? code : text;
  } catch (error) {
    throw isProblem(error) ? wrong : error;
  }
}
