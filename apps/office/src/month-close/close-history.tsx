import type { MonthCloses } from '@jangkau/contracts';
import { IconCalendarCheck } from '@tabler/icons-react';
import { monthName } from '../members/month-name.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { CloseSteps, changesOf } from './close-steps.tsx';
import styles from './month-close.module.css';
import { monthCloseText } from './month-close-text.ts';

/** Closed months, newest first; each opens to its steps. */
export function CloseHistory({ closes }: { closes: MonthCloses['closes'] }) {
  const text = useText(monthCloseText);
  const format = useFormat();
  return (
    <section className={styles.section}>
      <h2>{text.history}</h2>
      {closes.length === 0 ? (
        <EmptyState title={text.none} icon={<IconCalendarCheck size={40} stroke={1.3} aria-hidden />} />
      ) : (
        closes.map((close) => (
          <details key={`${close.month} ${close.closedAt}`} className={styles.close}>
            <summary>
              <strong>{monthName(format, close.month)}</strong>
              <span>
                {text.kinds[close.kind]} · {format.dateTime(close.closedAt)} · {close.closedBy} ·{' '}
                {format.integer(changesOf(close.steps))} {text.changes.toLowerCase()}
              </span>
            </summary>
            <CloseSteps steps={close.steps} />
          </details>
        ))
      )}
    </section>
  );
}
