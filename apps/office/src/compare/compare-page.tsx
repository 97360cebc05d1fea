import type { Run } from '@jangkau/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './compare.module.css';
import { compareText } from './compare-text.ts';
import { Differences } from './differences.tsx';

/** What changed between two mappings. Without a choice, the two newest ones. */
export function ComparePage() {
  const text = useText(compareText);
  const search = useSearch({ from: '/office/bandingkan' });
  const navigate = useNavigate({ from: '/bandingkan' });
  const runs = useQuery(apiQuery('listRuns', { query: { limit: 100, state: 'done' } }));
  if (runs.isPending) return <Loading lines={8} />;
  if (runs.error) return <ProblemPanel page error={runs.error} onRetry={() => runs.refetch()} />;
  const done = runs.data.items.filter((run) => run.state === 'done');
  if (done.length < 2)
    return (
      <>
        <PageHeader title={text.title} lede={text.lede} />
        <EmptyState
          title={text.needTwo}
          icon={<IconArrowsDiff size={42} stroke={1.3} aria-hidden />}
          actions={<Link to="/petakan">{text.map}</Link>}
        >
          {text.needTwoWhy}
        </EmptyState>
      </>
    );
  const [a, b] = pairOf(done, search.a, search.b);
  const set = (part: { a?: string; b?: string }) =>
    void navigate({ search: (old) => ({ ...old, a, b, ...part }), replace: true });
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      <div className={styles.pickers}>
        <RunPicker label={text.earlier} runs={done} value={a} onChange={(id) => set({ a: id })} />
        <RunPicker label={text.later} runs={done} value={b} onChange={(id) => set({ b: id })} />
        <Button variant="default" onClick={() => set({ a: b, b: a })}>
          {text.swap}
        </Button>
      </div>
      {a === b ? <Notice tone="warning">{text.need}</Notice> : <Differences a={a} b={b} kind={search.kind} />}
    </>
  );
}

interface RunPickerProps {
  label: string;
  runs: Run[];
  value: string;
  onChange: (id: string) => void;
}

function RunPicker({ label, runs, value, onChange }: RunPickerProps) {
  const text = useText(compareText);
  const format = useFormat();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={runs.map((run) => ({
        value: run.id,
        label: text.option(format.integer(run.number), format.date(run.asOf)),
      }))}
    />
  );
}

/** The runs asked for, or the two newest with the older one first. */
function pairOf(done: Run[], a: string | undefined, b: string | undefined): [string, string] {
  const newest = done[0]?.id ?? '';
  const older = done[1]?.id ?? '';
  return [a ?? older, b ?? newest];
}
