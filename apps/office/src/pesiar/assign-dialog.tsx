import { routes } from '@jangkau/contracts';
import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import { pesiarText } from './pesiar-text.ts';

interface AssignDialogProps {
  cases: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

/** Gives cases to an agent, whose load is shown, to be done by a day. */
export function AssignDialog({ cases, onDone, onClose }: AssignDialogProps) {
  const text = useText(pesiarText);
  const format = useFormat();
  const client = useQueryClient();
  const agents = useQuery(apiQuery('listAgents'));
  const [agent, setAgent] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState('');
  const assign = useMutation({
    mutationFn: (to: string) =>
      call(routes.assignCases, { body: { agent: to, dueOn: dueOn || null, cases: [...cases] } }),
    onSuccess: async ({ assigned, recalled }) => {
      toastDone(text.assignDone(format.integer(assigned), format.integer(recalled)));
      await Promise.all(
        ['listCases', 'listAgents', 'getFunnel', 'getCase'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
      onDone();
    },
  });
  return (
    <FormDialog
      title={text.assignTitle(format.integer(cases.length))}
      action={text.assign}
      ready={agent !== null}
      busy={assign.isPending}
      error={assign.error}
      onSubmit={() => agent && assign.mutate(agent)}
      onClose={onClose}
    >
      <p>{text.assignWhy}</p>
      <Select
        label={text.agent}
        required
        searchable
        value={agent}
        data={(agents.data?.items ?? []).map((one) => ({
          value: one.agent,
          label: `${one.name} (${text.inHand(format.integer(one.inHand), format.integer(one.overdue))})`,
        }))}
        onChange={setAgent}
      />
      <TextInput
        type="date"
        label={text.due}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
