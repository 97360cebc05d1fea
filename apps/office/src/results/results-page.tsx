import type { Run } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useRun } from '../api/use-run.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { CoverageBar } from '../ui/coverage-bar.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Certainty } from './certainty.tsx';
import { Checks } from './checks.tsx';
import { Downloads } from './downloads.tsx';
import { Funnel } from './funnel.tsx';
import { funnelSteps, headCounts } from './funnel-steps.ts';
import { InactiveKinds } from './inactive-kinds.tsx';
import { KeyFigures } from './key-figures.tsx';
import { MemberCards } from './member-cards.tsx';
import styles from './results.module.css';
import { resultsText } from './results-text.ts';
import { useUncoveredEstimate } from './use-uncovered-estimate.ts';

/** What a mapping found, how sure it is, and proof that its counts agree. */
export function ResultsPage() {
  const { runId } = useParams({ from: '/office/pemetaan/$runId/' });
  const text = useText(resultsText);
  const run = useRun(runId);
  if (run.isPending) return <Loading lines={9} height={24} />;
  if (run.error) return <ProblemPanel page error={run.error} onRetry={() => run.refetch()} />;
  if (run.data.state !== 'done')
    return (
      <EmptyState
        title={text.notDone}
        icon={<IconHourglass size={40} stroke={1.4} aria-hidden />}
        actions={
          <Link to="/pemetaan/$runId/proses" params={{ runId }}>
            {text.watch}
          </Link>
        }
      >
        {text.notDoneWhy}
      </EmptyState>
    );
  return <Results run={run.data} />;
}

function Results({ run }: { run: Run }) {
  const may = useMay();
  const text = useText(resultsText);
  const format = useFormat();
  const summary = useQuery({
    ...apiQuery('getSummary', { params: { id: run.id } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const estimate = useUncoveredEstimate(run);
  const heads = headCounts(run, summary.data);
  const { residents, linked } = heads;
  const expected = estimate?.expected ?? residents - linked;
  return (
    <>
      <PageHeader
        kicker={`${text.kicker(format.integer(run.number), format.date(run.asOf))}${run.village ? `, ${text.villageOnly}` : ''}`}
        title={text.title(format.integer(expected), format.integer(residents))}
        lede={
          estimate?.low !== undefined && estimate.high !== undefined
            ? text.range(format.integer(estimate.low), format.integer(estimate.high))
            : undefined
        }
        actions={
          <>
            <Button component={Link} to={`/pemetaan/${run.id}/cetak`} variant="default">
              {text.print}
            </Button>
            <Button component={Link} to={`/pemetaan/${run.id}/wilayah`}>
              {text.seeAreas}
            </Button>
          </>
        }
      />
      <CoverageBar
        residents={residents}
        linked={linked}
        inactive={run.counts?.inactive ?? 0}
        size="thick"
        legend
      />
      <KeyFigures run={run} expected={expected} />

      <section className={styles.section}>
        <h2>{text.funnel}</h2>
        <p className={styles.lede}>{text.funnelWhy}</p>
        <Funnel steps={funnelSteps(heads, summary.data?.counts)} residents={residents} />
      </section>

      <div className={styles.columns}>
        <section className={styles.section}>
          <h2>{text.inactiveKinds}</h2>
          <InactiveKinds run={run} summary={summary.data} />
        </section>
        <section className={styles.section}>
          <h2>{text.members}</h2>
          <MemberCards run={run} />
        </section>
      </div>

      <section className={styles.section}>
        <h2>{text.sure}</h2>
        <Certainty run={run} summary={summary.data} />
      </section>

      {summary.error ? <ProblemPanel error={summary.error} onRetry={() => summary.refetch()} /> : null}
      {summary.data ? <Checks summary={summary.data} /> : null}
      {may('run-file.read') ? <Downloads runId={run.id} /> : null}
    </>
  );
}
