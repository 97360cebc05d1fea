import type { LeftOutReason, TurnOutcome } from '@jangkau/campaigns';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';

/** Reasons for which families are not written to, with how many. */
export function LeftOutList({
  items,
}: {
  items: readonly { reason: LeftOutReason | TurnOutcome; families: number }[];
}) {
  const text = useText(campaignsText);
  const format = useFormat();
  return (
    <ul className={styles.counts}>
      {items.map(({ reason, families }) => (
        <li key={reason}>
          <span>{text.leftOut[reason]}</span>
          <strong>{format.integer(families)}</strong>
        </li>
      ))}
    </ul>
  );
}
