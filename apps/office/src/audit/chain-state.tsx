import { auditRoutes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { auditText } from './audit-text.ts';

/** Whether the audit is what was written: the head of its chain, and verifying it now. */
export function ChainState({ head }: { head: string | null }) {
  const text = useText(auditText);
  const format = useFormat();
  const verify = useMutation({ mutationFn: () => call(auditRoutes.verifyAudit) });
  const report = verify.data;
  const place = (broken: { day: string | null; seq: number | null; entryId: string | null }) =>
    broken.day ? `${broken.day}/${broken.seq ?? ''}` : (broken.entryId ?? '');
  return (
    <>
      <Notice title={text.chain} tone={report ? (report.broken ? 'problem' : 'good') : 'plain'}>
        <p>
          {report
            ? report.broken
              ? text.broken(text.faults[report.broken.fault], place(report.broken))
              : text.whole
            : text.notChecked}
        </p>
        {report ? (
          <p>
            {text.checked(format.dateTime(report.checkedAt))}.{' '}
            {text.counts(
              format.integer(report.entries),
              format.integer(report.links),
              format.integer(report.days),
              format.integer(report.waiting),
            )}
          </p>
        ) : null}
        {head ? <p>{text.head(head)}</p> : null}
        <Button size="xs" mt={10} loading={verify.isPending} onClick={() => verify.mutate()}>
          {text.verify}
        </Button>
      </Notice>
      {verify.error ? <ProblemPanel error={verify.error} onRetry={() => verify.mutate()} /> : null}
    </>
  );
}
