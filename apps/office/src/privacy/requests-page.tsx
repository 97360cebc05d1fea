import { type RequestRow, subjectRequestRoutes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { ClockBadge } from './clock-badge.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';
import { requestText } from './request-text.ts';

/** Requests of people about their data: the open ones by the end of their clock. */
export function RequestsPage() {
  const text = useText(requestText);
  const words = useText(privacyText);
  const [which, setWhich] = useState<'open' | 'closed'>('open');
  const query = useInfiniteQuery({
    queryKey: ['listRequests', which],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(subjectRequestRoutes.listRequests, { query: { which, cursor: pageParam }, signal }),
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
          <Button component={Link} to="/pelindungan/permohonan/baru">
            {text.record}
          </Button>
        }
      />
      <div className={styles.tools}>
        <Segments
          label={words.which}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'open', label: words.open },
            { value: 'closed', label: words.closed },
          ]}
        />
      </div>
      {query.error ? <ProblemPanel error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isPending ? <Loading lines={6} /> : null}
      {query.data && rows.length === 0 ? (
        <EmptyState title={which === 'open' ? text.empty : text.emptyClosed}>
          {which === 'open' ? text.emptyWhy : text.emptyClosedWhy}
        </EmptyState>
      ) : null}
      {rows.length > 0 ? <RequestTable rows={rows} /> : null}
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

function RequestTable({ rows }: { rows: RequestRow[] }) {
  const text = useText(requestText);
  const words = useText(privacyText);
  const format = useFormat();
  return (
    <table className={`${table.table} ${table.cards}`}>
      <thead>
        <tr>
          <th>{words.number}</th>
          <th>{words.kind}</th>
          <th>{words.stage}</th>
          <th>{words.clock}</th>
          <th>{words.received}</th>
          <th>{words.village}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to="/pelindungan/permohonan/$id" params={{ id: row.id }}>
                <b>{text.requestNumber(format.integer(row.number))}</b>
              </Link>
            </td>
            <td data-label={words.kind}>{words.kinds[row.kind]}</td>
            <td data-label={words.stage}>
              <StateBadge tone={row.stage === 'answered' ? 'good' : 'plain'}>
                {text.stages[row.stage]}
              </StateBadge>
              {row.restrictionInForce ? <StateBadge tone="inactive">{text.restricted}</StateBadge> : null}
            </td>
            <td data-label={words.clock}>
              <ClockBadge clock={row.clock} />
            </td>
            <td data-label={words.received}>{format.dateTime(row.receivedAt)}</td>
            <td data-label={words.village}>{row.village ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
