import { letterTopics, routes } from '@jangkau/contracts';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMail } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useAreaNames } from '../areas/use-area-names.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './letters.module.css';
import { lettersText } from './letters-text.ts';

/** Letters of PESIAR as they were issued: looked for, opened, printed again. */
export function LettersPage() {
  const text = useText(lettersText);
  const format = useFormat();
  const nameOf = useAreaNames();
  const search = useSearch({ from: '/office/pesiar/surat' });
  const navigate = useNavigate({ from: '/pesiar/surat' });
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const query = { ...search, q: q || undefined };
  const list = useInfiniteQuery({
    queryKey: ['listPesiarLetters', query],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call(routes.listPesiarLetters, { query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Boolean(q || search.topic || search.area);
  return (
    <>
      <PageHeader
        title={text.title}
        lede={text.lede}
        actions={
          <Button component={Link} to="/pesiar/surat/baru">
            {text.add}
          </Button>
        }
      />
      <div className={styles.tools}>
        <TextInput
          label={text.search}
          type="search"
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={text.topic}
          clearable
          placeholder={text.all}
          value={search.topic ?? null}
          data={letterTopics.map((value) => ({ value, label: text.topics[value] }))}
          onChange={(value) =>
            void navigate({
              search: { ...search, topic: (value as (typeof letterTopics)[number] | null) ?? undefined },
              replace: true,
            })
          }
        />
        <AreaPicker
          label={text.area}
          value={search.area ?? null}
          placeholder={text.wholeArea}
          levels={['regency', 'district', 'village']}
          onChange={(code) =>
            void navigate({ search: { ...search, area: code ?? undefined }, replace: true })
          }
        />
      </div>
      {list.isPending ? <Loading lines={6} height={28} /> : null}
      {list.error ? <ProblemPanel error={list.error} onRetry={() => list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <EmptyState
          title={filtered ? text.noneFound : text.none}
          icon={<IconMail size={40} stroke={1.3} aria-hidden />}
        >
          {filtered ? null : text.noneWhy}
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <>
          <ScrollBox label={text.title}>
            <table className={`${table.table} ${table.cards}`}>
              <thead>
                <tr>
                  <th scope="col">{text.number}</th>
                  <th scope="col">{text.about}</th>
                  <th scope="col">{text.topic}</th>
                  <th scope="col">{text.area}</th>
                  <th scope="col">{text.issued}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((letter) => (
                  <tr key={letter.id}>
                    <td>
                      <Link to="/pesiar/surat/$id" params={{ id: letter.id }}>
                        {letter.number}
                      </Link>
                    </td>
                    <td data-label={text.about}>{letter.title}</td>
                    <td data-label={text.topic}>{text.topics[letter.topic]}</td>
                    <td data-label={text.area}>{nameOf(letter.area)}</td>
                    <td data-label={text.issued}>
                      <span>
                        {format.dateTime(letter.at)}
                        <small className={styles.small}>{letter.by}</small>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <p className={styles.end}>
            {list.hasNextPage ? (
              <Button
                variant="default"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {text.more}
              </Button>
            ) : (
              text.end
            )}
          </p>
        </>
      ) : null}
    </>
  );
}
