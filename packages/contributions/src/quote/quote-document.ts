import type { CalendarDate, Month } from '@jangkau/membership';
import type { MonthlyContribution } from '../tariff/monthly-contribution.ts';
import { quote } from './quote.ts';
import { readQuoteCase } from './read-quote-case.ts';

/** What `jangkau quote` prints for one case: plain JSON, dates YYYY-MM-DD, months YYYY-MM, whole rupiah. */
export type QuoteDocument = ReturnType<typeof quoteDocument>;

/**
 * Quotes a case given as JSON and writes the answer as JSON. docs/quote.md explains every field.
 * @throws Problem for an unknown or contradictory case
 */
export function quoteDocument(given: unknown) {
  const quoted = quote(readQuoteCase(given));
  const { status, contribution, arrears, rehab, serviceFine, adjustment } = quoted;
  const { relaxation, ...reactivation } = quoted.reactivation;
  const plan = rehab.plan;
  return {
    status: { ...status, since: text(status.since) },
    contribution: contribution && {
      ...monthDocument(contribution),
      fromState: contribution.fromTaxes - contribution.fromRegion,
      fromRegion: contribution.fromRegion,
    },
    arrears: { ...arrears, perMonth: arrears.perMonth.map(monthDocument) },
    reactivation: {
      ...reactivation,
      relaxation2020: relaxation && { ...relaxation, clearBy: text(relaxation.clearBy) },
    },
    rehab: {
      eligible: rehab.eligibility.eligible,
      reason: rehab.eligibility.reason,
      maxStages: rehab.eligibility.maxStages,
      stages: (plan?.stages ?? []).map(({ dueBy, amount, covers }) => ({
        dueBy: dueBy.toString(),
        amount,
        covers: covers.map(String),
      })),
      activeOn: text(plan?.activeOn ?? null),
      total: plan?.total ?? 0,
      runningContribution: plan?.runningContribution ?? null,
      legalBasis: plan?.legalBasis ?? null,
    },
    serviceFine: { ...serviceFine, windowLastDay: text(serviceFine.windowLastDay) },
    adjustment: adjustment && { ...adjustment, months: adjustment.months.map(String) },
    settingsUsed: {
      ...quoted.settingsUsed,
      rehabVersion: rehab.eligibility.version,
      wageFloors: quoted.wageFloors,
    },
  };
}

function monthDocument({ month, amount, perPerson, wage, legalBasis }: MonthlyContribution) {
  const base = { month: month.toString(), amount };
  if (!wage) return { ...base, perPerson, legalBasis };
  const { employer, worker, extraFamily } = wage;
  return { ...base, base: wage.base, employer, worker, extraFamily, legalBasis };
}

function text(date: CalendarDate | Month | null): string | null {
  return date === null ? null : date.toString();
}
