import type { DriveGroup } from '@jangkau/contracts';
import type { z } from 'zod';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './drive.module.css';
import { driveText } from './drive-text.ts';

type Group = z.output<typeof DriveGroup>;
const PARTS = ['lapsed', '1-3', '4-12', '13-24'] as const;

/** One bar: all inactive members, those without a payer and those in arrears by months. */
export function KindBar({ groups }: { groups: readonly Group[] }) {
  const text = useText(driveText);
  const format = useFormat();
  const all = groups.reduce((sum, group) => sum + group.people, 0);
  const parts = PARTS.map((part) => {
    const own = groups.filter((group) =>
      part === 'lapsed' ? group.kind === 'lapsed' : group.kind === 'arrears' && group.band === part,
    );
    const people = own.reduce((sum, group) => sum + group.people, 0);
    const name = part === 'lapsed' ? text.kinds.lapsed : `${text.kinds.arrears} ${text.bands[part]}`;
    return { part, name, people, share: people / all };
  }).filter(({ people }) => people > 0);
  return (
    <figure className={styles.kinds}>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ part, share }) => (
          <span key={part} data-part={part} style={{ width: `${share * 100}%` }} />
        ))}
      </div>
      <figcaption>
        <ul>
          {parts.map(({ part, name, people, share }) => (
            <li key={part}>
              <i data-part={part} aria-hidden />
              {name}: <strong>{format.integer(people)}</strong> ({format.percent(share, 1)})
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
