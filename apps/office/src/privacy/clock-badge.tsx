import type { Clock } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import { type BadgeTone, StateBadge } from '../ui/state-badge.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';

const TONE: Record<Clock['state'], BadgeTone> = {
  running: 'accent',
  soon: 'inactive',
  overdue: 'uncovered',
  met: 'good',
  late: 'uncovered',
};

/** How a clock of the law stands, and how much of it is left. */
export function ClockBadge({ clock, now = Date.now() }: { clock: Clock; now?: number }) {
  const text = useText(privacyText);
  const format = useFormat();
  const left = Date.parse(clock.dueAt) - now;
  const minutes = Math.max(60_000, Math.round(Math.abs(left) / 60_000) * 60_000);
  return (
    <span className={styles.clock}>
      <StateBadge tone={TONE[clock.state]}>{text.clocks[clock.state]}</StateBadge>
      {clock.stoppedAt === null ? (
        <small>{left >= 0 ? text.left(format.duration(minutes)) : text.over(format.duration(minutes))}</small>
      ) : null}
    </span>
  );
}
