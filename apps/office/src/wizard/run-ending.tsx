import { type Run, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useLanguage, useText } from '../text/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { toastFailure } from '../ui/toast.ts';
import styles from './progress.module.css';
import { progressText } from './progress-text.ts';

/** How a mapping ended and what can be done now. */
export function RunEnding({ run }: { run: Run }) {
  const text = useText(progressText);
  if (run.state === 'done')
    return (
      <Notice tone="good" title={text.doneTitle} icon={<IconCircleCheck size={22} />}>
        <p aria-live="polite">{text.doneWords}</p>
        <div className={styles.endActions}>
          <Button component={Link} to={`/pemetaan/${run.id}`}>
            {text.openResults}
          </Button>
        </div>
      </Notice>
    );
  if (run.state === 'failed')
    return (
      <Notice tone="problem" title={text.failedTitle} icon={<IconAlertTriangle size={22} />}>
        <div role="alert">
          {run.error ? <p className={styles.cause}>{run.error.message}</p> : null}
          <p>{text.failedWhat}</p>
          <p>{text.failedDo}</p>
        </div>
        <Again run={run} />
      </Notice>
    );
  const cancelled = run.state === 'cancelled';
  return (
    <Notice
      tone="warning"
      title={cancelled ? text.cancelledTitle : text.interruptedTitle}
      icon={<IconPlayerPause size={22} />}
    >
      <p>{cancelled ? text.cancelledWhat : text.interruptedWhat}</p>
      <Again run={run} />
    </Notice>
  );
}

function Again({ run }: { run: Run }) {
  const text = useText(progressText);
  const { language } = useLanguage();
  const client = useQueryClient();
  const resume = useMutation({
    mutationFn: () => call(routes.resumeRun, { params: { id: run.id } }),
    onSuccess: (next) => client.setQueryData(apiQuery('getRun', { params: { id: run.id } }).queryKey, next),
    onError: (error) => toastFailure(error, language),
  });
  return (
    <div className={styles.endActions}>
      <Button loading={resume.isPending} onClick={() => resume.mutate()}>
        {text.resume}
      </Button>
      <Button component={Link} to="/petakan" variant="default">
        {text.newFiles}
      </Button>
    </div>
  );
}
