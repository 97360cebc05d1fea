import { type ApiClientKind, ApiScope, type IssuedSecret, routes } from '@jangkau/contracts';
import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { uiText } from '../ui/ui-text.ts';
import styles from './clients.module.css';
import { clientsText } from './clients-text.ts';

interface NewClientDialogProps {
  opened: boolean;
  onIssued: (issued: IssuedSecret) => void;
  onClose: () => void;
}

const KINDS: readonly ApiClientKind[] = ['api-key', 'hmac'];

/** Adds an API client. */
export function NewClientDialog({ opened, onIssued, onClose }: NewClientDialogProps) {
  const text = useText(clientsText);
  const ui = useText(uiText);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ApiClientKind>('api-key');
  const [scopes, setScopes] = useState<string[]>(['eligibility.read']);
  const [limit, setLimit] = useState('600');
  const create = useMutation({
    mutationFn: () =>
      call(routes.createApiClient, {
        body: { name: name.trim(), kind, scopes: scopes as ApiScope[], requestsPerMinute: Number(limit) },
      }),
    onSuccess: (issued) => {
      setName('');
      onIssued(issued);
      create.reset();
    },
  });
  const ready = name.trim().length >= 2 && scopes.length > 0 && Number(limit) >= 1;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready) create.mutate();
  }

  return (
    <Modal opened={opened} onClose={onClose} title={text.add} closeButtonProps={{ 'aria-label': ui.close }}>
      <form onSubmit={submit} className={styles.form}>
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
        <Checkbox.Group label={text.scopes} value={scopes} onChange={setScopes}>
          <div className={styles.checks}>
            {ApiScope.options.map((scope) => (
              <Checkbox key={scope} value={scope} label={text.scopeNames[scope]} />
            ))}
          </div>
        </Checkbox.Group>
        <TextInput
          label={text.limit}
          value={limit}
          inputMode="numeric"
          maxLength={7}
          onChange={(event) => setLimit(event.currentTarget.value.replaceAll(/\D/g, ''))}
        />
        {create.error ? <ProblemPanel error={create.error} /> : null}
        <Button type="submit" disabled={!ready} loading={create.isPending}>
          {text.create}
        </Button>
      </form>
    </Modal>
  );
}
