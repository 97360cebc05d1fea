import { type ApiClient, ApiScope, routes } from '@jangkau/contracts';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { uiText } from '../ui/ui-text.ts';
import { areComplete, ClientFields, type ClientRights, sentRights } from './client-fields.tsx';
import styles from './clients.module.css';
import { clientsText } from './clients-text.ts';

interface ChangeClientDialogProps {
  client: ApiClient | null;
  onChanged: () => void;
  onClose: () => void;
}

/** Changes what a client may do, how often, and for which facility; its secret stays. */
export function ChangeClientDialog({ client, onChanged, onClose }: ChangeClientDialogProps) {
  const text = useText(clientsText);
  const ui = useText(uiText);
  return (
    <Modal
      opened={client !== null}
      onClose={onClose}
      title={text.change}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      {client ? <ChangeForm key={client.id} client={client} onChanged={onChanged} /> : null}
    </Modal>
  );
}

function ChangeForm({ client, onChanged }: { client: ApiClient; onChanged: () => void }) {
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

  function submit(event: FormEvent) {
    event.preventDefault();
    if (areComplete(rights)) change.mutate();
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      <p>{text.changeWhat(client.name)}</p>
      <ClientFields kind={client.kind} value={rights} onChange={setRights} />
      {change.error ? <ProblemPanel error={change.error} /> : null}
      <Button type="submit" disabled={!areComplete(rights)} loading={change.isPending}>
        {text.change}
      </Button>
    </form>
  );
}
