import { routes } from '@jangkau/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import { progressText } from './progress-text.ts';

/** Asks, then stops a mapping. */
export function CancelRun(props: { runId: string; opened: boolean; onClose: () => void }) {
  const text = useText(progressText);
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => call(routes.cancelRun, { params: { id: props.runId } }),
    onSuccess: async (run) => {
      client.setQueryData(apiQuery('getRun', { params: { id: props.runId } }).queryKey, run);
      toastDone(text.cancelled);
      props.onClose();
      await client.invalidateQueries({ queryKey: ['listRuns'] });
    },
  });
  return (
    <ConfirmDialog
      opened={props.opened}
      title={text.cancelTitle}
      action={text.cancelNow}
      dangerous
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate()}
      onClose={props.onClose}
    >
      {text.cancelWhat}
    </ConfirmDialog>
  );
}
