import { type Account, routes } from '@jangkau/contracts';
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './account.module.css';
import { accountText } from './account-text.ts';
import { NewPasswordInput } from './new-password-input.tsx';

/** Changing the password. */
export function PasswordSection({ account }: { account: Account }) {
  const text = useText(accountText);
  const format = useFormat();
  const client = useQueryClient();
  const welcome = useQuery({ ...apiQuery('getWelcome'), staleTime: Number.POSITIVE_INFINITY });
  const least = welcome.data?.leastPasswordLength ?? 12;
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => call(routes.changePassword, { body: { current, password } }),
    onSuccess: async () => {
      setCurrent('');
      setPassword('');
      toastDone(text.changed);
      await client.invalidateQueries({ queryKey: ['getAccount'] });
      await client.invalidateQueries({ queryKey: ['listOwnSessions'] });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (current && password.length >= least) change.mutate();
  }

  return (
    <section className={styles.section}>
      <h2>{text.password}</h2>
      <p>{text.changedAt(format.dateTime(account.passwordChangedAt))}</p>
      <form onSubmit={submit} className={styles.form}>
        <PasswordInput
          label={text.currentPassword}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': text.showPassword }}
        />
        <NewPasswordInput value={password} onChange={setPassword} least={least} />
        {change.error ? <ProblemPanel error={change.error} /> : null}
        <div>
          <Button type="submit" loading={change.isPending} disabled={!current || password.length < least}>
            {text.change}
          </Button>
        </div>
      </form>
    </section>
  );
}
