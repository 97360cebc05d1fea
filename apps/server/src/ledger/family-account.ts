import { type ContributionSettings, quoteDocument } from '@jangkau/contributions';
import { isProblem } from '@jangkau/kernel';
import {
  type Db,
  type HouseholdLedger,
  householdLedger,
  MemberRepository,
  type MemberRow,
  ruleSettingsOn,
} from '@jangkau/store';
import { unbilledMonths } from './unbilled-months.ts';

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
  const ledger = withUnbilled(
    await householdLedger(db, member.householdId, today),
    family,
    today.slice(0, 7),
  );
  const settings = await ruleSettingsOn(db, today);
  return stages.map((rehabStages) => ({
    ...ledger,
    rehabOffer: rehabOffer(member, ledger, today, { ...settings, ...(rehabStages > 0 && { rehabStages }) }),
  }));
}

/** What is owed does not wait for the month close to make its bill. */
function withUnbilled(
  ledger: HouseholdLedger,
  family: readonly MemberRow[],
  thisMonth: string,
): HouseholdLedger {
  const newest = ledger.months[0]?.month;
  const unbilled = newest === undefined ? [] : unbilledMonths(family, newest, thisMonth);
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

/** Terms by the pure rules; null with nothing owed, or when the ledger holds what the rules cannot know of. */
function rehabOffer(
  member: MemberRow,
  ledger: HouseholdLedger,
  today: string,
  settings: ContributionSettings,
): RehabOffer | null {
  const { firstMonth, people, months, amount } = ledger.arrears;
  if (firstMonth === null) return null;
  const self = member.segment === 'PBPU' || member.segment === 'BP';
  const oldest = ledger.months.find(({ month }) => month === firstMonth);
  const roomClass = oldest?.lines[0]?.class ?? member.class;
  try {
    const { rehab, arrears } = quoteDocument({
      asOf: today,
      segment: member.segment,
      class: roomClass,
      people,
      ...(self ? { joined: firstMonth } : { formerSegment: 'PBPU', formerArrearsMonths: months }),
      settings,
    });
    if (arrears.amount !== amount) return null;
    return {
      eligible: rehab.eligible,
      reason: rehab.reason,
      maxStages: rehab.maxStages,
      version: rehab.legalBasis === null ? null : rehab.legalBasis.includes('2.0') ? 2 : 1,
      total: rehab.total,
      stages: rehab.stages.map(({ dueBy, amount, covers }, i) => ({
        stage: i + 1,
        dueBy: dueBy as string,
        amount,
        covers,
      })),
      activeOn: rehab.activeOn,
      legalBasis: rehab.legalBasis,
    };
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
