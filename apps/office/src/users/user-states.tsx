import type { User } from '@jangkau/contracts';
import { useText } from '../text/language-context.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import styles from './users.module.css';
import { usersText } from './users-text.ts';

/** The state of an account in a few words. */
export function UserStates({ user }: { user: User }) {
  const text = useText(usersText);
  return (
    <span className={styles.states}>
      {user.active ? (
        <StateBadge tone="good">{text.active}</StateBadge>
      ) : (
        <StateBadge tone="plain">{text.disabled}</StateBadge>
      )}
      {user.lockedUntil ? <StateBadge tone="uncovered">{text.locked}</StateBadge> : null}
      {user.mustChangePassword ? <StateBadge tone="inactive">{text.first}</StateBadge> : null}
      <StateBadge tone={user.secondFactor ? 'accent' : 'plain'}>
        {user.secondFactor ? text.withApp : text.withoutApp}
      </StateBadge>
    </span>
  );
}
