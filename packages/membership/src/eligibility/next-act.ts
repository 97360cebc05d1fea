import { parseDate } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';
import type { ReasonCode } from '../reason.ts';
import { isSelfPaying } from '../segment.ts';
import type { Standing } from './standing.ts';

/** What a member can do now, one kind of door each. */
export type NextActKind =
  | 'pay'
  | 'rehab'
  | 'employer'
  | 'dinas-sosial'
  | 'register-mandiri'
  | 'student-letter'
  | 'report-return'
  | 'use-other-card'
  | 'wait';

/** One thing to do, with what it takes. */
export interface NextAct {
  readonly kind: NextActKind;
  /** Rupiah for the whole family; null when it takes no money or the sum is not known here. */
  readonly amount: number | null;
  /** First and last day on which it can be done; null: no limit. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Words for the acts. */
export const nextActWords: Readonly<Record<NextActKind, { readonly id: string; readonly en: string }>> = {
  pay: { id: 'Bayar iuran', en: 'Pay the contributions' },
  rehab: { id: 'Daftar REHAB (mencicil)', en: 'Take REHAB (instalments)' },
  employer: { id: 'Hubungi pemberi kerja', en: 'See the employer' },
  'dinas-sosial': { id: 'Hubungi Dinas Sosial', en: 'See Dinas Sosial' },
  'register-mandiri': { id: 'Daftar sebagai peserta mandiri', en: 'Register as mandiri' },
  'student-letter': { id: 'Kirim surat aktif kuliah', en: 'Send a student letter' },
  'report-return': { id: 'Lapor kembali ke Indonesia', en: 'Report the return to Indonesia' },
  'use-other-card': { id: 'Pakai kartu yang masih berlaku', en: 'Use the card that goes on' },
  wait: { id: 'Tunggu sampai jaminan mulai', en: 'Wait until cover begins' },
};

/** REHAB is open for arrears of this many months (domain rules of New REHAB 2.0). */
const rehabMonths = { least: 4, most: 24 } as const;

const ways: Readonly<Record<ReasonCode, readonly NextActKind[]>> = {
  PAID: [],
  CURRENT_MONTH_DUE: ['pay'],
  STATE_PAYS: [],
  REGION_PAYS: [],
  EMPLOYER_PAYS: [],
  LAYOFF_GUARANTEE: ['employer', 'register-mandiri', 'dinas-sosial'],
  ARREARS_DEFERRED: ['pay'],
  ARREARS: ['pay', 'rehab'],
  EMPLOYER_ARREARS: ['employer'],
  PAYER_STOPPED: ['dinas-sosial', 'register-mandiri', 'employer'],
  PBI_REMOVED: ['dinas-sosial', 'register-mandiri', 'employer'],
  PEMDA_REMOVED: ['dinas-sosial', 'register-mandiri', 'employer'],
  EMPLOYMENT_ENDED: ['employer', 'register-mandiri', 'dinas-sosial'],
  LAYOFF_GUARANTEE_OVER: ['employer', 'register-mandiri', 'dinas-sosial'],
  CHILD_OVER_AGE: ['student-letter', 'register-mandiri'],
  FAMILY_DROPPED: ['register-mandiri', 'employer'],
  AWAITING_FIRST_PAYMENT: ['pay'],
  APPLICATION_LAPSED: ['register-mandiri'],
  AWAITING_COVER_START: ['wait'],
  NEVER_ENROLLED: ['register-mandiri', 'employer', 'dinas-sosial'],
  RETURNED: ['pay'],
  MOVED_OUT: ['register-mandiri', 'employer', 'dinas-sosial'],
  DIED: [],
  ABROAD: ['report-return'],
  DUPLICATE: ['use-other-card'],
  CITIZENSHIP_LOST: [],
};

/** What a member who stands so can do on a day, the nearest way first. */
export function nextActs(
  standing: Standing,
  day: string,
  settings: MembershipSettings = defaultMembershipSettings,
): NextAct[] {
  const { reason, arrearsMonths, segment, since, due } = standing;
  return ways[reason].flatMap((kind): NextAct[] => {
    if (kind === 'rehab') {
      const open =
        segment !== null &&
        isSelfPaying(segment) &&
        arrearsMonths >= rehabMonths.least &&
        arrearsMonths <= rehabMonths.most;
      return open ? [act('rehab', standing.toPay)] : [];
    }
    if (kind === 'pay' && reason === 'AWAITING_FIRST_PAYMENT') {
      const { from = null, until = null } = firstPaymentDays(since, due, settings);
      if (until !== null && until < day) return [act('register-mandiri')];
      return [{ ...act('pay', standing.toPay), from, until }];
    }
    if (kind === 'pay') return [act('pay', standing.toPay)];
    // Afterwards a new proposal can be made at any time.
    if (kind === 'dinas-sosial' && reason === 'PBI_REMOVED' && since !== null) {
      const until = later(since, { months: settings.pbiReturnMonths });
      return [{ ...act(kind), until: until < day ? null : until }];
    }
    if (kind === 'wait') return [{ ...act(kind), from: due?.on ?? null }];
    if (reason === 'LAYOFF_GUARANTEE' && due && due.on > day)
      return [{ ...act(kind), until: later(due.on, { days: -1 }) }];
    return [act(kind)];
  });
}

function act(kind: NextActKind, amount: number | null = null): NextAct {
  return { kind, amount, from: null, until: null };
}

/** First and last day of a first payment by an application of a day; empty when that is not known. */
export function firstPaymentDays(
  since: string | null,
  due: Standing['due'],
  settings: MembershipSettings,
): { from?: string; until?: string } {
  if (since === null) return {};
  return {
    from: later(since, { days: settings.firstPaymentFromDay }),
    until: due ? later(due.on, { days: -1 }) : later(since, { days: settings.firstPaymentToDay }),
  };
}

function later(day: string, by: { days?: number; months?: number }): string {
  return parseDate(day).add(by).toString();
}
