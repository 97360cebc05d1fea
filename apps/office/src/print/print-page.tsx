import { Button, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { levelOf } from '../areas/area-path.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { BanjarSheet } from './banjar-sheet.tsx';
import styles from './print.module.css';
import { printText } from './print-text.ts';

/** Visiting lists of one village, ready for paper: a new page for every banjar. */
export function PrintPage() {
  const { runId } = useParams({ from: '/office/pemetaan/$runId/cetak' });
  const search = useSearch({ from: '/office/pemetaan/$runId/cetak' });
  const navigate = useNavigate({ from: '/pemetaan/$runId/cetak' });
  const text = useText(printText);
  const format = useFormat();
  const village = search.area && levelOf(search.area) === 'village' ? search.area : null;
  const query = apiQuery('printList', {
    params: { id: runId },
    query: { area: village ?? '', banjar: search.banjar },
  });
  const list = useQuery(village ? query : { ...query, queryFn: skipToken });
  const banjarQuery = apiQuery('listBanjarFigures', {
    params: { id: runId },
    query: { area: village ?? '' },
  });
  const banjars = useQuery(village ? banjarQuery : { ...banjarQuery, queryFn: skipToken });
  const people = list.data?.banjars.reduce((sum, banjar) => sum + banjar.lines.length, 0) ?? 0;

  return (
    <>
      <div className={styles.controls}>
        <PageHeader title={text.title} lede={text.lede} />
        <div className={styles.pickers}>
          <AreaPicker
            label={text.village}
            levels={['village']}
            value={village}
            onChange={(area) => void navigate({ search: { area: area ?? undefined } })}
          />
          {village ? (
            <NativeSelect
              label={text.banjar}
              value={search.banjar ?? ''}
              data={[
                { value: '', label: text.all },
                ...(banjars.data?.items ?? []).flatMap(({ banjar }) =>
                  banjar === null ? [] : [{ value: banjar, label: banjar }],
                ),
              ]}
              onChange={(event) => {
                const banjar = event.currentTarget.value || undefined;
                void navigate({ search: (old) => ({ ...old, banjar }) });
              }}
            />
          ) : null}
          <Button
            leftSection={<IconPrinter size={17} aria-hidden />}
            disabled={people === 0}
            onClick={() => window.print()}
          >
            {text.print}
          </Button>
        </div>
        {list.data && people > 0 ? (
          <p className={styles.count} aria-live="polite">
            {text.people(format.integer(people), format.integer(list.data.banjars.length))}
          </p>
        ) : null}
        {village ? null : <EmptyState title={text.choose}>{text.chooseWhy}</EmptyState>}
        {village && list.isPending ? <Loading lines={10} /> : null}
        {list.error ? <ProblemPanel error={list.error} onRetry={() => list.refetch()} /> : null}
        {list.data && people === 0 ? <EmptyState title={text.empty}>{text.emptyWhy}</EmptyState> : null}
      </div>
      {list.data?.banjars
        .filter((banjar) => banjar.lines.length > 0)
        .map((banjar) => (
          <BanjarSheet key={banjar.banjar ?? ''} list={list.data} banjar={banjar} />
        ))}
    </>
  );
}
