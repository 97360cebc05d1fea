import type { MembershipSettings } from '@jangkau/membership';

/** First day without cover of a worker's child that does not study, as SQL over its date of birth. */
export function overAge(born: string, { childCoverEnds }: MembershipSettings): string {
  const birthday = `${born} + interval '21 years'`;
  return childCoverEnds === 'birthday'
    ? `(${birthday})::date`
    : `(date_trunc('month', ${birthday}) + interval '1 month')::date`;
}
