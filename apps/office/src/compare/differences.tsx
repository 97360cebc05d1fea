import { type ComparisonKind, type ComparisonRow, type PersonRow, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import styles from './compare.module.css';
import { compareText } from './compare-text.ts';

const KINDS = ['newly-uncovered', 'resolved', 'changed'] as const;

interface DifferencesProps {
  a: string;
  b: string;
  kind: ComparisonKind | undefined;
}

/** Counts of what changed, and the people of one kind of change. */
export function Differences({ a, b, kind = 'newly-uncovered' }: DifferencesProps) {
  const text = useText(compareText);
  const format = useFormat();
  const changes = useInfiniteQuery({
    queryKey: ['compareRuns', a, b, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.compareRuns, { query: { a, b, kind, limit: 60, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  if (changes.error) return <ProblemPanel error={changes.error} onRetry={() => changes.refetch()} />;
  if (changes.isPending) return <Loading lines={8} />;
  const counts = changes.data.pages[0]?.counts;
  const rows = changes.data.pages.flatMap((page) => page.items);
  const amount = {
    'newly-uncovered': counts?.newlyUncovered,
    resolved: counts?.resolved,
    changed: counts?.changed,
  };
  return (
    <>
      {counts ? (
        <Figures>
          {KINDS.map((name) => (
            <Figure
              key={name}
              label={text.kinds[name]}
              tone={name === 'resolved' ? 'covered' : name === 'changed' ? 'inactive' : 'uncovered'}
              value={
                <Link to="/bandingkan" search={(old) => ({ ...old, a, b, kind: name })}>
                  {format.integer(amount[name] ?? 0)}
                </Link>
              }
              note={
                name === 'newly-uncovered'
                  ? text.ofWhichNew(format.integer(counts.newlyUncoveredNewResidents))
                  : undefined
              }
            />
          ))}
          <Figure label={text.stillUncovered} value={format.integer(counts.stillUncovered)} />
          <Figure label={text.gone} value={format.integer(counts.gone)} />
        </Figures>
      ) : null}
      <nav className={styles.kinds} aria-label={text.kindLabel}>
        {KINDS.map((name) => (
          <Link
            key={name}
            to="/bandingkan"
            search={(old) => ({ ...old, a, b, kind: name })}
            aria-current={name === kind ? 'true' : undefined}
          >
            {text.kinds[name]}
          </Link>
        ))}
      </nav>
      <p className={styles.why}>{text.kindWhy[kind]}</p>
      {rows.length === 0 ? <p className={styles.why}>{text.empty}</p> : null}
      {rows.length > 0 ? (
        <table className={`${table.table} ${table.cards}`}>
          <thead>
            <tr>
              <th>{text.name}</th>
              <th>{text.place}</th>
              <th>{text.before}</th>
              <th>{text.now}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ChangeRow
                key={`${row.a?.residentKey ?? ''}-${row.b?.residentKey ?? ''}`}
                row={row}
                a={a}
                b={b}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {changes.hasNextPage ? (
        <Button
          variant="default"
          mt={12}
          loading={changes.isFetchingNextPage}
          onClick={() => void changes.fetchNextPage()}
        >
          {text.more}
        </Button>
      ) : null}
    </>
  );
}

function ChangeRow({ row, a, b }: { row: ComparisonRow; a: string; b: string }) {
  const text = useText(compareText);
  const person = row.b ?? row.a;
  if (!person) return null;
  const runId = row.b ? b : a;
  return (
    <tr>
      <td data-label={text.name}>
        {person.residentKey === null ? (
          person.name
        ) : (
          <Link
            to="/pemetaan/$runId/orang/$residentKey"
            params={{ runId, residentKey: String(person.residentKey) }}
          >
            <b>{person.name}</b>
          </Link>
        )}
      </td>
      <td data-label={text.place}>{[person.village, person.banjar].filter(Boolean).join(', ') || '–'}</td>
      <td data-label={text.before}>
        <Side person={row.a} />
      </td>
      <td data-label={text.now}>
        <Side person={row.b} />
      </td>
    </tr>
  );
}

function Side({ person }: { person: PersonRow | null }) {
  const text = useText(compareText);
  const words = useText(peopleText);
  if (!person) return <span className={table.muted}>{text.notThere}</span>;
  return (
    <span>
      <StateBadge tone={person.state === 'uncovered' ? 'uncovered' : 'covered'}>
        {words.states[person.state]}
      </StateBadge>{' '}
      <small className={table.muted}>
        {person.state === 'uncovered'
          ? person.reason
            ? words.reasons[person.reason]
            : ''
          : (person.card ?? '')}
      </small>
    </span>
  );
}
