import { expect, test } from 'vitest';
import { doorAddress } from './door-address.ts';

test('slashes too many and encoded dollar signs are put right at the hospital door, and nowhere else', () => {
  for (const [given, known] of [
    ['/vclaim-rest//Peserta/nik/1/', '/vclaim-rest/Peserta/nik/1'],
    ['//pcare-rest/peserta/1', '/pcare-rest/peserta/1'],
    ['/fhir/', '/fhir'],
    ['/fhir/Coverage/?_id=2//3', '/fhir/Coverage?_id=2//3'],
    ['/fhir/CoverageEligibilityRequest/%24submit', '/fhir/CoverageEligibilityRequest/$submit'],
    ['/field/', '/field/'],
    ['/api/v1//health', '/api/v1//health'],
    ['/fhirx//', '/fhirx//'],
  ])
    expect([given, doorAddress(given as string)]).toEqual([given, known]);
});
