import type { ReactNode } from 'react';
import styles from './state-badge.module.css';

export type BadgeTone = 'plain' | 'covered' | 'inactive' | 'uncovered' | 'good' | 'accent';

/** A short state in words; the colour only repeats what the word says. */
export function StateBadge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
