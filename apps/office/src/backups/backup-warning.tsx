import { useText } from '../text/language-context.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { backupsText } from './backups-text.ts';
import { useBackups } from './use-backups.ts';

/** Beside the menu item: says when the last good backup is too old. Silent while all is well. */
export function BackupWarning() {
  const text = useText(backupsText);
  const { data } = useBackups();
  if (!data?.stale || data.running) return null;
  return (
    <StateBadge tone="inactive">
      <span aria-hidden>!</span>
      <span className="hidden-visually">{text.badge}</span>
    </StateBadge>
  );
}
