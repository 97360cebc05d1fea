import { routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { Segments } from '../ui/segments.tsx';
import table from '../ui/table.module.css';
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
      {rows.isPending ? <Loading lines={8} /> : null}
      {rows.error ? <ProblemPanel error={rows.error} onRetry={() => rows.refetch()} /> : null}
      {items.length > 0 ? (
        <ScrollBox label={text.rows}>
          <table className={`${table.table} ${table.cards}`}>
            <thead>
              <tr>
                <th scope="col" className={table.number}>
                  {text.line}
                </th>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.outcome}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr key={row.line}>
                  <td data-label={text.line} className={table.number}>
                    {format.integer(row.line)}
                  </td>
                  <td data-label={text.name}>
                    {row.memberId ? (
                      <Link to="/peserta/$memberId" params={{ memberId: String(row.memberId) }}>
                        {row.name ?? text.unknownName}
                      </Link>
                    ) : (
                      (row.name ?? text.unknownName)
                    )}
                  </td>
                  <td data-label={text.outcome}>
                    <span>
                      {text.outcomes[row.outcome]}
                      {row.reason ? `: ${text.reasons[row.reason] ?? row.reason}` : ''}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
      {rows.hasNextPage ? (
        <Button
          variant="default"
          mt={14}
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {text.more}
        </Button>
      ) : null}
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
