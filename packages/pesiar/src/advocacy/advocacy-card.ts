import {
  type ContributionSettings,
  defaultContributionSettings,
  monthlyContribution,
  quote,
  type RoomClass,
} from '@jangkau/contributions';
import { addMonths, type HouseholdMember, householdBill, monthOf, parseDate } from '@jangkau/membership';
import type { Bilingual } from '../bilingual.ts';

/** What is shown to a family about money. */
export interface AdvocacyQuestion {
  /** Everyone of the family card. */
  readonly people: readonly HouseholdMember[];
  /** YYYY-MM-DD. */
  readonly on: string;
  /** Months owed on the family's card, when there is one. */
  readonly debt?: {
    readonly segment: 'PBPU' | 'BP';
    readonly class: RoomClass;
    readonly people: number;
    readonly months: number;
  } | null;
}

/** What a class costs this family. */
export interface ClassCost {
  readonly class: RoomClass;
  /** Rupiah a month. */
  readonly perPerson: number;
  readonly perMonth: number;
  /** What state and region add in class III, rupiah a month. */
  readonly aid: number;
  readonly legalBasis: string;
  readonly brings: Bilingual;
}

/** What being active again costs. */
export interface DebtCost {
  readonly months: number;
  /** Arrears that are asked for: 24 months at most. */
  readonly arrears: number;
  /** Arrears and the current month. */
  readonly toBeActive: number;
  readonly rehab: {
    readonly eligible: boolean;
    readonly reason: string;
    readonly stages: readonly { readonly dueBy: string; readonly amount: number }[];
    readonly total: number;
    readonly activeOn: string | null;
  };
}

/** The card that is shown at the door: whom it is for, what each class costs, what a debt means. */
export interface AdvocacyCard {
  readonly on: string;
  /** People who would be on the bill, and people another segment covers (by their ids). */
  readonly billed: readonly string[];
  readonly coveredElsewhere: readonly string[];
  readonly classes: readonly ClassCost[];
  readonly debt: DebtCost | null;
  readonly settingsUsed: ContributionSettings;
}

const rooms = ['I', 'II', 'III'] as const;

/** What it costs this family to be covered, per class and to the rupiah, by the tariffs of the month. */
export function advocacyCard(
  { people, on, debt }: AdvocacyQuestion,
  settings: ContributionSettings = defaultContributionSettings,
): AdvocacyCard {
  const day = parseDate(on);
  const bill = householdBill(people, new Set(people.map(({ id }) => id)), day);
  const cost = (roomClass: RoomClass): ClassCost => {
    const month = monthlyContribution(
      { segment: 'PBPU', roomClass, people: bill.billed.length },
      monthOf(day),
      { settings },
    );
    const room = rooms[roomClass - 1];
    return {
      class: roomClass,
      perPerson: month.perPerson ?? 0,
      perMonth: month.amount,
      aid: month.fromTaxes,
      legalBasis: month.legalBasis,
      brings: {
        id: `Puskesmas atau klinik, obat, rujukan ke rumah sakit, dan rawat inap kelas ${room} tanpa bayar lagi.`,
        en: `Clinic, medicines, referral to hospital and inpatient care in class ${room} without further payment.`,
      },
    };
  };
  return {
    on,
    billed: bill.billed,
    coveredElsewhere: bill.coveredElsewhere,
    classes: ([1, 2, 3] as const).map(cost),
    debt: debt && debt.months > 0 ? debtCost(debt, on, settings) : null,
    settingsUsed: settings,
  };
}

function debtCost(
  debt: NonNullable<AdvocacyQuestion['debt']>,
  on: string,
  settings: ContributionSettings,
): DebtCost {
  const asOf = parseDate(on);
  const quoted = quote({
    asOf,
    segment: debt.segment,
    roomClass: debt.class,
    people: debt.people,
    paidThrough: addMonths(monthOf(asOf), -debt.months - 1),
    settings,
  });
  const { eligibility, plan } = quoted.rehab;
  return {
    months: quoted.arrears.months,
    arrears: quoted.arrears.amount,
    toBeActive: quoted.reactivation.amount,
    rehab: {
      eligible: eligibility.eligible,
      reason: eligibility.reason,
      stages: (plan?.stages ?? []).map(({ dueBy, amount }) => ({ dueBy: dueBy.toString(), amount })),
      total: plan?.total ?? 0,
      activeOn: plan?.activeOn.toString() ?? null,
    },
  };
}
