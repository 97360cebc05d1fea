import { type RequestRow, subjectRequestRoutes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Listed, More } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Segments } from '../ui/segments.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
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
      <Listed
        query={query}
        items={query.data && rows}
        lines={6}
        empty={
          which === 'open'
            ? { title: text.empty, why: text.emptyWhy }
            : { title: text.emptyClosed, why: text.emptyClosedWhy }
        }
      >
        {(items) => <RequestTable rows={items} />}
      </Listed>
      <More query={query} label={words.more} />
    </>
  );
}

function RequestTable({ rows }: { rows: readonly RequestRow[] }) {
  const text = useText(requestText);
  const words = useText(privacyText);
  const format = useFormat();
  return (
    <DataTable
      label={text.title}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          header: words.number,
          role: 'title',
          cell: ({ id, number }) => (
            <Link to="/pelindungan/permohonan/$id" params={{ id }}>
              <b>{text.requestNumber(format.integer(number))}</b>
            </Link>
          ),
        },
        { header: words.kind, cell: ({ kind }) => words.kinds[kind] },
        {
          header: words.stage,
          cell: ({ stage, restrictionInForce }) => (
            <>
              <StateBadge tone={stage === 'answered' ? 'good' : 'plain'}>{text.stages[stage]}</StateBadge>
              {restrictionInForce ? <StateBadge tone="inactive">{text.restricted}</StateBadge> : null}
            </>
          ),
        },
        { header: words.clock, cell: ({ clock }) => <ClockBadge clock={clock} /> },
        { header: words.received, cell: ({ receivedAt }) => format.dateTime(receivedAt) },
        { header: words.village, cell: ({ village }) => village ?? '–' },
      ]}
    />
  );
}
