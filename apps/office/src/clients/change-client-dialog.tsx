import { type ApiClient, ApiScope, routes } from '@jangkau/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { areComplete, ClientFields, type ClientRights, sentRights } from './client-fields.tsx';
import { clientsText } from './clients-text.ts';

interface ChangeClientDialogProps {
  client: ApiClient;
  onChanged: () => void;
  onClose: () => void;
}

/** Changes what a client may do, how often, and for which facility; its secret stays. */
export function ChangeClientDialog({ client, onChanged, onClose }: ChangeClientDialogProps) {
  const text = useText(clientsText);
  const [rights, setRights] = useState<ClientRights>({
    scopes: client.scopes.flatMap((scope) => ApiScope.safeParse(scope).data ?? []),
    limit: String(client.requestsPerMinute),
    facility: client.facility,
    userKey: client.userKey ?? '',
  });
  const change = useMutation({
    mutationFn: () => call(routes.changeApiClient, { params: { id: client.id }, body: sentRights(rights) }),
    onSuccess: onChanged,
  });
  return (
    <FormDialog
      title={text.change}
      action={text.change}
      ready={areComplete(rights)}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <p>{text.changeWhat(client.name)}</p>
      <ClientFields kind={client.kind} value={rights} onChange={setRights} />
    </FormDialog>
  );
}
