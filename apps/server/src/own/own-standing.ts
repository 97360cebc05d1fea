import type { OwnPerson } from '@jangkau/contracts';
import { fineWindowLastDay, type Rules } from '@jangkau/contributions';
import { maskNik } from '@jangkau/kernel';
import {
  type Eligibility,
  eligibilityOn,
  isSelfPaying,
  monthOf,
  monthsBetween,
  nextActWords,
  parseDate,
  type Segment,
} from '@jangkau/membership';
import type { OwnMember } from '@jangkau/store';
import { dueOf } from '../eligibility/due-of.ts';
import { reasonOf } from '../eligibility/reason-of.ts';
import type { FamilyAccount } from '../ledger/family-account.ts';

/** What the state of one of the family is today by the same rule the hospital door answers with. */
export function ownDecision(
  row: OwnMember,
  account: FamilyAccount,
  today: string,
  rules: Rules,
): Eligibility {
  const pays = isSelfPaying(row.segment as Segment);
  const thisMonth = account.months.find(({ month }) => month === today.slice(0, 7));
  const monthUnpaid =
    pays && row.active && !!thisMonth && thisMonth.paid + thisMonth.relieved < thisMonth.amount;
  const since = parseDate(row.since);
  return eligibilityOn(
    {
      reason: monthUnpaid ? 'CURRENT_MONTH_DUE' : reasonOf(row.reason),
      since: row.since,
      segment: row.segment as Segment,
      roomClass: row.class as 1 | 2 | 3,
      fktp: row.fktp === null ? null : { code: row.fktp, name: row.fktpName },
      due: dueOf(row),
      arrearsMonths: account.arrears.months,
      toPay: pays ? account.toPay : null,
      reactivation:
        row.suspendedOn === null
          ? null
          : {
              on: row.since,
              // Suspended on the 1st after the first unpaid month, which counts too.
              arrearsMonths: monthsBetween(monthOf(parseDate(row.suspendedOn)), monthOf(since)) + 1,
              fineLastDay: fineWindowLastDay(since, rules.contributions).toString(),
            },
    },
    today,
    rules.membership,
  );
}

/** One of the family as the app shows them. */
export function ownPerson(row: OwnMember, decision: Eligibility): OwnPerson {
  return {
    memberId: row.memberId,
    name: row.name,
    role: row.role,
    born: row.born,
    card: row.card,
    nik: row.nik && maskNik(row.nik),
    segment: decision.segment,
    class: decision.roomClass,
    active: decision.covered,
    inactivity: decision.inactivity,
    since: decision.since,
    until: decision.until,
    reason: decision.reason,
    text: decision.text,
    nextStep: decision.nextStep,
    legalBasis: decision.legalBasis,
    acts: decision.acts.map((act) => ({ ...act, words: nextActWords[act.kind] })),
    fineUntil: decision.fineWindow?.fineLastDay ?? null,
    payer: row.payer,
    fktp: decision.fktp,
  };
}
