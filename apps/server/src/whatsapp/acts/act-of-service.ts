import type { ActKind } from '@jangkau/contracts';

const kinds: Readonly<Record<string, ActKind>> = {
  E: 'identity',
  F: 'class',
  G: 'facility',
  H: 'death',
  I: 'duplicate',
};

/**
 * What a request of a service is carried out as. The others end at another desk: new people (A, B, C) with their
 * papers at the desk of registrations, segments (D) with the list of who pays, reactivation (J) with the payment.
 */
export function actOfService(service: string): ActKind | null {
  return kinds[service] ?? null;
}
