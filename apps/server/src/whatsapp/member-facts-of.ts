import { virtualAccount } from '@jangkau/contributions';
import { type CardNumber, parseCardNumber } from '@jangkau/kernel';
import { isSelfPaying, type ReasonCode, type Segment } from '@jangkau/membership';
import type { MemberFacts } from '@jangkau/pandawa';
import { AuditLog, type Db, facilityChosenOn, MemberRepository, rulesOn, Scope } from '@jangkau/store';
import { roadEnd } from '../eligibility/road-end.ts';
import { familyAccount } from '../ledger/family-account.ts';
import { firstNameOf } from './first-name-of.ts';

const banks = [
  ['BRI / BNI / BTN / BCA', 'bri'],
  ['Mandiri', 'mandiri'],
] as const;

/** What a chat may tell the proven member, read now and audited. Undefined when there is no such member. */
export async function memberFactsOf(
  db: Db,
  memberId: number,
  today: string,
  rehabStages: number,
): Promise<MemberFacts | undefined> {
  const repository = new MemberRepository(db);
  const found = await repository.find(memberId);
  const numbers = await repository.numbers(memberId);
  const account = await familyAccount(db, memberId, today, rehabStages);
  if (!found || !numbers || !account || found.restricted) return undefined;
  await AuditLog.add(db, Scope.system(), {
    action: 'membership.read',
    subject: { kind: 'member', key: String(memberId) },
    purpose: 'PANDAWA: peserta bertanya sendiri',
  });
  const { member, spells } = found;
  const segment = member.segment as Segment;
  const pays = isSelfPaying(segment);
  const card = parseCardNumber(numbers.card);
  const thisMonth = account.months.find(({ month }) => month === today.slice(0, 7));
  const newest = account.months[0];
  const offer = account.rehabOffer;
  const running = account.rehab.find(({ state }) => state === 'running');
  const reason = member.reason as ReasonCode;
  const { membership: rules } = await rulesOn(db, today);
  return {
    memberId,
    firstName: firstNameOf(member.name),
    cardEnd: numbers.card.slice(-4),
    segment,
    roomClass: member.class,
    active: member.active,
    since: member.since,
    reason,
    inactivity: member.inactiveKind as MemberFacts['inactivity'],
    until: roadEnd(reason, member.since, found.dueOn, rules),
    rules,
    people: pays ? (thisMonth?.people ?? newest?.people ?? found.household.length) : 1,
    monthly: pays ? (thisMonth?.amount ?? newest?.amount ?? null) : null,
    arrears: {
      months: account.arrears.months,
      amount: account.arrears.amount,
      firstMonth: account.arrears.firstMonth,
    },
    toPay: pays ? account.toPay : 0,
    virtualAccounts: pays || account.arrears.amount > 0 ? accountsOf(card) : [],
    rehab: offer && {
      eligible: offer.eligible,
      reason: offer.reason,
      maxStages: offer.maxStages,
      total: offer.total,
      stages: offer.stages.map(({ dueBy, amount }) => ({ dueBy, amount })),
      activeOn: offer.activeOn,
    },
    rehabPlan: running
      ? {
          paid: running.stages.filter(({ paid }) => paid).length,
          stages: running.stages.length,
          nextDue: running.stages.find(({ paid }) => !paid)?.dueBy ?? null,
        }
      : null,
    classChosenOn: classChosenOn(spells, member.class),
    facilityChangedOn: (await facilityChosenOn(db, [memberId])).get(memberId) ?? null,
  };
}

function accountsOf(card: CardNumber): MemberFacts['virtualAccounts'] {
  return banks.map(([bank, kind]) => ({ bank, number: virtualAccount(card, { bank: kind }) }));
}

/** First day of the run of spells in the present class. */
function classChosenOn(spells: readonly { from: string; class: number }[], roomClass: number): string | null {
  const other = spells.findLastIndex((spell) => spell.class !== roomClass);
  return spells[other + 1]?.from ?? null;
}
