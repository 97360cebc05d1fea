import { type BackupState, backupRoutes } from '@jangkau/contracts';
import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconDatabaseExport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { useSession } from '../api/use-session.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone, toastFailure } from '../ui/toast.ts';
import { BackupTable } from './backup-table.tsx';
import styles from './backups.module.css';
import { backupsText } from './backups-text.ts';
import { useBackups } from './use-backups.ts';

/** Age of the last good backup, making one now, and what became of earlier ones. */
export function BackupsPage() {
  const text = useText(backupsText);
  const backups = useBackups();
  if (backups.isPending) return <Loading lines={7} height={24} />;
  if (backups.error) return <ProblemPanel page error={backups.error} onRetry={() => backups.refetch()} />;
  const state = backups.data;
  return (
    <>
      <PageHeader
        title={text.title}
        lede={text.lede}
        actions={<BackUpNow running={state.running !== null} />}
      />
      <Standing state={state} />
      <div className={styles.figures}>
        <BackupFigures state={state} />
      </div>
      <section className={styles.history}>
        <h2>{text.history}</h2>
        {state.items.length === 0 ? (
          <EmptyState title={text.empty} icon={<IconDatabaseExport size={40} stroke={1.3} aria-hidden />}>
            {text.emptyWhy}
          </EmptyState>
        ) : (
          <BackupTable items={state.items} />
        )}
      </section>
    </>
  );
}

function BackUpNow({ running }: { running: boolean }) {
  const text = useText(backupsText);
  const { language } = useLanguage();
  const client = useQueryClient();
  const allowed = useSession()?.actions.includes('backup.run') ?? false;
  const start = useMutation({
    mutationFn: () => call(backupRoutes.startBackup),
    onSuccess: async () => {
      toastDone(text.begun);
      await client.invalidateQueries({ queryKey: ['getBackups'] });
    },
    onError: (error) => toastFailure(error, language),
  });
  if (!allowed) return null;
  return (
    <Button onClick={() => start.mutate()} loading={start.isPending} disabled={running}>
      {text.now}
    </Button>
  );
}

/** What is being made now, or what is wrong. */
function Standing({ state }: { state: BackupState }) {
  const text = useText(backupsText);
  const format = useFormat();
  const allowed = useSession()?.actions.includes('backup.run') ?? false;
  const { running } = state;
  if (running) {
    const title = text.runningTitle(text.steps[running.step], format.percent(running.fraction, 0));
    return (
      <Notice title={title} icon={<IconDatabaseExport size={20} />}>
        <Progress value={running.fraction * 100} aria-label={title} my={8} />
        {text.runningWhy}
      </Notice>
    );
  }
  if (!state.stale) return null;
  return (
    <Notice
      tone="warning"
      icon={<IconAlertTriangle size={20} />}
      title={state.lastGood ? text.staleTitle : text.noneTitle}
    >
      {state.lastGood ? text.staleWhy('36') : text.noneWhy} {allowed ? text.makeOne : text.askAdmin}
    </Notice>
  );
}

function BackupFigures({ state }: { state: BackupState }) {
  const text = useText(backupsText);
  const format = useFormat();
  const { lastGood, ageHours, keep } = state;
  const age = (hours: number) => {
    if (hours < 1) return text.ageMinutes;
    return hours < 48 ? text.ageHours(format.integer(hours)) : text.ageDays(format.integer(hours / 24));
  };
  return (
    <Figures>
      <Figure
        label={text.last}
        value={ageHours === null ? text.never : age(ageHours)}
        note={lastGood ? format.dateTime(lastGood) : undefined}
        tone={state.stale ? 'inactive' : 'covered'}
      />
      <Figure
        label={text.next}
        value={state.next ? format.dateTime(state.next) : text.noSchedule}
        note={state.scheduled ? undefined : text.noScheduleNote}
      />
      <Figure
        label={text.encryption}
        value={state.encrypted ? text.encrypted : text.plain}
        note={state.encrypted ? undefined : text.plainNote}
      />
      <Figure
        label={text.keep}
        value={text.keepValue(
          format.integer(keep.daily),
          format.integer(keep.weekly),
          format.integer(keep.monthly),
        )}
        note={text.keepNote}
      />
    </Figures>
  );
}
