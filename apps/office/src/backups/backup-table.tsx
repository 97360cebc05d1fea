import type { BackupEntry } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import { type BadgeTone, StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import styles from './backups.module.css';
import { backupsText } from './backups-text.ts';

const tones: Record<BackupEntry['outcome'], BadgeTone> = {
  done: 'good',
  failed: 'uncovered',
  removed: 'plain',
};

/** What became of backups, newest first. */
export function BackupTable({ items }: { items: BackupEntry[] }) {
  const text = useText(backupsText);
  return (
    <table className={`${table.table} ${table.cards}`}>
      <thead>
        <tr>
          <th>{text.when}</th>
          <th>{text.outcome}</th>
          <th>{text.origin}</th>
          <th>{text.file}</th>
          <th className={table.number}>{text.rows}</th>
          <th className={table.number}>{text.size}</th>
          <th className={table.number}>{text.took}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <BackupRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function BackupRow({ entry }: { entry: BackupEntry }) {
  const text = useText(backupsText);
  const format = useFormat();
  return (
    <tr>
      <td data-label={text.when}>{format.dateTime(entry.at)}</td>
      <td data-label={text.outcome}>
        <StateBadge tone={tones[entry.outcome]}>{text.outcomes[entry.outcome]}</StateBadge>
      </td>
      <td data-label={text.origin}>{text.origins[entry.origin]}</td>
      <td data-label={text.file} className={styles.file}>
        <span>
          {entry.file}
          {entry.message ? <span className={styles.why}>{entry.message}</span> : null}
        </span>
      </td>
      <td data-label={text.rows} className={table.number}>
        {entry.rows === null ? '–' : format.integer(entry.rows)}
      </td>
      <td data-label={text.size} className={table.number}>
        {entry.bytes === null ? '–' : format.bytes(entry.bytes)}
      </td>
      <td data-label={text.took} className={table.number}>
        {entry.seconds === null ? '–' : format.duration(entry.seconds * 1000)}
      </td>
    </tr>
  );
}
