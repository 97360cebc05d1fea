import type { MemberItem } from '@jangkau/contracts';
import { useText } from '../text/language-context.tsx';
import styles from './members.module.css';
import { membersText } from './members-text.ts';

/** Whether a card works, and when not, what kind of not. */
export function MemberState({ member }: { member: Pick<MemberItem, 'active' | 'inactiveKind'> }) {
  const text = useText(membersText);
  const kind = member.inactiveKind ? text.kinds[member.inactiveKind] : undefined;
  return (
    <span className={styles.state} data-state={member.active ? 'active' : (member.inactiveKind ?? 'ended')}>
      {member.active ? text.active : (kind ?? text.inactive)}
    </span>
  );
}
