import { isSelfPaying, isTaxPaid, type Month, type Segment } from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import type { Rupiah } from '../rupiah.ts';
import type { RoomClass } from '../tariff/monthly-contribution.ts';
import type { Arrears } from './arrears.ts';

/** A change of what is owed that is not a payment. Recorded beside the bills; bills never change. */
export interface ArrearsAdjustment {
  readonly kind: 'write-off';
  readonly basis: string;
  readonly amount: Rupiah;
  readonly months: readonly Month[];
}

/**
 * The write-off a debt would get under a reading, undefined when none. Off by default: by February 2026 it was
 * announced and drafted, not issued.
 */
export function writeOff(
  debtor: { segment: Segment; formerSegment?: Segment | undefined; roomClass?: RoomClass | undefined },
  arrears: Arrears,
  settings: ContributionSettings,
): ArrearsAdjustment | undefined {
  if (arrears.cappedMonths === 0 || !mayBeWrittenOff(debtor, settings)) return undefined;
  return {
    kind: 'write-off',
    basis:
      settings.writeOff === 'announced-2025'
        ? 'Pengumuman pemerintah Oktober 2025 (belum berupa peraturan)'
        : 'Rancangan Perpres Februari 2026 (belum diundangkan)',
    amount: arrears.amount,
    months: arrears.perMonth.map(({ month }) => month),
  };
}

function mayBeWrittenOff(
  { segment, formerSegment, roomClass }: Parameters<typeof writeOff>[0],
  settings: ContributionSettings,
): boolean {
  const debtSegment = formerSegment ?? segment;
  if (settings.writeOff === 'off' || !isSelfPaying(debtSegment)) return false;
  return settings.writeOff === 'announced-2025' ? isTaxPaid(segment) : roomClass === 3;
}
