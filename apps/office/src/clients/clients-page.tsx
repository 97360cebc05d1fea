import { type ApiClient, ApiScope, type IssuedSecret, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { SecretOnce } from '../ui/secret-once.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { toastDone } from '../ui/toast.ts';
import { ChangeClientDialog } from './change-client-dialog.tsx';
import styles from './clients.module.css';
import { clientsText } from './clients-text.ts';
import { NewClientDialog } from './new-client-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';

/** Programs that may call the API, and their secrets. */
export function ClientsPage() {
  const text = useText(clientsText);
  const queries = useQueryClient();
  const clients = useQuery(apiQuery('listApiClients'));
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<ApiClient | null>(null);
  const [rotating, setRotating] = useState<ApiClient | null>(null);
  const [revoking, setRevoking] = useState<ApiClient | null>(null);
  const [issued, setIssued] = useState<IssuedSecret | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['listApiClients'] });
  const revoke = useMutation({
    mutationFn: (id: string) => call(routes.revokeApiClient, { params: { id } }),
    onSuccess: async () => {
      setRevoking(null);
      toastDone(text.wasRevoked);
      await refresh();
    },
  });
  const onChanged = async () => {
    setChanging(null);
    toastDone(text.wasChanged);
    await refresh();
  };
  const onIssued = (secret: IssuedSecret) => {
    setAdding(false);
    setRotating(null);
    setIssued(secret);
    void refresh();
  };
  const items = clients.data?.items;

  return (
    <>
      <PageHeader
        title={text.title}
        lede={text.lede}
        actions={<Button onClick={() => setAdding(true)}>{text.add}</Button>}
      />
      {clients.isPending ? <Loading /> : null}
      {clients.error ? <ProblemPanel error={clients.error} onRetry={() => clients.refetch()} /> : null}
      {items?.length === 0 ? (
        <EmptyState title={text.none} icon={<IconKey size={28} stroke={1.5} aria-hidden />}>
          {text.noneWhat}
        </EmptyState>
      ) : null}
      {items && items.length > 0 ? (
        <ul className={styles.list}>
          {items.map((client) => (
            <ClientItem
              key={client.id}
              client={client}
              onChange={() => setChanging(client)}
              onRotate={() => setRotating(client)}
              onRevoke={() => setRevoking(client)}
            />
          ))}
        </ul>
      ) : null}
      <NewClientDialog opened={adding} onIssued={onIssued} onClose={() => setAdding(false)} />
      {changing ? (
        <ChangeClientDialog client={changing} onChanged={onChanged} onClose={() => setChanging(null)} />
      ) : null}
      <RotateDialog client={rotating} onIssued={onIssued} onClose={() => setRotating(null)} />
      <ConfirmDialog
        opened={revoking !== null}
        title={text.revoke}
        action={text.revoke}
        dangerous
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoking && revoke.mutate(revoking.id)}
        onClose={() => {
          setRevoking(null);
          revoke.reset();
        }}
      >
        {revoking ? text.revokeWhat(revoking.name) : null}
      </ConfirmDialog>
      <SecretOnce secret={issued?.secret} title={text.secretTitle} onClose={() => setIssued(null)}>
        <p>
          {issued?.client.kind === 'hmac'
            ? text.signFor(issued.client.name, issued.client.id)
            : text.keyFor(issued?.client.name ?? '')}
        </p>
      </SecretOnce>
    </>
  );
}

interface ClientItemProps {
  client: ApiClient;
  onChange: () => void;
  onRotate: () => void;
  onRevoke: () => void;
}

function ClientItem({ client, onChange, onRotate, onRevoke }: ClientItemProps) {
  const text = useText(clientsText);
  const format = useFormat();
  const scopes = client.scopes.map((scope) => {
    const known = ApiScope.safeParse(scope);
    return known.success ? text.scopeNames[known.data] : scope;
  });
  const acts: [string, () => void][] = [
    [text.change, onChange],
    [text.rotate, onRotate],
    [text.revoke, onRevoke],
  ];
  return (
    <li className={styles.client}>
      <div className={styles.head}>
        <h2>
          {client.name}{' '}
          {client.revokedAt ? (
            <StateBadge>{text.revoked}</StateBadge>
          ) : (
            <StateBadge tone="good">{text.inUse}</StateBadge>
          )}
        </h2>
        {client.revokedAt ? null : (
          <div className={styles.actions}>
            {acts.map(([label, act]) => (
              <Button
                key={label}
                size="xs"
                variant="default"
                onClick={act}
                aria-label={`${label}: ${client.name}`}
              >
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
      <p className={styles.facts}>
        <span>
          {text.id}: {client.id}
        </span>
        <span>{text.kinds[client.kind]}</span>
        <span>{scopes.join(', ')}</span>
        <span>{text.perMinute(format.integer(client.requestsPerMinute))}</span>
        {client.facility ? (
          <span>{`${text.facility}: ${client.facilityName ?? ''} (${client.facility})`}</span>
        ) : null}
        {client.userKey ? (
          <span>
            user_key: <code>{client.userKey}</code>
          </span>
        ) : null}
      </p>
      <ul className={styles.secrets} aria-label={text.credentials}>
        {client.credentials.map((credential) => (
          <li key={credential.id}>
            <code className={credential.holds ? undefined : styles.over}>{credential.prefix}…</code>{' '}
            {[
              text.created(format.dateTime(credential.createdAt)),
              credential.lastUsedAt ? text.used(format.dateTime(credential.lastUsedAt)) : text.unused,
              credential.holds
                ? credential.expiresAt && text.until(format.dateTime(credential.expiresAt))
                : text.over,
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </li>
  );
}
