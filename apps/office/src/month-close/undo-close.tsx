import { type MonthCloseJob, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { monthName } from '../members/month-name.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toastFailure } from '../ui/toast.ts';
import styles from './month-close.module.css';
import { monthCloseText } from './month-close-text.ts';

/** Takes the last close back, after a dry run or not, never without asking. */
export function UndoClose({ month, job }: { month: string; job: MonthCloseJob | null }) {
  const text = useText(monthCloseText);
  const format = useFormat();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const start = useMutation({
    mutationFn: (dryRun: boolean) => call(routes.startMonthClose, { body: { month, dryRun, undo: true } }),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['listMonthCloses'] });
      window.scrollTo({ top: 0 });
    },
    onError: (error) => toastFailure(error, language),
  });
  const name = monthName(format, month);
  const busy = job?.state === 'running' || start.isPending;
  return (
    <section className={styles.section}>
      <h2>{text.undoTitle}</h2>
      <p className={styles.why}>{text.undoWhy(name)}</p>
      <div className={styles.acts}>
        <Button variant="default" disabled={busy} onClick={() => start.mutate(true)}>
          {text.undoTry}
        </Button>
        <Button variant="default" color="red" disabled={busy} onClick={() => setAsking(true)}>
          {text.undo(name)}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={text.undo(name)}
        action={text.undo(name)}
        dangerous
        busy={start.isPending}
        error={start.error}
        onConfirm={() => start.mutate(false)}
        onClose={() => setAsking(false)}
      >
        {text.undoAsking(name)}
      </ConfirmDialog>
    </section>
  );
}
