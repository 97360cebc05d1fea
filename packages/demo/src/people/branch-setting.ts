import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import type { BranchPlaces } from '../places/branch-places.ts';
import type { NumberIssuer } from './number-issuer.ts';

/** What everything in a branch is made with. */
export interface BranchSetting {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly places: BranchPlaces;
  readonly issuer: NumberIssuer;
}
