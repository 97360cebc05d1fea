import { routes, type User } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { SecretOnce } from '../ui/secret-once.tsx';
import { toastDone } from '../ui/toast.ts';
import { keepUser } from './keep-user.ts';
import styles from './users.module.css';
import { usersText } from './users-text.ts';

type Act = 'reset' | 'resetApp' | 'unlock' | 'signOut' | 'disable' | 'enable';

const routeOf = {
  resetApp: routes.resetSecondFactor,
  unlock: routes.unlockUser,
  signOut: routes.signUserOut,
  disable: routes.disableUser,
  enable: routes.enableUser,
} as const;

/** What an administrator can do with an account. Acts that take something away are confirmed. */
export function UserActs({ user }: { user: User }) {
  const text = useText(usersText);
  const format = useFormat();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Act | null>(null);
  const params = { username: user.username };
  const done: Record<Exclude<Act, 'reset'>, string> = {
    resetApp: text.done,
    unlock: text.unlocked,
    signOut: text.signedOut,
    disable: text.wasDisabled,
    enable: text.wasEnabled,
  };
  const act = useMutation({
    mutationFn: async (what: Exclude<Act, 'reset'>) => call(routeOf[what], { params }),
    onSuccess: (changed, what) => {
      keepUser(client, changed);
      setAsking(null);
      toastDone(done[what]);
    },
  });
  const reset = useMutation({
    mutationFn: () => call(routes.resetPassword, { params }),
    onSuccess: (answer) => {
      keepUser(client, answer.user);
      setAsking(null);
    },
  });
  const what: Record<Act, string> = {
    reset: text.resetWhat(user.name),
    resetApp: text.resetAppWhat(user.name),
    unlock: '',
    signOut: text.signOutWhat(user.name, format.integer(user.sessions)),
    disable: text.disableWhat(user.name),
    enable: '',
  };
  const button = (name: Act, ask: boolean) => (
    <Button
      variant="default"
      loading={!ask && act.isPending && act.variables === name}
      onClick={() => (ask || name === 'reset' ? setAsking(name) : act.mutate(name))}
    >
      {text[name]}
    </Button>
  );
  return (
    <section className={styles.section}>
      <h2>{text.acts}</h2>
      <div className={styles.acts}>
        {user.lockedUntil ? button('unlock', false) : null}
        {user.active ? button('reset', true) : null}
        {user.secondFactor ? button('resetApp', true) : null}
        {user.sessions > 0 ? button('signOut', true) : null}
        {user.active ? button('disable', true) : button('enable', false)}
      </div>
      <ConfirmDialog
        opened={asking !== null}
        title={asking ? text[asking] : ''}
        action={asking ? text[asking] : ''}
        dangerous
        busy={act.isPending || reset.isPending}
        error={act.error ?? reset.error}
        onConfirm={() => {
          if (asking === 'reset') reset.mutate();
          else if (asking) act.mutate(asking);
        }}
        onClose={() => {
          setAsking(null);
          act.reset();
        }}
      >
        {asking ? what[asking] : null}
      </ConfirmDialog>
      <SecretOnce secret={reset.data?.firstPassword} title={text.firstPassword} onClose={reset.reset}>
        <p>{text.firstPasswordFor(user.name)}</p>
      </SecretOnce>
    </section>
  );
}
