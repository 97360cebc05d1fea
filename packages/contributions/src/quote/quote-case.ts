import type { CalendarDate, Month, Segment } from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import type { RehabVersion } from '../rehab/rehab-rules.ts';
import type { InpatientStay } from '../service-fine.ts';
import type { RoomClass } from '../tariff/monthly-contribution.ts';

/** One household to be quoted. docs/quote.md explains every field. */
export interface QuoteCase {
  /** Day the answer is for. */
  readonly asOf: CalendarDate;
  readonly segment: Segment;
  /** PBPU and BP: their class. Otherwise the class of the debt left in `formerSegment`. */
  readonly roomClass?: RoomClass | undefined;
  /** People on the bill. */
  readonly people: number;
  /** Last month that was paid. */
  readonly paidThrough?: Month | undefined;
  /** First owed month, when nothing was ever paid. */
  readonly joined?: Month | undefined;
  readonly formerSegment?: Segment | undefined;
  /** Ended unpaid months left behind in `formerSegment`, or settled at `reactivatedOn`. */
  readonly formerArrearsMonths?: number | undefined;
  /** PPU: monthly wage in rupiah. */
  readonly wage?: number | undefined;
  /** Code of the regency of the workplace. */
  readonly regency?: string | undefined;
  /** Day cover came back; arrears before it are settled. In the future: a plan. */
  readonly reactivatedOn?: CalendarDate | undefined;
  readonly inpatient?: InpatientStay | undefined;
  readonly rehabVersion?: RehabVersion | undefined;
  readonly settings: ContributionSettings;
}
