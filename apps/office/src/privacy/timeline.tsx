import type { ReactNode } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';

export interface TimelineEntry {
  at: string;
  by: string;
  title: string;
  body?: ReactNode;
}

/** What happened, oldest first, with who and when. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const words = useText(privacyText);
  const format = useFormat();
  return (
    <ol className={styles.timeline}>
      {entries.map((entry, i) => (
        <li key={`${entry.at} ${String(i)}`}>
          <b>{entry.title}</b>
          <div className={styles.when}>{words.by(entry.by, format.dateTime(entry.at))}</div>
          {entry.body ? <p>{entry.body}</p> : null}
        </li>
      ))}
    </ol>
  );
}
