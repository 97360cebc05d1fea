import type { CampaignDetail } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';

/** Messages that failed, by cause. */
export function FailureList({ failures }: { failures: CampaignDetail['results']['failures'] }) {
  const text = useText(campaignsText);
  const format = useFormat();
  return (
    <ul className={styles.counts}>
      {failures.map(({ code, kind, n }) => (
        <li key={`${code} ${kind}`}>
          <span>
            {kind in text.errorKinds
              ? text.errorKinds[kind as keyof typeof text.errorKinds]
              : text.errorKinds.unknown}
            {code === null ? null : <small className={styles.small}>{text.code(String(code))}</small>}
          </span>
          <strong>{format.integer(n)}</strong>
        </li>
      ))}
    </ul>
  );
}
