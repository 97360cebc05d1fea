import type { Decided } from '../eligibility/eligibility-desk.ts';
import type { EligibilityPurpose, FhirResource, Identifier, Reference } from './fhir-types.ts';
import { cardSystem, ownSpace } from './identifier-systems.ts';

const insurer: Reference = { type: 'Organization', display: 'BPJS Kesehatan' };
const classNames = ['', 'KELAS I', 'KELAS II', 'KELAS III'];
const relationships: Record<string, string> = { spouse: 'spouse', child: 'child', extra: 'other' };

/** A member as a logical reference: there is no Patient to read here. */
function memberReference(card: string, name?: string): Reference {
  return {
    type: 'Patient',
    identifier: { system: cardSystem, value: card },
    ...(name !== undefined && { display: name }),
  };
}

/** Cover of a member on the day of the decision. Its id is the key of the member. */
export function coverageResource({ member, decision }: Decided): FhirResource {
  const { roomClass, covered, since, until } = decision;
  const period = { ...(since !== null && { start: since }), ...(until !== null && { end: until }) };
  return {
    resourceType: 'Coverage',
    id: String(member.member_id),
    identifier: [{ system: cardSystem, value: member.card }],
    status: covered ? 'active' : 'cancelled',
    type: { text: 'JKN' },
    subscriberId: member.card,
    beneficiary: memberReference(member.card, member.name),
    relationship: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/subscriber-relationship',
          code: relationships[member.role ?? ''] ?? 'self',
        },
      ],
    },
    ...(Object.keys(period).length > 0 && { period }),
    payor: [insurer],
    ...(roomClass !== null && {
      class: [
        {
          type: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/coverage-class', code: 'class' }],
          },
          value: String(roomClass),
          name: classNames[roomClass] as string,
        },
      ],
    }),
  };
}

/** What every response repeats of its request. */
export interface AskedFor {
  request: { id?: string | undefined; purpose: readonly EligibilityPurpose[] };
  patient: Identifier;
  day: string;
  created: string;
  /** Of the response. */
  id: string;
}

/** The decision; `inforce` carries it, the disposition says it in words, the extension in a stable code. */
export function eligibilityResponse(asked: AskedFor, decided: Decided): FhirResource {
  const { decision, member } = decided;
  const { covered, since, until, text, nextStep } = decision;
  return {
    ...head(asked),
    extension: [{ url: `${ownSpace}:reason`, valueCode: decision.reason }],
    patient: memberReference(member.card, member.name),
    outcome: 'complete',
    disposition: `${text.id} ${nextStep.id}`,
    insurance: [
      {
        coverage: { reference: `Coverage/${member.member_id}` },
        inforce: covered,
        ...(since !== null && { benefitPeriod: { start: since, ...(until !== null && { end: until }) } }),
      },
    ],
  };
}

/** Nobody has that number. */
export function unknownMemberResponse(asked: AskedFor): FhirResource {
  return {
    ...head(asked),
    patient: { type: 'Patient', identifier: asked.patient },
    outcome: 'error',
    disposition: 'Tidak ada peserta JKN dengan nomor ini.',
    error: [
      {
        code: {
          coding: [{ system: `${ownSpace}:error`, code: 'member-unknown' }],
          text: 'Peserta tidak ditemukan',
        },
      },
    ],
  };
}

function head({ request, day, created, id }: AskedFor) {
  return {
    resourceType: 'CoverageEligibilityResponse',
    id,
    status: 'active',
    purpose: request.purpose,
    servicedDate: day,
    created,
    request: {
      type: 'CoverageEligibilityRequest',
      ...(request.id === undefined
        ? { display: 'permintaan ini' }
        : { reference: `CoverageEligibilityRequest/${request.id}` }),
    },
    insurer,
  };
}
