import { Button } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { homeText } from './home-text.ts';
import { LatestRun } from './latest-run.tsx';
import { Places } from './places.tsx';
import { RunTable } from './run-table.tsx';

/** The latest mapping at a glance, or the places of a role that sees no mappings. */
export function HomePage() {
  return useMay()('run.read') ? <MappingHome /> : <Places />;
}

/** The latest mapping, what to do next, and every mapping there is. */
function MappingHome() {
  const text = useText(homeText);
  const format = useFormat();
  const runs = useQuery({
    ...apiQuery('listRuns', { query: { limit: 20 } }),
    refetchInterval: (query) =>
      query.state.data?.items.some((run) => run.state === 'running' || run.state === 'queued') ? 3000 : false,
  });

  if (runs.isPending) return <Loading lines={7} height={24} />;
  if (runs.error) return <ProblemPanel page error={runs.error} onRetry={() => runs.refetch()} />;
  const { items } = runs.data;
  if (items.length === 0) return <NothingYet />;

  const latest = items.find((run) => run.state === 'done');
  const active = items.find((run) => run.state === 'running' || run.state === 'queued');
  return (
    <>
      {latest ? <LatestRun run={latest} /> : <PageHeader title={text.title} actions={<NewRun />} />}
      {active ? (
        <Notice title={text.running(format.integer(active.number), format.percent(active.progress, 0))}>
          <Link to="/pemetaan/$runId/proses" params={{ runId: active.id }}>
            {text.watch}
          </Link>
        </Notice>
      ) : null}
      <RunTable first={runs.data} />
    </>
  );
}

function NewRun() {
  const text = useText(homeText);
  const may = useMay();
  if (!may('run.manage')) return null;
  return (
    <Button component={Link} to="/petakan">
      {text.newRun}
    </Button>
  );
}

function NothingYet() {
  const text = useText(homeText);
  const may = useMay();
  const demo = useQuery({ ...apiQuery('getDemoFiles'), enabled: may('upload.manage') });
  return (
    <>
      <PageHeader title={text.title} />
      <EmptyState
        title={text.emptyTitle}
        icon={<IconMapSearch size={44} stroke={1.3} aria-hidden />}
        actions={
          <>
            <NewRun />{' '}
            {demo.data?.residents && demo.data.members ? (
              <Link
                to="/petakan"
                search={{
                  step: 'kolom',
                  penduduk: [demo.data.residents.id],
                  peserta: [demo.data.members.id],
                }}
              >
                {text.tryDemo}
              </Link>
            ) : null}
          </>
        }
      >
        {text.emptyWhy}
      </EmptyState>
    </>
  );
}
