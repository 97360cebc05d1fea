import type { FhirResource } from './fhir-types.ts';

const profile = (name: string) => `https://fhir.kemkes.go.id/r4/StructureDefinition/${name}`;
const searchParameter = (id: string) => `http://hl7.org/fhir/SearchParameter/${id}`;

/** What this server can do, for programs that ask first. */
export function capabilityStatement(address: string, version: string): FhirResource {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    publisher: 'Jangkau',
    kind: 'instance',
    software: { name: 'Jangkau', version },
    implementation: { description: 'Kepesertaan JKN: status, kelas, faskes', url: address },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: {
          description: 'Authorization: Bearer dengan kunci API, atau X-cons-id, X-timestamp dan X-signature.',
        },
        interaction: [{ code: 'batch' }],
        resource: [
          {
            type: 'Coverage',
            supportedProfile: [profile('Coverage')],
            interaction: [{ code: 'read' }, { code: 'search-type' }],
            searchParam: [
              {
                name: 'identifier',
                definition: searchParameter('Coverage-identifier'),
                type: 'token',
                documentation: 'NIK atau nomor kartu; lebih baik lewat POST _search',
              },
              ...['beneficiary', 'patient', 'subscriber'].map((name) => ({
                name,
                definition: searchParameter(`Coverage-${name}`),
                type: 'reference',
                documentation: `Hanya ${name}:identifier`,
              })),
              { name: '_id', definition: searchParameter('Resource-id'), type: 'token' },
            ],
          },
          {
            type: 'CoverageEligibilityRequest',
            supportedProfile: [profile('CoverageEligibilityRequest')],
            interaction: [{ code: 'create' }],
            operation: [
              {
                name: 'submit',
                definition: 'http://hl7.org/fhir/OperationDefinition/CoverageEligibilityRequest-submit',
              },
            ],
          },
          { type: 'CoverageEligibilityResponse', supportedProfile: [profile('CoverageEligibilityResponse')] },
        ],
      },
    ],
  };
}
