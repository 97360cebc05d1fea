import type { Decision } from '@jangkau/contracts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './person.module.css';
import { personText } from './person-text.ts';

/** Every decision on this person, newest first; earlier ones stay readable. */
export function DecisionHistory({ decisions }: { decisions: Decision[] }) {
  const text = useText(personText);
  const words = useText(peopleText);
  const format = useFormat();
  return (
    <section className={styles.section}>
      <h2>{text.history}</h2>
      {decisions.length === 0 ? <p className={styles.why}>{text.noHistory}</p> : null}
      <ol className={styles.rows}>
        {decisions.map((decision) => (
          <li key={decision.id} data-old={!decision.standing || undefined}>
            <b>{words.verdicts[decision.verdict]}</b>
            {decision.memberName ? `: ${decision.memberName}` : ''}
            <small>
              {text.by(decision.officer, format.dateTime(decision.at))}
              {decision.standing ? '' : ` (${text.replaced})`}
            </small>
            {decision.note ? <p className={styles.note}>{decision.note}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
