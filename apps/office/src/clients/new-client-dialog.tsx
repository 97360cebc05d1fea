import { type ApiClientKind, type IssuedSecret, routes } from '@jangkau/contracts';
import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { areComplete, ClientFields, type ClientRights, sentRights } from './client-fields.tsx';
import { clientsText } from './clients-text.ts';

interface NewClientDialogProps {
  opened: boolean;
  onIssued: (issued: IssuedSecret) => void;
  onClose: () => void;
}

const NOTHING_SAID: ClientRights = {
  scopes: ['eligibility.read'],
  limit: '600',
  facility: null,
  userKey: '',
};
const KINDS: readonly ApiClientKind[] = ['api-key', 'hmac'];

/** Adds an API client. */
export function NewClientDialog({ opened, onIssued, onClose }: NewClientDialogProps) {
  const text = useText(clientsText);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ApiClientKind>('api-key');
  const [rights, setRights] = useState(NOTHING_SAID);
  const create = useMutation({
    mutationFn: () => {
      const { facility, userKey, ...body } = sentRights(rights);
      return call(routes.createApiClient, {
        body: {
          name: name.trim(),
          kind,
          ...body,
          ...(facility !== null && { facility }),
          ...(userKey !== null && kind === 'hmac' && { userKey }),
        },
      });
    },
    onSuccess: (issued) => {
      setName('');
      setRights(NOTHING_SAID);
      onIssued(issued);
      create.reset();
    },
  });
  const ready = name.trim().length >= 2 && areComplete(rights);

  return (
    <FormDialog
      opened={opened}
      title={text.add}
      action={text.create}
      ready={ready}
      busy={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={text.name}
        description={text.nameHint}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Select
        label={text.kind}
        description={text.kindHints[kind]}
        data={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        value={kind}
        onChange={(value) => setKind((value ?? 'api-key') as ApiClientKind)}
        allowDeselect={false}
      />
      <ClientFields kind={kind} value={rights} onChange={setRights} />
    </FormDialog>
  );
}
