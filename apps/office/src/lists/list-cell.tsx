import type { PersonRow } from '@jangkau/contracts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import styles from './list.module.css';
import type { ListColumn } from './list-columns.ts';

interface ListCellProps {
  column: Exclude<ListColumn, 'name'>;
  row: PersonRow;
  asOf: string | null;
}

const TONE = {
  linked: 'covered',
  uncovered: 'uncovered',
  duplicate: 'inactive',
  unmatched: 'plain',
} as const;

/** What a column shows of a person. */
export function ListCell({ column, row, asOf }: ListCellProps) {
  const words = useText(peopleText);
  const format = useFormat();
  switch (column) {
    case 'age':
      return (
        <span title={row.born ? format.date(row.born) : undefined}>
          {[row.sex, format.age(row.born, asOf)].filter(Boolean).join(', ') || '–'}
        </span>
      );
    case 'place':
      return (
        <>
          {row.village ?? row.areaCode ?? '–'}
          {row.banjar ? <small>, {row.banjar}</small> : null}
        </>
      );
    case 'address':
      return <>{row.address ?? '–'}</>;
    case 'probability':
      return row.pUncovered === null ? (
        <>–</>
      ) : (
        <span className={styles.probability}>
          <span className={styles.meter} aria-hidden>
            <span style={{ width: `${row.pUncovered * 100}%` }} />
          </span>
          {format.percent(row.pUncovered, 0)}
        </span>
      );
    case 'reason':
      return (
        <>
          {row.reason ? (words.reasons[row.reason] ?? row.reason) : '–'}
          {row.verdict ? (
            <>
              {' '}
              <StateBadge tone="accent">{words.verdicts[row.verdict]}</StateBadge>
            </>
          ) : null}
        </>
      );
    case 'segment':
      return (
        <>
          {row.segment ? (words.segments[row.segment] ?? row.segment) : '–'}
          {row.class ? <small>, {words.class(row.class)}</small> : null}
        </>
      );
    case 'kind':
      return row.inactiveKind ? (
        <StateBadge tone="inactive">{words.kinds[row.inactiveKind]}</StateBadge>
      ) : (
        <>–</>
      );
    case 'status':
      return row.status ? (
        <StateBadge tone={row.inactiveKind ? 'inactive' : 'good'}>
          {words.statuses[row.status] ?? row.status}
        </StateBadge>
      ) : (
        <>–</>
      );
    case 'card':
      return <>{row.card ?? '–'}</>;
    case 'link':
      return <>{row.tier ? (words.tiers[row.tier] ?? row.tier) : '–'}</>;
    case 'state':
      return <StateBadge tone={TONE[row.state]}>{words.states[row.state]}</StateBadge>;
  }
}
