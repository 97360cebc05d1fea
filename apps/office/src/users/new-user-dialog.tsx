import { routes } from '@jangkau/contracts';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { SecretOnce } from '../ui/secret-once.tsx';
import { emptyRole, RoleFields, roleOf } from './role-fields.tsx';
import styles from './users.module.css';
import { usersText } from './users-text.ts';

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,49}$/;

/** Adds a user with a first role, and shows the first password once. */
export function NewUserDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const text = useText(usersText);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState(emptyRole);
  const chosen = roleOf(role);
  const create = useMutation({
    mutationFn: () =>
      call(routes.createUser, {
        body: { username: username.trim(), name: name.trim(), roles: chosen ? [chosen] : [] },
      }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['listUsers'] });
    },
  });
  const ready = USERNAME.test(username.trim()) && name.trim().length >= 2 && chosen !== null;

  return (
    <>
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
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          label={text.username}
          description={text.usernameHint}
          value={username}
          maxLength={50}
          onChange={(event) => setUsername(event.currentTarget.value.toLowerCase())}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <div className={styles.fieldset}>
          <RoleFields value={role} onChange={setRole} />
        </div>
      </FormDialog>
      <SecretOnce
        secret={create.data?.firstPassword}
        title={text.firstPassword}
        onClose={() => {
          const added = create.data?.user.username;
          create.reset();
          setUsername('');
          setName('');
          setRole(emptyRole);
          if (added) void navigate({ to: '/pengguna/$username', params: { username: added } });
        }}
      >
        <p>{text.firstPasswordFor(create.data?.user.name ?? '')}</p>
        <p>
          {text.username}: <b>{create.data?.user.username}</b>
        </p>
      </SecretOnce>
    </>
  );
}
