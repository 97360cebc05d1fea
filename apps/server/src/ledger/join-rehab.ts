import { addRehabPlan, type Db } from '@jangkau/store';
import type { FamilyAccount } from './family-account.ts';

/** Why a family cannot take REHAB now. */
export type RehabRefusal = { refused: 'not-open'; reason: string } | { refused: 'running' };

/** Registers a family for REHAB on the terms offered today; returns the key of the plan. */
export async function joinRehab(
  db: Db,
  account: FamilyAccount,
  order: { today: string; by: string },
): Promise<{ plan: number } | RehabRefusal> {
  const { householdId, arrears, rehabOffer: offer } = account;
  if (!offer?.eligible || offer.version === null)
    return { refused: 'not-open', reason: offer?.reason ?? 'NO_ARREARS' };
  const plan = await addRehabPlan(db, {
    householdId,
    version: offer.version,
    registeredOn: order.today,
    arrearsMonths: arrears.months,
    amount: offer.total,
    stages: offer.stages,
    terms: offer,
    legalBasis: offer.legalBasis ?? '',
    by: order.by,
  });
  return plan === undefined ? { refused: 'running' } : { plan };
}
