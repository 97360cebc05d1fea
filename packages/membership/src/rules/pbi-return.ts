import type { CalendarDate } from '../calendar.ts';
import { type DatedRule, ruleOn } from '../dated-rule.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';

/** What a removed PBI must show to be put back. */
export type PbiReturnCondition =
  | 'facility-letter'
  | 'dinas-sosial-letter'
  | 'poor-on-verification'
  | 'chronic-catastrophic-or-emergency';

/** The way back into PBI, as read on a date. */
export interface PbiReturn {
  /** Whether the day asked about lies within the six months. */
  readonly open: boolean;
  readonly lastDay: CalendarDate;
  readonly conditions: readonly PbiReturnCondition[];
  readonly legalBasis: string;
  readonly settingsUsed: MembershipSettings;
}

/**
 * Whether a PBI removed on a day may still be put back on another, through Dinas Sosial and SIKS-NG: within six
 * months (off 1 February 2026: to 1 August 2026). Before Permensos 3/2026 the illness had to be chronic,
 * catastrophic or an emergency; since then a letter of a health facility that care is needed is enough.
 */
export function pbiReturn(
  removedOn: CalendarDate,
  on: CalendarDate,
  settings: MembershipSettings = defaultMembershipSettings,
): PbiReturn {
  const lastDay = removedOn.add({ months: settings.pbiReturnMonths });
  const reading = ruleOn(readings(settings), on);
  return {
    open: on.toString() >= removedOn.toString() && on.toString() <= lastDay.toString(),
    lastDay,
    conditions: reading?.value ?? [],
    legalBasis: reading?.legalBasis ?? '',
    settingsUsed: settings,
  };
}

function readings(settings: MembershipSettings): DatedRule<readonly PbiReturnCondition[]>[] {
  return [
    {
      validFrom: settings.pbiReturnReadingFrom,
      legalBasis: 'Permensos 3/2026 Pasal 20',
      value: ['facility-letter', 'dinas-sosial-letter'],
    },
    {
      validFrom: '2014-01-01',
      legalBasis: 'Permensos 21/2019',
      value: ['dinas-sosial-letter', 'poor-on-verification', 'chronic-catastrophic-or-emergency'],
    },
  ];
}
