import { firstDay, isEmployed, isSelfPaying, type Month, ruleOn, type Segment } from '@jangkau/membership';
import { type ContributionSettings, defaultContributionSettings } from '../contribution-settings.ts';
import type { Rupiah } from '../rupiah.ts';
import {
  householdTariffs,
  householdTariffsAsIssued,
  pemdaShareFrom,
  taxPaidTariffs,
  taxPaidTariffsAsIssued,
} from './tariff-tables.ts';
import { type WageContribution, wageContribution } from './wage-contribution.ts';

/** Room class, 1 the best. */
export type RoomClass = 1 | 2 | 3;

/** Whose contribution is asked for. */
export interface Contributor {
  readonly segment: Segment;
  /** PBPU and BP: the class they chose. */
  readonly roomClass?: RoomClass | undefined;
  /** People on the bill; a worker's family of five counts as one. */
  readonly people: number;
  /** PPU: monthly wage in rupiah, and the regency of the workplace (code as '51.03'). */
  readonly wage?: number | undefined;
  readonly regency?: string | undefined;
}

/** Contribution of a household (or worker's family) for one month. */
export interface MonthlyContribution {
  readonly month: Month;
  /** Owed by the household (PBPU, BP) or by employer and worker (PPU); 0 when taxes pay. */
  readonly amount: Rupiah;
  /** Paid by state and region: all of PBI and Pemda, the aid in class III. */
  readonly fromTaxes: Rupiah;
  /** The region's part of `fromTaxes`; the state pays the rest. */
  readonly fromRegion: Rupiah;
  /** Amount per person, for segments that are billed per person. */
  readonly perPerson: Rupiah | null;
  readonly wage: WageContribution | null;
  readonly legalBasis: string;
}

/**
 * The contribution of a month at its own tariff. `inArrears` asks for what the month costs once it has ended unpaid
 * (class III without aid, by setting). Throws a RangeError for months before 2014 and for a missing class or wage.
 */
export function monthlyContribution(
  contributor: Contributor,
  month: Month,
  {
    settings = defaultContributionSettings,
    inArrears = false,
  }: { settings?: ContributionSettings; inArrears?: boolean } = {},
): MonthlyContribution {
  const { segment, people } = contributor;
  if (isSelfPaying(segment)) return householdContribution(contributor, month, settings, inArrears);
  if (isEmployed(segment)) {
    if (contributor.wage === undefined) throw new RangeError('a PPU needs a wage');
    const wage = wageContribution({ ...contributor, segment, wage: contributor.wage }, month, settings);
    const { total, legalBasis } = wage;
    return { month, amount: total, fromTaxes: 0, fromRegion: 0, perPerson: null, wage, legalBasis };
  }
  const table = settings.earlyTariffs === 'as-issued' ? taxPaidTariffsAsIssued : taxPaidTariffs;
  const { value, legalBasis } = inForce(table, month);
  const region = segment === 'PBPU_PEMDA' ? pemdaPart(value, month, settings) : 0;
  const fromTaxes = value * people;
  return { month, amount: 0, fromTaxes, fromRegion: region * people, perPerson: 0, wage: null, legalBasis };
}

function householdContribution(
  { roomClass, people }: Contributor,
  month: Month,
  settings: ContributionSettings,
  inArrears: boolean,
): MonthlyContribution {
  if (roomClass === undefined) throw new RangeError('PBPU and BP need a class');
  const table = settings.earlyTariffs === 'as-issued' ? householdTariffsAsIssued : householdTariffs;
  const { value, legalBasis } = inForce(table, month);
  const paid = value.paid[roomClass - 1] as Rupiah;
  const aid = roomClass === 3 ? value.aidClass3 : 0;
  const withoutAid = inArrears && aid > 0 && settings.arrears_rate_class3 === 42_000;
  const perPerson = withoutAid ? paid + aid : paid;
  return {
    month,
    amount: perPerson * people,
    fromTaxes: withoutAid ? 0 : aid * people,
    fromRegion: withoutAid || aid === 0 ? 0 : value.aidFromRegion * people,
    perPerson,
    wage: null,
    legalBasis: withoutAid ? `${legalBasis}; PMK 78/PMK.02/2020` : legalBasis,
  };
}

function pemdaPart(tariff: Rupiah, month: Month, { pemdaShare }: ContributionSettings): Rupiah {
  return firstDay(month).toString() < pemdaShareFrom ? tariff : Math.min(pemdaShare, tariff);
}

function inForce<Value>(
  table: Parameters<typeof ruleOn<Value>>[0],
  month: Month,
): { value: Value; legalBasis: string } {
  const rule = ruleOn(table, firstDay(month));
  if (!rule) throw new RangeError(`no tariff for ${month}`);
  return rule;
}
