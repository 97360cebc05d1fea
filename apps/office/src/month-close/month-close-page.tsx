import { type MonthCloseJob, type MonthCloses, routes } from '@jangkau/contracts';
import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCalendarCheck, IconProgress } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { monthName } from '../members/month-name.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastFailure } from '../ui/toast.ts';
import { CloseHistory } from './close-history.tsx';
import { CloseSteps, changesOf } from './close-steps.tsx';
import styles from './month-close.module.css';
import { monthCloseText } from './month-close-text.ts';
import { UndoClose } from './undo-close.tsx';

const WATCH_MS = 700;

/** The next month, a dry run of its close, the close itself, and those before. */
export function MonthClosePage() {
  const text = useText(monthCloseText);
  const closes = useQuery({
    ...apiQuery('listMonthCloses'),
    refetchInterval: (query) => (query.state.data?.job?.state === 'running' ? WATCH_MS : false),
  });
  if (closes.isPending) return <Loading lines={7} height={24} />;
  if (closes.error) return <ProblemPanel page error={closes.error} onRetry={() => closes.refetch()} />;
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      <Next state={closes.data} />
      {closes.data.job ? <Job job={closes.data.job} /> : null}
      <CloseHistory closes={closes.data.closes} />
      {closes.data.undoable ? <UndoClose month={closes.data.undoable} job={closes.data.job} /> : null}
    </>
  );
}

function Next({ state }: { state: MonthCloses }) {
  const text = useText(monthCloseText);
  const format = useFormat();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const start = useMutation({
    mutationFn: (dryRun: boolean) =>
      call(routes.startMonthClose, { body: { month: state.next, dryRun, undo: false } }),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['listMonthCloses'] });
    },
    onError: (error) => toastFailure(error, language),
  });
  const month = monthName(format, state.next);
  const busy = state.job?.state === 'running';
  const tried =
    state.job?.state === 'done' &&
    state.job.dryRun &&
    state.job.kind === 'close' &&
    state.job.month === state.next
      ? state.job
      : null;
  return (
    <section className={styles.next}>
      <p className={styles.label}>{text.next}</p>
      <p className={styles.month}>{month}</p>
      <p className={styles.why}>{state.canClose ? text.ready : text.notYet}</p>
      <div className={styles.acts}>
        <Button variant="default" disabled={busy || start.isPending} onClick={() => start.mutate(true)}>
          {text.dryRun}
        </Button>
        {state.canClose ? (
          <Button disabled={busy} onClick={() => setAsking(true)}>
            {text.close(month)}
          </Button>
        ) : null}
      </div>
      <p className={styles.why}>{text.dryRunWhy}</p>
      <ConfirmDialog
        opened={asking}
        title={text.ask(month)}
        action={text.close(month)}
        dangerous
        busy={start.isPending}
        error={start.error}
        onConfirm={() => start.mutate(false)}
        onClose={() => setAsking(false)}
      >
        {tried ? text.asking(month, format.integer(changesOf(tried.steps))) : text.askingUnknown(month)}
      </ConfirmDialog>
    </section>
  );
}

/** The latest close or dry run of this server. */
function Job({ job }: { job: MonthCloseJob }) {
  const text = useText(monthCloseText);
  const format = useFormat();
  const month = monthName(format, job.month);
  if (job.state === 'running') {
    const done = format.integer(Math.min(job.steps.length + 1, job.stepsTotal || 1));
    const titles = job.kind === 'undo' ? [text.undoTrying, text.undoRunning] : [text.trying, text.running];
    const title = titles[job.dryRun ? 0 : 1]?.(month, done, format.integer(job.stepsTotal || 1));
    return (
      <Notice title={title} icon={<IconProgress size={20} />}>
        <Progress value={(job.steps.length / (job.stepsTotal || 1)) * 100} aria-label={title} my={8} />
        {text.leave}
      </Notice>
    );
  }
  if (job.state === 'failed')
    return (
      <Notice
        tone="problem"
        title={job.kind === 'undo' ? text.undoFailed : text.failed}
        icon={<IconAlertTriangle size={20} />}
      >
        {job.problem?.message}
      </Notice>
    );
  const titles = job.kind === 'undo' ? [text.undoWould, text.undone] : [text.wouldChange, text.changed];
  return (
    <section className={styles.section}>
      <h2>{titles[job.dryRun ? 0 : 1]?.(month)}</h2>
      {job.already ? (
        <Notice icon={<IconCalendarCheck size={20} />}>{text.already}</Notice>
      ) : (
        <CloseSteps steps={job.steps} />
      )}
    </section>
  );
}
