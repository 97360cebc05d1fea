import type { Whom } from '../eligibility/eligibility-desk.ts';
import { FhirFailure } from './fhir-failure.ts';
import { whomOf } from './identifier-systems.ts';

/** What a search asks for. */
export interface CoverageSearch {
  /** One group a parameter: whoever is found must be named in each; undefined names nobody. */
  groups: (Whom | undefined)[][];
  onlyCount: boolean;
  /** Parameters that were passed over because the client wants it so. */
  ignored: string[];
}

/** By whom a Coverage is found. References are known by their identifier alone: there is no Patient here. */
const identifying = new Set([
  'identifier',
  'beneficiary:identifier',
  'beneficiary.identifier',
  'patient:identifier',
  'patient.identifier',
  'subscriber:identifier',
  'subscriber.identifier',
]);
/** How the answer is to look; one or two resources look the same either way. */
const ofAnswer = new Set(['_format', '_pretty', '_count', '_summary', '_elements', '_sort']);
const mostNumbers = 20;

/**
 * Reads the parameters of a search: numbers as `system|value` or value alone, several with commas.
 * @param handling of the header Prefer: what to do with parameters nobody knows here; strict unless told
 * @throws FhirFailure when nobody is named or a parameter is not known
 */
export function readSearch(
  parameters: Readonly<Record<string, unknown>>,
  handling: 'strict' | 'lenient',
): CoverageSearch {
  const search: CoverageSearch = { groups: [], onlyCount: false, ignored: [] };
  for (const [name, given] of Object.entries(parameters)) {
    const values = (Array.isArray(given) ? given : [given]).map(String).filter((value) => value !== '');
    if (name === '_id') search.groups.push(...values.map(keysIn));
    else if (identifying.has(name)) search.groups.push(...values.map(tokensIn));
    else if (!ofAnswer.has(name)) search.ignored.push(sayable(name));
    else if ((name === '_summary' && values[0] === 'count') || (name === '_count' && values[0] === '0'))
      search.onlyCount = true;
  }
  if (search.ignored.length > 0 && handling === 'strict')
    throw new FhirFailure(400, 'not-supported', `Parameter tidak dikenal: ${search.ignored.join(', ')}`);
  const numbers = search.groups.reduce((sum, group) => sum + group.length, 0);
  if (numbers === 0)
    throw new FhirFailure(
      400,
      'value',
      'Cari dengan identifier=system|nilai (NIK atau nomor kartu) atau _id.',
    );
  if (numbers > mostNumbers)
    throw new FhirFailure(413, 'too-costly', `Paling banyak ${mostNumbers} nomor sekaligus.`);
  return search;
}

function keysIn(text: string): (Whom | undefined)[] {
  return text.split(',').map((id) => (/^\d{1,9}$/.test(id) ? { memberId: Number(id) } : undefined));
}

function tokensIn(text: string): (Whom | undefined)[] {
  return text.split(',').map((token) => {
    const at = token.lastIndexOf('|');
    const value = token.slice(at + 1);
    if (value.trim() === '') throw new FhirFailure(400, 'value', 'Nilai sesudah | tidak ada.');
    // `|value` asks for a number without a system; ours all have one.
    return at === 0 ? undefined : whomOf({ system: at < 0 ? undefined : token.slice(0, at), value });
  });
}

/** The name of a parameter, unless it could be somebody's number. */
function sayable(name: string): string {
  return /^[A-Za-z_][\w:.-]{0,40}$/.test(name) && !/\d{4}/.test(name) ? name : '?';
}
