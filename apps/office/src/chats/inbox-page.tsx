import { type ChatService, type ChatView, routes } from '@jangkau/contracts';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconInbox, IconSearch, IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay, useZoneName } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';
import { InboxTable } from './inbox-table.tsx';

type View = z.output<typeof ChatView>;
type Level = 'all' | 'within' | 'over';
const views: readonly View[] = ['open', 'mine', 'unassigned', 'failed', 'opted-out'];
const EVERY_MS = 10_000;
const PAGE = 50;
// Survives a look at one conversation; what was searched for does not belong in the address.
let typedLast = '';

/** What waits for people of the branch, the most pressing first. */
export function InboxPage() {
  const text = useText(chatsText);
  const format = useFormat();
  const zone = useZoneName();
  const may = useMay();
  const search = useSearch({ from: '/office/pandawa' });
  const navigate = useNavigate({ from: '/pandawa' });
  const [typed, setTyped] = useState(typedLast);
  const [words] = useDebouncedValue(typed.trim(), 250);
  const summary = useQuery({ ...apiQuery('getInbox'), refetchInterval: EVERY_MS });
  const settings = useQuery(apiQuery('getChatSettings'));
  const view = search.box ?? 'open';
  const level: Level = search.level ?? 'all';
  const filter = {
    view,
    ...(search.service && { service: search.service }),
    ...(level !== 'all' && { over: level === 'over' }),
    ...(words && { q: words }),
  };
  const found = useInfiniteQuery({
    queryKey: ['searchChats', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.searchChats, { body: { ...filter, limit: PAGE, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  useReadAgain(JSON.stringify(summary.data));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const total = found.data?.pages[0]?.total;
  const go = (change: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...change }, replace: true });
  const counted = (service: string) =>
    summary.data?.queues.find((queue) => queue.service === service)?.n ?? 0;
  const services = Object.keys(text.services).map((value) => ({
    value,
    label: `${text.services[value]} (${format.integer(counted(value))})`,
  }));
  const isFiltered = search.service !== undefined || level !== 'all' || words !== '';
  return (
    <>
      <PageHeader
        title={text.title}
        lede={text.lede}
        actions={
          may('chat.manage') ? (
            <Button
              component={Link}
              to="/pandawa/setelan"
              variant="default"
              leftSection={<IconSettings size={17} aria-hidden />}
            >
              {text.settings}
            </Button>
          ) : null
        }
      />
      {settings.data && !settings.data.open ? (
        <div className={styles.notice}>
          <Notice>{text.closedNow(settings.data.opens, zone)}</Notice>
        </div>
      ) : null}
      {summary.data ? (
        <Figures>
          <Figure label={text.mine} value={format.integer(summary.data.mine)} />
          <Figure label={text.unassigned} value={format.integer(summary.data.unassigned)} />
          <Figure
            label={text.over}
            value={format.integer(summary.data.over)}
            tone={summary.data.over > 0 ? 'uncovered' : 'plain'}
          />
          <Figure
            label={text.content}
            value={summary.data.content === null ? '–' : format.decimal(summary.data.content, 1)}
            note={
              summary.data.ratings > 0
                ? text.contentNote(format.integer(summary.data.ratings))
                : text.noRatings
            }
          />
        </Figures>
      ) : null}
      <div className={styles.filters}>
        <Segments
          label={text.view}
          value={view}
          options={views.map((value) => ({ value, label: text.views[value] }))}
          onChange={(next) => go({ box: next })}
        />
        <Select
          label={text.service}
          placeholder={text.allServices}
          clearable
          clearButtonProps={{ 'aria-label': text.allServices }}
          data={services}
          value={search.service ?? null}
          onChange={(next) => go({ service: (next as ChatService | null) ?? undefined })}
        />
        <Select
          label={text.level}
          allowDeselect={false}
          data={(['all', 'within', 'over'] as const).map((value) => ({ value, label: text.levels[value] }))}
          value={level}
          onChange={(next) => go({ level: next === 'all' ? undefined : (next as 'within' | 'over') })}
        />
        <TextInput
          type="search"
          label={text.search}
          placeholder={text.searchHint}
          leftSection={<IconSearch size={17} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={typed}
          onChange={(event) => {
            typedLast = event.currentTarget.value;
            setTyped(event.currentTarget.value);
          }}
        />
      </div>
      {text.viewWhy[view] ? <p className={styles.why}>{text.viewWhy[view]}</p> : null}
      {found.error ? <ProblemPanel error={found.error} onRetry={() => found.refetch()} /> : null}
      {found.isPending ? <Loading lines={8} height={32} /> : null}
      {found.data && items.length === 0 ? (
        <EmptyState
          title={isFiltered ? text.emptySearch : text.empty}
          icon={<IconInbox size={40} stroke={1.3} aria-hidden />}
        >
          {isFiltered ? text.emptySearchWhy : text.emptyWhy}
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <>
          <p className={styles.count} aria-live="polite">
            {total === undefined ? null : text.total(format.integer(total))}
          </p>
          <InboxTable items={items} />
        </>
      ) : null}
      {found.hasNextPage ? (
        <Button
          variant="default"
          mt={16}
          loading={found.isFetchingNextPage}
          onClick={() => found.fetchNextPage()}
        >
          {text.more}
        </Button>
      ) : null}
    </>
  );
}

/** Reads the list again, which is audited, only when the counts say that something happened. */
function useReadAgain(counts: string | undefined): void {
  const client = useQueryClient();
  const before = useRef(counts);
  useEffect(() => {
    if (before.current !== undefined && before.current !== counts)
      void client.invalidateQueries({ queryKey: ['searchChats'] });
    before.current = counts;
  }, [client, counts]);
}
