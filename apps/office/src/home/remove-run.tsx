import { type Run, routes } from '@jangkau/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import { homeText } from './home-text.ts';

/** Deletes a mapping after saying how many people's data go with it. */
export function RemoveRun({ run, onClose }: { run: Run | null; onClose: () => void }) {
  const text = useText(homeText);
  const format = useFormat();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => call(routes.deleteRun, { params: { id }, query: { confirm: true } }),
    onSuccess: async () => {
      if (run) toastDone(text.removed(format.integer(run.number)));
      onClose();
      await client.invalidateQueries({ queryKey: ['listRuns'] });
    },
  });
  return (
    <ConfirmDialog
      opened={run !== null}
      title={run ? text.removeTitle(format.integer(run.number)) : ''}
      action={text.removeNow}
      dangerous
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => run && remove.mutate(run.id)}
      onClose={() => {
        remove.reset();
        onClose();
      }}
    >
      {run?.counts ? text.removeWhat(format.integer(run.counts.residents)) : text.removeWhatEmpty}
    </ConfirmDialog>
  );
}
