import { type Desk, type FormStatus, routes } from '@jangkau/contracts';
import { exitNames } from '@jangkau/pesiar';
import { Button } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Listed, More } from '../ui/listed.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Segments } from '../ui/segments.tsx';
import { toastFailure } from '../ui/toast.ts';
import { DecideForms } from './decide-forms.tsx';
import { FormState } from './form-state.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';
import { QuotaPanel } from './quota-panel.tsx';
import { useSettled } from './use-settled.ts';

type DeskName = z.output<typeof Desk>;
type Form = z.output<(typeof routes)['listForms']['response']>['items'][number];
type Status = z.output<typeof FormStatus>;
const PAGE = 100;
const statuses: readonly Status[] = ['waiting', 'approved', 'refused', 'lapsed', 'active'];

/** Forms of registration at the desk of whoever is signed in, and the decisions about them. */
export function DeskPage() {
  const text = useText(pesiarText);
  const may = useMay();
  const search = useSearch({ from: '/office/pesiar/meja' });
  const navigate = useNavigate({ from: '/pesiar/meja' });
  const own: DeskName[] = [];
  if (may('desk.social')) own.push('dinas-sosial');
  if (may('desk.employer')) own.push('employer');
  if (may('desk.officer')) own.push('officer');
  const open: DeskName[] = may('desk.read') ? ['dinas-sosial', 'employer', 'officer'] : own;
  const desk = search.desk && open.includes(search.desk) ? search.desk : (own[0] ?? open[0]);
  const status = search.status ?? 'waiting';
  if (!desk) return <EmptyState title={text.noForms} />;
  return (
    <>
      <PageHeader title={text.desk} lede={text.deskLede} />
      <div className={styles.tools}>
        {open.length > 1 ? (
          <Segments
            label={text.whichDesk}
            value={desk}
            options={open.map((value) => ({ value, label: text.desks[value] }))}
            onChange={(next) => void navigate({ search: { ...search, desk: next }, replace: true })}
          />
        ) : null}
        <Segments
          label={text.status}
          value={status}
          options={statuses.map((value) => ({ value, label: text.statuses[value] }))}
          onChange={(next) => void navigate({ search: { ...search, status: next }, replace: true })}
        />
      </div>
      {desk === 'dinas-sosial' && may('quota.manage') ? <QuotaPanel /> : null}
      <Forms key={`${desk} ${status}`} desk={desk} status={status} decides={own.includes(desk)} />
    </>
  );
}

function Forms({ desk, status, decides }: { desk: DeskName; status: Status; decides: boolean }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const { language } = useLanguage();
  const may = useMay();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // A business sees its own workers, all at once, and nobody else's desk.
  const all = useInfiniteQuery({
    queryKey: ['listForms', desk, status],
    enabled: may('desk.read'),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.listForms, { query: { desk, status, after: pageParam, limit: PAGE }, signal }),
    getNextPageParam: (page) => (page.items.length === PAGE ? page.items.at(-1)?.form : undefined),
  });
  const workers = useQuery({
    ...apiQuery('listOwnWorkers', { query: { status } }),
    enabled: !may('desk.read'),
  });
  const forms = may('desk.read') ? all : workers;
  const found = may('desk.read') ? all.data?.pages.flatMap((page) => page.items) : workers.data?.items;
  const settled = useSettled(() => setChosen([]));
  const verify = useMutation({
    mutationFn: (form: string) => call(routes.approveForm, { params: { form }, body: {} }),
    onSuccess: () => settled(text.verified),
    onError: (error) => toastFailure(error, language),
  });
  const acts = decides && status === 'waiting';
  const choose = (form: string, on: boolean) =>
    setChosen(on ? [...chosen, form] : chosen.filter((one) => one !== form));
  const verifying: Column<Form> = {
    header: text.verify,
    role: 'acts',
    cell: ({ form }) => (
      <Button
        size="xs"
        variant="default"
        loading={verify.isPending && verify.variables === form}
        onClick={() => verify.mutate(form)}
      >
        {text.verify}
      </Button>
    ),
  };
  return (
    <>
      <Listed
        query={forms}
        items={found}
        lines={6}
        empty={{
          title: text.noForms,
          why: text.noFormsWhy,
          icon: <IconInbox size={40} stroke={1.3} aria-hidden />,
        }}
      >
        {(items) => (
          <DataTable
            label={text.desk}
            rows={items}
            keyOf={({ form }) => form}
            choosing={
              acts
                ? {
                    label: (item) => text.choose(item.name),
                    isChosen: ({ form }) => chosen.includes(form),
                    onChoose: ({ form }, on) => choose(form, on),
                  }
                : undefined
            }
            columns={[
              {
                header: text.name,
                role: 'title',
                cell: (item) => (
                  <span className={styles.person}>
                    {may('desk.read') ? (
                      <Link to="/pesiar/meja/$form" params={{ form: item.form }}>
                        {item.name}
                      </Link>
                    ) : (
                      item.name
                    )}
                    <small className={styles.small}>
                      {[item.banjar, item.people > 1 ? `${format.integer(item.people)} ${text.people}` : null]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </span>
                ),
              },
              {
                header: text.form,
                cell: (item) => (
                  <span>
                    {exitNames[item.exit][language]}
                    {item.employerName ? <small className={styles.small}>{item.employerName}</small> : null}
                  </span>
                ),
              },
              {
                header: text.handedIn,
                cell: (item) => (
                  <span>
                    {format.shortDate(item.handedInAt.slice(0, 10))}
                    <small className={styles.small}>{item.handedInBy}</small>
                  </span>
                ),
              },
              { header: text.state, cell: (item) => <FormState form={item} /> },
              ...(acts && desk === 'officer' ? [verifying] : []),
            ]}
          />
        )}
      </Listed>
      <More query={all} label={text.more} />
      {acts && chosen.length > 0 ? (
        <div className={styles.acts}>
          <span aria-live="polite">{text.chosen(format.integer(chosen.length))}</span>
          <DecideForms desk={desk} forms={chosen} onSettled={() => setChosen([])} />
        </div>
      ) : null}
    </>
  );
}
