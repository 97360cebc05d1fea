import { routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { toastDone, toastFailure } from '../ui/toast.ts';
import { pesiarText } from './pesiar-text.ts';

/** Opens cases of everyone the latest finished mapping found without working cover; those open already stay as they are. */
export function OpenCases() {
  const may = useMay();
  return may('case.open') && may('run.read') ? <OpenButton /> : null;
}

function OpenButton() {
  const text = useText(pesiarText);
  const format = useFormat();
  const { language } = useLanguage();
  const client = useQueryClient();
  const runs = useQuery(apiQuery('listRuns'));
  const run = runs.data?.items.find(({ state }) => state === 'done');
  const open = useMutation({
    mutationFn: (runId: string) => call(routes.openCases, { body: { runId } }),
    onSuccess: async ({ total }) => {
      toastDone(text.opened(format.integer(total)));
      await client.invalidateQueries({ queryKey: ['getFunnel'] });
    },
    onError: (error) => toastFailure(error, language),
  });
  if (!run) return null;
  return (
    <Button variant="default" loading={open.isPending} onClick={() => open.mutate(run.id)}>
      {text.openCases}
    </Button>
  );
}
