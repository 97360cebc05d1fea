import type { ActKind } from '@jangkau/contracts';
import { isNik } from '@jangkau/kernel';
import { ApiProblem } from '../../http/api-problem.ts';

/**
 * What a front-liner decided on, as the register writes it.
 * @throws ApiProblem act-value-wrong
 */
export function actValue(kind: ActKind, field: string | null, given: string, today: string): string {
  const text = given.replace(/\s+/g, ' ').trim();
  const value = read[kind === 'identity' ? `identity.${field}` : kind]?.(text, today);
  if (value === undefined) throw new ApiProblem('act-value-wrong');
  return value;
}

const sexes: Readonly<Record<string, string>> = { L: 'L', P: 'P', LAKI: 'L', PEREMPUAN: 'P' };

const read: Readonly<Record<string, (text: string, today: string) => string | undefined>> = {
  class: (text) => (/^[123]$/.test(text) ? text : undefined),
  facility: (text) => (/^[0-9A-Z]{8}$/.test(text) ? text : undefined),
  death: pastDate,
  duplicate: () => '',
  'identity.name': (text) => (/^\p{L}[\p{L} .,'’/-]{1,99}$/u.test(text) ? text.toUpperCase() : undefined),
  'identity.nik': (text) => (isNik(text) ? text : undefined),
  'identity.born': pastDate,
  'identity.sex': (text) => sexes[text.toUpperCase().replace(/[ -].*/, '')],
  'identity.address': (text) => (text.length >= 3 ? text : undefined),
  'identity.phone': (text) => {
    const digits = text.replace(/[^\d+]/g, '').replace(/^\+?62/, '0');
    return /^08\d{7,12}$/.test(digits) ? digits : undefined;
  },
};

function pastDate(text: string, today: string): string | undefined {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  return isDate && text > '1900-01-01' && text <= today ? text : undefined;
}
