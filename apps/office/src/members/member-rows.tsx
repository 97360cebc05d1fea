import type { MemberItem } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { MemberState } from './member-state.tsx';
import styles from './members.module.css';
import { membersText } from './members-text.ts';
import { rupiah } from './rupiah.ts';

/** Members one below the other; each name opens its page. */
export function MemberRows({ items, current }: { items: readonly MemberItem[]; current?: number }) {
  const text = useText(membersText);
  const people = useText(peopleText);
  const format = useFormat();
  return (
    <ul className={styles.rows}>
      {items.map((member) => (
        <li key={member.memberId}>
          <div className={styles.rowName}>
            {member.memberId === current ? (
              <strong>{member.name}</strong>
            ) : (
              <Link to="/peserta/$memberId" params={{ memberId: String(member.memberId) }}>
                {member.name}
              </Link>
            )}
            <small>
              {[
                member.born ? format.shortDate(member.born) : null,
                member.village,
                member.card,
                member.memberId === current ? text.you : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </div>
          <div className={styles.rowState}>
            <MemberState member={member} />
            <small>
              {people.segments[member.segment] ?? member.segment}
              {member.arrearsAmount > 0
                ? ` · ${text.months(format.integer(member.arrearsMonths))} · ${rupiah(format, member.arrearsAmount)}`
                : ''}
            </small>
          </div>
        </li>
      ))}
    </ul>
  );
}
