import { routes } from '@jangkau/contracts';
import { type CasePhase, casePhases, type OpenReason, openReasons, outcomeNames } from '@jangkau/pesiar';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Listed, More } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

const PAGE = 50;

/** Cases by place, phase, reason, agent and name; chosen ones are given to an agent. */
export function CasesPage() {
  const text = useText(pesiarText);
  const format = useFormat();
  const { language } = useLanguage();
  const may = useMay();
  const search = useSearch({ from: '/office/pesiar/kasus' });
  const navigate = useNavigate({ from: '/pesiar/kasus' });
  const [name, setName] = useState('');
  const [q] = useDebouncedValue(name.trim(), 250);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const agents = useQuery({ ...apiQuery('listAgents'), enabled: may('case.assign') });
  const query = { ...search, q: q || undefined, limit: PAGE };
  const list = useInfiniteQuery({
    queryKey: ['listCases', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.listCases, { query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filter = (part: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...part }, replace: true });
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <PageHeader title={text.cases} lede={text.casesLede} />
      <div className={styles.area}>
        <AreaPicker
          label={text.area}
          value={search.area ?? null}
          placeholder={text.wholeArea}
          levels={['regency', 'district', 'village']}
          onChange={(code) => filter({ area: code ?? undefined, banjar: undefined })}
        />
        <TextInput
          label={text.search}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={text.phase}
          clearable
          placeholder={text.any}
          value={search.phase ?? null}
          data={casePhases.map((value) => ({ value, label: text.phases[value] }))}
          onChange={(value) => filter({ phase: (value as CasePhase | null) ?? undefined })}
        />
        <Select
          label={text.reason}
          clearable
          placeholder={text.any}
          value={search.reason ?? null}
          data={openReasons.map((value) => ({ value, label: text.reasons[value] }))}
          onChange={(value) => filter({ reason: (value as OpenReason | null) ?? undefined })}
        />
        {agents.data ? (
          <Select
            label={text.agent}
            clearable
            searchable
            placeholder={text.any}
            value={search.agent ?? null}
            data={agents.data.items.map(({ agent, name: label }) => ({ value: agent, label }))}
            onChange={(value) => filter({ agent: value ?? undefined })}
          />
        ) : null}
      </div>
      {search.banjar ? <p className={styles.why}>Banjar {search.banjar}</p> : null}
      <Listed
        query={list}
        items={list.data ? items : undefined}
        lines={10}
        empty={{ title: text.nothingFound }}
      >
        {() => (
          <>
            <DataTable
              label={text.cases}
              rows={items}
              keyOf={({ caseId }) => caseId}
              choosing={
                may('case.assign')
                  ? {
                      label: (item) => text.choose(item.name),
                      isChosen: ({ caseId }) => chosen.has(caseId),
                      mayChoose: ({ bucket }) => bucket === null,
                      onChoose: ({ caseId }, on) => choose(caseId, on),
                    }
                  : undefined
              }
              columns={[
                {
                  header: text.name,
                  role: 'title',
                  cell: (item) => (
                    <span className={styles.person}>
                      <Link to="/pesiar/kasus/$caseId" params={{ caseId: item.caseId }}>
                        {item.name}
                      </Link>
                      <small className={styles.small}>
                        {[item.banjar, item.address].filter(Boolean).join(', ')}
                      </small>
                    </span>
                  ),
                },
                { header: text.reason, cell: ({ reason }) => text.reasons[reason] },
                {
                  header: text.state,
                  cell: (item) => (
                    <span>
                      {item.bucket ? outcomeNames[item.bucket][language] : text.phases[item.phase]}
                      {item.exitStatus ? (
                        <small className={styles.small}>
                          {text.statuses[item.exitStatus as keyof typeof text.statuses] ?? item.exitStatus}
                        </small>
                      ) : null}
                    </span>
                  ),
                },
                { header: text.agent, cell: ({ agent }) => agent ?? '–' },
                { header: text.due, cell: ({ dueOn }) => (dueOn ? format.shortDate(dueOn) : '–') },
              ]}
            />
            <More query={list} label={text.more} end={text.end} />
          </>
        )}
      </Listed>
      {chosen.size > 0 ? (
        <div className={styles.acts}>
          <span aria-live="polite">{text.chosen(format.integer(chosen.size))}</span>
          <Button onClick={() => setAssigning(true)}>{text.assign}</Button>
        </div>
      ) : null}
      {assigning ? (
        <AssignDialog
          cases={[...chosen]}
          onDone={() => {
            setChosen(new Set());
            setAssigning(false);
          }}
          onClose={() => setAssigning(false)}
        />
      ) : null}
    </>
  );
}
