import type { Run } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition, type DefinitionKey } from '../ui/definition.tsx';
import styles from './results.module.css';
import { resultsText } from './results-text.ts';

const PARTS: ReadonlyArray<['linked' | 'duplicates' | 'unmatched', DefinitionKey]> = [
  ['linked', 'terhubung'],
  ['duplicates', 'ganda'],
  ['unmatched', 'pesertaTanpaPenduduk'],
];

/** Where the member cards went: held by residents, duplicates, without a resident. */
export function MemberCards({ run }: { run: Run }) {
  const text = useText(resultsText);
  const format = useFormat();
  const { counts } = run;
  if (!counts) return null;
  const outside = counts.members - counts.linked - counts.duplicates - counts.unmatched;
  return (
    <>
      <p className={styles.lede}>{text.membersTotal(format.integer(counts.members))}</p>
      <ul className={styles.bars}>
        {PARTS.map(([part, definition]) => (
          <li key={part}>
            <div className={styles.barHead}>
              <span>
                {text.memberParts[part]}
                <Definition of={definition} />
              </span>
              <span>
                <Link to="/pemetaan/$runId/daftar/$list" params={{ runId: run.id, list: part }}>
                  {format.integer(counts[part])}
                </Link>{' '}
                <small>{format.percent(counts[part] / Math.max(counts.members, 1))}</small>
              </span>
            </div>
            <div className={styles.track} aria-hidden>
              <span style={{ width: `${(counts[part] / Math.max(counts.members, 1)) * 100}%` }} />
            </div>
          </li>
        ))}
        {outside > 0 ? (
          <li className={styles.barHead}>
            <span>{text.outside}</span>
            <span>{format.integer(outside)}</span>
          </li>
        ) : null}
      </ul>
    </>
  );
}
