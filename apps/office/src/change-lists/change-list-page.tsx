import { routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Listed, More } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Segments } from '../ui/segments.tsx';
import { toastFailure } from '../ui/toast.ts';
import { changeListsText } from './change-lists-text.ts';
import { refusalsCsv } from './refusals-csv.ts';

const PAGE = 100;
const LARGEST = 200;
type Outcome = 'accepted' | 'refused';

/** The names of one list with what became of each. */
export function ChangeListPage() {
  const { listId } = useParams({ from: '/office/daftar-perubahan/$listId' });
  const text = useText(changeListsText);
  const format = useFormat();
  const { language } = useLanguage();
  const [outcome, setOutcome] = useState<Outcome | 'all'>('refused');
  const lists = useQuery(apiQuery('listChangeLists'));
  const list = lists.data?.items.find((item) => String(item.listId) === listId);
  const rows = useInfiniteQuery({
    queryKey: ['getChangeListRows', listId, outcome],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      call(routes.getChangeListRows, {
        params: { id: listId },
        query: { outcome: outcome === 'all' ? undefined : outcome, after: pageParam, limit: PAGE },
        signal,
      }),
    getNextPageParam: (page) => (page.items.length === PAGE ? page.items.at(-1)?.line : undefined),
  });
  const download = useMutation({
    mutationFn: () => allRefusals(listId),
    onSuccess: (refused) =>
      save(
        `ditolak-${listId}.csv`,
        refusalsCsv(
          [text.line, text.name, text.reason],
          refused.map((row) => [
            String(row.line),
            row.name ?? '',
            text.reasons[row.reason ?? ''] ?? row.reason ?? '',
          ]),
        ),
      ),
    onError: (error) => toastFailure(error, language),
  });
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        kicker={<Link to="/daftar-perubahan">{text.back}</Link>}
        title={list?.reference ?? text.rows}
        lede={
          list
            ? `${text.kinds[list.kind]} · ${list.payer}. ${text.sums(
                format.integer(list.submitted),
                format.integer(list.accepted),
                format.integer(list.refused),
              )}`
            : undefined
        }
        actions={
          list && list.refused > 0 ? (
            <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
              {text.download}
            </Button>
          ) : null
        }
      />
      <Segments
        label={text.outcome}
        value={outcome}
        options={[
          { value: 'refused', label: text.refused },
          { value: 'accepted', label: text.accepted },
          { value: 'all', label: text.all },
        ]}
        onChange={setOutcome}
      />
      <Listed
        query={rows}
        items={rows.data && items}
        lines={8}
        empty={{ title: outcome === 'refused' ? text.nobodyRefused : text.nobody }}
      >
        {(names) => (
          <DataTable
            label={text.rows}
            rows={names}
            keyOf={({ line }) => line}
            columns={[
              { header: text.line, number: true, cell: ({ line }) => format.integer(line) },
              {
                header: text.name,
                cell: ({ memberId, name }) =>
                  memberId ? (
                    <Link to="/peserta/$memberId" params={{ memberId: String(memberId) }}>
                      {name ?? text.unknownName}
                    </Link>
                  ) : (
                    (name ?? text.unknownName)
                  ),
              },
              {
                header: text.outcome,
                cell: (row) => (
                  <span>
                    {text.outcomes[row.outcome]}
                    {row.reason ? `: ${text.reasons[row.reason] ?? row.reason}` : ''}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Listed>
      <More query={rows} label={text.more} />
    </>
  );
}

async function allRefusals(listId: string) {
  const all = [];
  for (let after = 0; ; ) {
    const { items } = await call(routes.getChangeListRows, {
      params: { id: listId },
      query: { outcome: 'refused', after, limit: LARGEST },
    });
    all.push(...items);
    if (items.length < LARGEST) return all;
    after = items.at(-1)?.line ?? after;
  }
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
