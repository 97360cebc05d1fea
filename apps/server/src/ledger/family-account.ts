import { type ContributionSettings, rehabEligibility, rehabPlan } from '@jangkau/contributions';
import { isSelfPaying, type Month, parseDate, parseMonth, type Segment } from '@jangkau/membership';
import {
  type Db,
  type HouseholdLedger,
  householdLedger,
  MemberRepository,
  type MemberRow,
  rulesOn,
} from '@jangkau/store';
import { type UnbilledMonth, unbilledMonths } from './unbilled-months.ts';

/** REHAB as it would be today. */
export interface RehabOffer {
  eligible: boolean;
  reason: string;
  maxStages: number;
  version: 1 | 2 | null;
  total: number;
  stages: { stage: number; dueBy: string; amount: number; covers: string[] }[];
  activeOn: string | null;
  legalBasis: string | null;
}

/** The account of a member's family with what they can do about it. */
export interface FamilyAccount extends HouseholdLedger {
  rehabOffer: RehabOffer | null;
}

/** The account of a member's family; undefined outside one's reach. */
export async function familyAccount(
  db: Db,
  memberId: number,
  today: string,
  rehabStages = 0,
): Promise<FamilyAccount | undefined> {
  const found = await new MemberRepository(db).find(memberId);
  if (!found) return undefined;
  const [account] = await accountOf(db, found.member, found.household, today, [rehabStages]);
  return account;
}

/**
 * The account of a family that was read already, once for every number of stages asked for; 0 stages are as many as
 * the programme allows.
 */
export async function accountOf(
  db: Db,
  member: MemberRow,
  family: readonly MemberRow[],
  today: string,
  stages: readonly number[],
): Promise<FamilyAccount[]> {
  const { contributions: settings } = await rulesOn(db, today);
  const thisMonth = today.slice(0, 7);
  const billed = await householdLedger(db, member.householdId, today);
  const newest = billed.months[0]?.month;
  const unbilled = newest === undefined ? [] : unbilledMonths(family, newest, thisMonth, settings);
  const ledger = withUnbilled(billed, unbilled, thisMonth);
  const owed = endedMonths(billed, unbilled, thisMonth);
  return stages.map((rehabStages) => ({
    ...ledger,
    rehabOffer: rehabOffer(member, ledger, owed, today, {
      ...settings,
      ...(rehabStages > 0 && { rehabStages }),
    }),
  }));
}

/** What is still owed of every month that has ended, oldest first. */
function endedMonths(
  { months }: HouseholdLedger,
  unbilled: readonly UnbilledMonth[],
  thisMonth: string,
): { month: Month; amount: number }[] {
  const billed = months
    .map(({ month, amount, paid, relieved }) => ({ month, amount: amount - paid - relieved }))
    .reverse();
  return [...billed, ...unbilled]
    .filter(({ month, amount }) => month < thisMonth && amount > 0)
    .map(({ month, amount }) => ({ month: parseMonth(month), amount }));
}

/** What is owed does not wait for the month close to make its bill. */
function withUnbilled(
  ledger: HouseholdLedger,
  unbilled: readonly UnbilledMonth[],
  thisMonth: string,
): HouseholdLedger {
  if (unbilled.length === 0) return ledger;
  const ended = unbilled.filter(({ month }) => month < thisMonth);
  const owed = (months: readonly { amount: number }[]) => months.reduce((sum, { amount }) => sum + amount, 0);
  const { arrears } = ledger;
  return {
    ...ledger,
    arrears: {
      ...arrears,
      months: arrears.months + ended.length,
      amount: arrears.amount + owed(ended),
      firstMonth: arrears.firstMonth ?? ended[0]?.month ?? null,
    },
    toPay: Math.max(0, ledger.toPay + owed(unbilled) - ledger.deposit),
  };
}

/** Terms by the pure rules for the months the ledger has, each with what is still owed of it; null with nothing owed. */
function rehabOffer(
  member: MemberRow,
  ledger: HouseholdLedger,
  owed: readonly { month: Month; amount: number }[],
  today: string,
  settings: ContributionSettings,
): RehabOffer | null {
  const { firstMonth, people, months } = ledger.arrears;
  if (firstMonth === null) return null;
  const oldest = ledger.months.find(({ month }) => month === firstMonth);
  const segment = member.segment as Segment;
  const self = isSelfPaying(segment);
  const on = parseDate(today);
  const cappedMonths = Math.min(months, settings.arrearsCapMonths);
  const eligibility = rehabEligibility(
    { segment, formerSegment: self ? undefined : 'PBPU', months, cappedMonths, on },
    settings,
  );
  const perMonth = owed.slice(-cappedMonths);
  const contributor = {
    segment: self ? segment : ('PBPU' as const),
    roomClass: (oldest?.lines[0]?.class ?? member.class) as 1 | 2 | 3,
    people,
  };
  const amount = perMonth.reduce((sum, month) => sum + month.amount, 0);
  const plan = rehabPlan(eligibility, { contributor, arrears: { amount, perMonth }, on }, settings);
  return {
    eligible: eligibility.eligible,
    reason: eligibility.reason,
    maxStages: eligibility.maxStages,
    version: plan?.version ?? null,
    total: plan?.total ?? 0,
    stages: (plan?.stages ?? []).map(({ number, dueBy, amount, covers }) => ({
      stage: number,
      dueBy: dueBy.toString(),
      amount,
      covers: covers.map(String),
    })),
    activeOn: plan?.activeOn.toString() ?? null,
    legalBasis: plan?.legalBasis ?? null,
  };
}
