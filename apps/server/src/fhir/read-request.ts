import { z } from 'zod';
import type { Whom } from '../eligibility/eligibility-desk.ts';
import { FhirFailure } from './fhir-failure.ts';
import type { EligibilityPurpose, Identifier } from './fhir-types.ts';
import { whomOf } from './identifier-systems.ts';

const IdentifierShape = z.object({
  system: z.string().max(200).optional(),
  value: z.string().max(100).optional(),
});
const ReferenceShape = z.object({
  reference: z.string().max(200).optional(),
  identifier: IdentifierShape.optional(),
});
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}/);
const purposes = ['auth-requirements', 'benefits', 'discovery', 'validation'] as const;

/** What counts of a request; the rest of it is the sender's own. */
const RequestShape = z.object({
  resourceType: z.literal('CoverageEligibilityRequest'),
  id: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,64}$/)
    .optional(),
  purpose: z.array(z.enum(purposes)).min(1).default(['validation']),
  patient: ReferenceShape.optional(),
  servicedDate: Day.optional(),
  servicedPeriod: z.object({ start: Day.optional() }).optional(),
  insurance: z
    .array(z.object({ coverage: ReferenceShape.optional() }))
    .max(20)
    .optional(),
  contained: z
    .array(z.looseObject({ id: z.string().optional(), identifier: z.array(IdentifierShape).optional() }))
    .max(20)
    .optional(),
});

/** A request as far as it is answered. */
export interface ReadRequest {
  request: { id?: string | undefined; purpose: readonly EligibilityPurpose[] };
  whom: Whom;
  /** As the sender named the patient. */
  patient: Identifier;
  day: string | undefined;
}

/** The request itself, also out of the Parameters or the Bundle that $submit may be called with. */
function requestIn(body: unknown): unknown {
  const { resourceType, parameter, entry } = (body ?? {}) as Record<string, unknown>;
  const parts = resourceType === 'Parameters' ? parameter : resourceType === 'Bundle' ? entry : undefined;
  if (!Array.isArray(parts)) return body;
  return parts
    .map((part: { resource?: { resourceType?: unknown } } | null) => part?.resource)
    .find((resource) => resource?.resourceType === 'CoverageEligibilityRequest');
}

/**
 * Reads a CoverageEligibilityRequest: the patient by NIK or card, in the reference itself, in a contained
 * Patient, or by the Coverage.
 * @throws FhirFailure
 */
export function readRequest(body: unknown): ReadRequest {
  const read = RequestShape.safeParse(requestIn(body));
  if (!read.success) {
    const where = read.error.issues.map((issue) => issue.path.join('.') || 'resourceType').join(', ');
    throw new FhirFailure(400, 'invalid', `CoverageEligibilityRequest tidak sesuai: ${where}`);
  }
  const { id, purpose, patient, servicedDate, servicedPeriod, insurance = [], contained = [] } = read.data;
  const inside = contained.find((one) => one.id !== undefined && patient?.reference === `#${one.id}`);
  const identifiers = [
    patient?.identifier,
    ...(inside?.identifier ?? []),
    ...insurance.map(({ coverage }) => coverage?.identifier),
  ].filter((one) => one !== undefined);
  const request = { purpose, ...(id !== undefined && { id }) };
  const day = (servicedDate ?? servicedPeriod?.start)?.slice(0, 10);
  for (const identifier of identifiers) {
    const whom = whomOf(identifier);
    if (whom) return { request, whom, patient: identifier, day };
  }
  const key = insurance
    .map(({ coverage }) => /(?:^|\/)Coverage\/(\d{1,9})$/.exec(coverage?.reference ?? '')?.[1])
    .find(Boolean);
  if (key !== undefined)
    return { request, whom: { memberId: Number(key) }, patient: { value: `Coverage/${key}` }, day };
  throw new FhirFailure(
    422,
    'value',
    'Peserta tidak disebut: isi patient.identifier dengan NIK (https://fhir.kemkes.go.id/id/nik) atau nomor kartu.',
  );
}
