import { type MembershipSettings, parseDate, pbiReturn, type ReasonCode } from '@jangkau/membership';

/** Last day of the road back that is open, or of a guarantee, when the law sets one; `dueOn` as the register has it. */
export function roadEnd(
  reason: ReasonCode,
  since: string,
  dueOn: string | null,
  settings: MembershipSettings,
): string | null {
  if (reason === 'PBI_REMOVED')
    return pbiReturn(parseDate(since), parseDate(since), settings).lastDay.toString();
  return reason === 'LAYOFF_GUARANTEE' ? dueOn : null;
}
