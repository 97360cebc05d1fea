import {
  type ContributionSettings,
  defaultContributionSettings,
  monthlyContribution,
} from '@jangkau/contributions';
import { isSelfPaying, parseMonth, type Segment } from '@jangkau/membership';

/** A month that is owed though no bill of it was made yet. */
export interface UnbilledMonth {
  month: string;
  amount: number;
}

/** What decides whether someone is on the bill of the family. */
interface Payer {
  segment: string;
  class: number;
  inactiveKind: string | null;
}

/**
 * Months after the last bill up to this one, at the tariff of each for those of the family who pay for
 * themselves: bills are made by the month close, and what somebody owes does not wait for it. A month that has ended
 * costs what it costs in arrears. Months are 'YYYY-MM', oldest first; amounts in rupiah.
 */
export function unbilledMonths(
  family: readonly Payer[],
  lastBilled: string,
  thisMonth: string,
  settings: ContributionSettings = defaultContributionSettings,
): UnbilledMonth[] {
  const payers = family.filter(
    ({ segment, inactiveKind }) => isSelfPaying(segment as Segment) && inactiveKind !== 'ended',
  );
  if (payers.length === 0) return [];
  const months: UnbilledMonth[] = [];
  for (let month = parseMonth(lastBilled).add({ months: 1 }); month.toString() <= thisMonth; ) {
    const inArrears = month.toString() < thisMonth;
    const amount = payers.reduce((sum, { segment, class: roomClass }) => {
      const payer = { segment: segment as Segment, roomClass: roomClass as 1 | 2 | 3, people: 1 };
      return sum + monthlyContribution(payer, month, { settings, inArrears }).amount;
    }, 0);
    months.push({ month: month.toString(), amount });
    month = month.add({ months: 1 });
  }
  return months;
}
