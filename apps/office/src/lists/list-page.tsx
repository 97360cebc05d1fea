import type { PeopleList } from '@jangkau/contracts';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useRun } from '../api/use-run.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ExportMenu } from './export-menu.tsx';
import styles from './list.module.css';
import { listsCards, sortsOfList } from './list-columns.ts';
import { ListFilters } from './list-filters.tsx';
import { holdsPersonNumber, type ListSearch, listNamed } from './list-search.ts';
import { listText } from './list-text.ts';
import { PeopleCards } from './people-cards.tsx';
import { PeopleTable } from './people-table.tsx';
import { usePeople } from './use-people.ts';
import { useSearchWords } from './use-search-words.ts';

/** A list of a run: filtered, searched, sorted, read page by page while scrolling. */
export function ListPage() {
  const { runId, list } = useParams({ from: '/office/pemetaan/$runId/daftar/$list' });
  return <ListView key={list} runId={runId} list={listNamed(list)} />;
}

function ListView({ runId, list }: { runId: string; list: PeopleList }) {
  const may = useMay();
  const search = useSearch({ from: '/office/pemetaan/$runId/daftar/$list' });
  const navigate = useNavigate({ from: '/pemetaan/$runId/daftar/$list' });
  const text = useText(listText);
  const run = useRun(runId);
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const [words, setWords] = useSearchWords(runId, list);
  const people = usePeople(runId, list, search, words);
  const rows = useMemo(() => people.data?.pages.flatMap((page) => page.items) ?? [], [people.data]);
  const filtered = words !== '' || Object.values(search).some((value) => value !== undefined);
  const change = (part: Partial<ListSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });

  return (
    <>
      <PageHeader
        title={text.titles[list]}
        lede={text.ledes[list]}
        actions={
          <>
            {list === 'doubtful' ? (
              <Button component={Link} to={`/pemetaan/${runId}/tinjau`}>
                {text.review}
              </Button>
            ) : null}
            {list === 'uncovered' || list === 'inactive' ? (
              <Button
                component={Link}
                to={`/pemetaan/${runId}/cetak${search.area ? `?area=${search.area}` : ''}`}
                variant="default"
              >
                {text.print}
              </Button>
            ) : null}
            {may('export.people') ? (
              <ExportMenu
                runId={runId}
                list={list}
                search={search}
                words={words}
                count={<Count list={list} people={people} />}
              />
            ) : null}
          </>
        }
      />
      <div className={styles.tools}>
        <SearchBox value={words} onSearch={setWords} />
        <ListFilters runId={runId} list={list} search={search} onChange={change} />
      </div>
      <p className={styles.count} aria-live="polite">
        <Count list={list} people={people} />
        {holdsPersonNumber(words) ? ` ${text.numberSearch}` : ''}
      </p>
      {people.error ? <ProblemPanel error={people.error} onRetry={() => people.refetch()} /> : null}
      {people.isPending ? <Loading lines={12} height={30} /> : null}
      {people.data && rows.length === 0 ? (
        <EmptyState title={filtered ? text.empty : text.emptyPlain}>
          {filtered ? text.emptyWhy : text.emptyPlainWhy}
        </EmptyState>
      ) : null}
      <div
        aria-busy={people.isPlaceholderData}
        className={people.isPlaceholderData ? styles.stale : undefined}
      >
        {rows.length > 0 && phone ? <PeopleCards {...shared()} /> : null}
        {rows.length > 0 && !phone ? (
          <PeopleTable
            {...shared()}
            sort={search.sort ?? sortsOfList[list][0] ?? 'village'}
            onSort={(sort) => change({ sort })}
          />
        ) : null}
      </div>
    </>
  );

  function shared() {
    return {
      runId,
      list,
      rows,
      asOf: run.data?.asOf ?? null,
      hasMore: people.hasNextPage && !people.isPlaceholderData,
      loadingMore: people.isFetchingNextPage,
      onMore: () => void people.fetchNextPage(),
    };
  }
}

function SearchBox({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const text = useText(listText);
  const [words, setWords] = useState(value);
  const later = useDebouncedCallback(onSearch, 200);
  useEffect(() => {
    if (value) setWords(value);
  }, [value]);
  return (
    <TextInput
      type="search"
      label={text.search}
      placeholder={text.searchHint}
      leftSection={<IconSearch size={17} aria-hidden />}
      value={words}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}

function Count({ list, people }: { list: PeopleList; people: ReturnType<typeof usePeople> }) {
  const text = useText(listText);
  const format = useFormat();
  const first = people.data?.pages[0];
  if (!first) return null;
  const cards = listsCards(list);
  const known = first.total ?? (first.nextCursor === null ? first.items.length : undefined);
  if (known !== undefined) return <>{(cards ? text.cards : text.count)(format.integer(known))}</>;
  const least = first.atLeast ?? first.items.length;
  return <>{(cards ? text.cardsAtLeast : text.countAtLeast)(format.integer(least))}</>;
}
