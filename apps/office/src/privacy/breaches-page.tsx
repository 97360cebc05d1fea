import { breachRoutes, routeUrl } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { breachText } from './breach-text.ts';
import { ClockBadge } from './clock-badge.tsx';
import { privacyText } from './privacy-text.ts';

/** The register of breaches, newest first. */
export function BreachesPage() {
  const text = useText(breachText);
  const words = useText(privacyText);
  const format = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['listBreaches'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(breachRoutes.listBreaches, { query: { cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        kicker={words.group}
        title={text.title}
        lede={text.lede}
        actions={
          <>
            {rows.length > 0
              ? (['csv', 'xlsx'] as const).map((kind) => (
                  <Button
                    key={kind}
                    component="a"
                    variant="default"
                    href={routeUrl(breachRoutes.exportBreaches, { format: kind })}
                    download
                  >
                    {kind === 'csv' ? text.exportCsv : text.exportXlsx}
                  </Button>
                ))
              : null}
            <Button component={Link} to="/pelindungan/insiden/baru">
              {text.record}
            </Button>
          </>
        }
      />
      {query.error ? <ProblemPanel error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isPending ? <Loading lines={6} /> : null}
      {query.data && rows.length === 0 ? <EmptyState title={text.empty}>{text.emptyWhy}</EmptyState> : null}
      {rows.length > 0 ? (
        <table className={`${table.table} ${table.cards}`}>
          <thead>
            <tr>
              <th>{words.number}</th>
              <th>{text.what}</th>
              <th>{words.stage}</th>
              <th>{words.clock}</th>
              <th>{text.known}</th>
              <th className={table.number}>{text.people}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to="/pelindungan/insiden/$id" params={{ id: row.id }}>
                    <b>{text.breachNumber(format.integer(row.number))}</b>
                  </Link>
                </td>
                <td data-label={text.what}>{row.title}</td>
                <td data-label={words.stage}>
                  <StateBadge tone={row.stage === 'closed' ? 'good' : 'plain'}>
                    {text.stages[row.stage]}
                  </StateBadge>
                  {row.specific ? <StateBadge tone="uncovered">{text.specific}</StateBadge> : null}
                </td>
                <td data-label={words.clock}>
                  <ClockBadge clock={row.clock} />
                </td>
                <td data-label={text.known}>{format.dateTime(row.knownAt)}</td>
                <td data-label={text.people} className={table.number}>
                  {format.integer(row.people)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {query.hasNextPage ? (
        <Button
          variant="default"
          mt={12}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words.more}
        </Button>
      ) : null}
    </>
  );
}
