import { routes } from '@jangkau/contracts';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { More } from '../ui/listed.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { MemberRows } from './member-rows.tsx';
import { readMemberSearch } from './member-search-input.ts';
import styles from './members.module.css';
import { membersText } from './members-text.ts';

const LIMIT = 50;
// Survives a look at one member; a number of a person does not belong in the address.
let typedLast = '';

/** One box finds a member by name or by any of their numbers. */
export function MemberSearchPage() {
  const text = useText(membersText);
  const format = useFormat();
  const [typed, setTyped] = useState(typedLast);
  const [settled] = useDebouncedValue(typed, 200);
  const search = readMemberSearch(settled);
  const [area, setArea] = useState<string | null>(null);
  const found = useInfiniteQuery({
    queryKey: ['searchMembers', search, area],
    enabled: search !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.searchMembers, {
        body: { search: search ?? { name: '' }, area: area ?? undefined, cursor: pageParam, limit: LIMIT },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = search ? found.data?.pages.flatMap((page) => page.items) : undefined;
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      <div className={styles.tools}>
        <TextInput
          type="search"
          label={text.search}
          placeholder={text.hint}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          autoFocus
          onChange={(event) => {
            typedLast = event.currentTarget.value;
            setTyped(event.currentTarget.value);
          }}
        />
        <AreaPicker
          label={text.area}
          value={area}
          placeholder={text.everywhere}
          levels={['regency', 'district', 'village']}
          onChange={(code) => setArea(code)}
        />
      </div>
      <p className={styles.count} aria-live="polite">
        {items && items.length > 0
          ? (found.hasNextPage ? text.more : text.found)(format.integer(items.length))
          : null}
      </p>
      {found.error ? <ProblemPanel error={found.error} onRetry={() => found.refetch()} /> : null}
      {search && found.isPending ? <Loading lines={8} height={30} /> : null}
      {search ? null : (
        <EmptyState
          title={/\d{5}/.test(settled) ? text.numberWrong : text.start}
          icon={<IconUserSearch size={40} stroke={1.3} aria-hidden />}
        >
          {/\d{5}/.test(settled) ? null : text.startWhy}
        </EmptyState>
      )}
      {items?.length === 0 ? <EmptyState title={text.none}>{text.noneWhy}</EmptyState> : null}
      {items && items.length > 0 ? (
        <div className={found.isPlaceholderData ? styles.stale : undefined} aria-busy={found.isFetching}>
          <MemberRows items={items} />
          <More query={found} label={text.showMore} />
        </div>
      ) : null}
    </>
  );
}
