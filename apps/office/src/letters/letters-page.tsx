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
import { DataTable } from '../ui/data-table.tsx';
import { Listed, More } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
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
  const items = list.data?.pages.flatMap((page) => page.items);
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
      <Listed
        query={list}
        items={items}
        lines={6}
        empty={{
          title: filtered ? text.noneFound : text.none,
          icon: <IconMail size={40} stroke={1.3} aria-hidden />,
          ...(!filtered && { why: text.noneWhy }),
        }}
      >
        {(letters) => (
          <>
            <DataTable
              label={text.title}
              rows={letters}
              keyOf={({ id }) => id}
              columns={[
                {
                  header: text.number,
                  role: 'title',
                  cell: ({ id, number }) => (
                    <Link to="/pesiar/surat/$id" params={{ id }}>
                      {number}
                    </Link>
                  ),
                },
                { header: text.about, cell: ({ title }) => title },
                { header: text.topic, cell: ({ topic }) => text.topics[topic] },
                { header: text.area, cell: ({ area }) => nameOf(area) },
                {
                  header: text.issued,
                  cell: ({ at, by }) => (
                    <span>
                      {format.dateTime(at)}
                      <small className={styles.small}>{by}</small>
                    </span>
                  ),
                },
              ]}
            />
            <More query={list} label={text.more} end={text.end} />
          </>
        )}
      </Listed>
    </>
  );
}
