import type { FastifyRequest } from 'fastify';
import { FhirFailure } from './fhir-failure.ts';

const json = new Set(['json', 'application/json', 'application/fhir+json', 'text/json']);
const any = new Set(['*/*', 'application/*', 'text/*', 'text/html']);

/**
 * Refuses who can read no JSON. `_format` comes before `Accept`; a plus sign in it may have become a space.
 * @throws FhirFailure 406
 */
export function requireJson({ query, headers }: FastifyRequest): void {
  const { _format: format } = (query ?? {}) as { _format?: unknown };
  const wanted =
    format === undefined ? (headers.accept ?? '').split(',') : [String(format).replace(' ', '+')];
  const types = wanted.map((type) => (type.split(';')[0] as string).trim().toLowerCase()).filter(Boolean);
  if (types.length === 0 || types.some((type) => json.has(type) || (format === undefined && any.has(type))))
    return;
  throw new FhirFailure(406, 'not-supported', 'Hanya JSON: application/fhir+json.');
}
