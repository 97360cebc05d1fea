import type { Membership } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import { MemberState } from './member-state.tsx';
import styles from './members.module.css';
import { membersText } from './members-text.ts';

/** The answer first: does the card work, why, by what rule, and what next. */
export function MemberStanding({ membership }: { membership: Membership }) {
  const text = useText(membersText);
  const format = useFormat();
  const { member, why, dueOn } = membership;
  return (
    <section className={styles.standing} data-active={member.active || undefined}>
      <p className={styles.verdict}>
        <MemberState member={member} /> <span>{text.since(format.date(member.since))}</span>
      </p>
      <p className={styles.reason}>{why.text}</p>
      <dl>
        {why.nextStep ? (
          <>
            <dt>{text.next}</dt>
            <dd>{why.nextStep}</dd>
          </>
        ) : null}
        {dueOn ? (
          <>
            <dt className="hidden-visually">{text.until('')}</dt>
            <dd>{text.until(format.date(dueOn))}</dd>
          </>
        ) : null}
        {why.legalBasis ? (
          <>
            <dt>{text.basis}</dt>
            <dd>{why.legalBasis}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
