import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useAreaNames } from '../areas/use-area-names.ts';
import { FactLine } from '../pesiar/fact-line.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import styles from './devices.module.css';
import { devicesText } from './devices-text.ts';

/** Differences between phones and the office, with both sides in words and which of them counts. */
export function SettledConflicts() {
  const text = useText(devicesText);
  const format = useFormat();
  const nameOf = useAreaNames();
  const conflicts = useQuery(apiQuery('listConflicts'));
  return (
    <section className={styles.section}>
      <h2>{text.conflicts}</h2>
      <p className={styles.why}>{text.conflictsWhy}</p>
      {conflicts.isPending ? <Loading lines={3} /> : null}
      {conflicts.error ? <ProblemPanel error={conflicts.error} onRetry={() => conflicts.refetch()} /> : null}
      {conflicts.data?.items.length === 0 ? <p>{text.noConflicts}</p> : null}
      <ol className={styles.conflicts}>
        {conflicts.data?.items.map((one) => (
          <li key={one.id}>
            <h3>
              <Link to="/pesiar/kasus/$caseId" params={{ caseId: one.caseId }}>
                {one.name}
              </Link>
            </h3>
            <p className={styles.why}>
              {[one.banjar, nameOf(one.area), text.settledBy(one.by, format.dateTime(one.at))]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <ul className={styles.sides}>
              {one.sides.map(({ stands, fact }) => (
                <li key={fact.id} data-stands={stands || undefined}>
                  <StateBadge tone={stands ? 'covered' : 'plain'}>
                    {stands ? text.stands : text.setAside}
                  </StateBadge>
                  <span>
                    <FactLine fact={fact} />
                  </span>
                  <small className={styles.small}>{text.said(fact.by, format.dateTime(fact.at))}</small>
                </li>
              ))}
            </ul>
            {one.note ? <p className={styles.why}>{one.note}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
