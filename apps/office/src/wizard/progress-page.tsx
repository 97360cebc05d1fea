import type { Run } from '@jangkau/contracts';
import { Button, Progress } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { isUnderWay } from './apply-run-event.ts';
import { CancelRun } from './cancel-run.tsx';
import styles from './progress.module.css';
import { progressText } from './progress-text.ts';
import { RunEnding } from './run-ending.tsx';
import { StageList } from './stage-list.tsx';
import { useRunProgress } from './use-run-progress.ts';

/** A mapping while it runs, and how it ended. The address holds the run, so a reload loses nothing. */
export function ProgressPage() {
  const { runId } = useParams({ from: '/office/pemetaan/$runId/proses' });
  const text = useText(progressText);
  const format = useFormat();
  const navigate = useNavigate();
  const run = useRunProgress(runId);
  const seenRunning = useRef(false);
  const state = run.data?.state;

  useEffect(() => {
    if (state === 'running' || state === 'queued') seenRunning.current = true;
    if (state !== 'done' || !seenRunning.current) return;
    const timer = setTimeout(
      () => void navigate({ to: '/pemetaan/$runId', params: { runId }, replace: true }),
      1500,
    );
    return () => clearTimeout(timer);
  }, [state, runId, navigate]);

  if (run.isPending) return <Loading lines={8} />;
  if (run.error && !run.data) return <ProblemPanel page error={run.error} onRetry={() => run.refetch()} />;
  return (
    <div className={styles.page}>
      <PageHeader
        kicker={text.asOf(format.date(run.data.asOf))}
        title={text.title(format.integer(run.data.number))}
      />
      {isUnderWay(run.data) ? <UnderWay run={run.data} /> : <RunEnding run={run.data} />}
      <StageList stages={run.data.stages} />
    </div>
  );
}

function UnderWay({ run }: { run: Run }) {
  const text = useText(progressText);
  const format = useFormat();
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const stage = run.stages.find((item) => item.state === 'running');
  const label = stage ? (language === 'id' ? stage.labelId : stage.labelEn) : text.preparing;
  const percent = format.percent(run.progress, 0);
  return (
    <section>
      <Progress.Root size="lg">
        <Progress.Section
          value={run.progress * 100}
          animated={run.state === 'running'}
          aria-label={text.overall}
        />
      </Progress.Root>
      <div className={styles.now}>
        <p aria-live="polite">{run.state === 'queued' ? text.queued : text.now(label, percent)}</p>
        {run.startedAt ? (
          <p className={styles.elapsed}>
            {text.elapsed} <Elapsed since={run.startedAt} />
          </p>
        ) : null}
      </div>
      <div className={styles.actions}>
        <span>{text.leave}</span>
        <Button variant="default" onClick={() => setAsking(true)}>
          {text.cancel}
        </Button>
      </div>
      <CancelRun runId={run.id} opened={asking} onClose={() => setAsking(false)} />
    </section>
  );
}

function Elapsed({ since }: { since: string }) {
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(Math.floor((now - Date.parse(since)) / 1000), 0);
  return <b>{format.seconds(seconds)}</b>;
}
