import { routes } from '@jangkau/contracts';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { sessionQuery } from '../api/use-session.ts';
import { AppearanceChoices } from '../app/account-panel.tsx';
import { Brand } from '../app/brand.tsx';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { safeNext } from './safe-next.ts';
import styles from './sign-in-page.module.css';
import { signInText } from './sign-in-text.ts';

export function SignInPage() {
  const text = useText(signInText);
  const client = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/masuk' });
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  useEffect(() => {
    document.title = `${text.title} · Jangkau`;
  }, [text.title]);

  const signIn = useMutation({
    mutationFn: () => call(routes.signIn, { body: { username: username.trim(), password } }),
    onSuccess: ({ session }) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      router.history.push(safeNext(next));
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (username && password) signIn.mutate();
  }

  return (
    <div className={styles.page}>
      <div className={styles.corner}>
        <AppearanceChoices />
      </div>
      <main className={styles.main}>
        <Brand />
        <h1 className={styles.title}>{text.title}</h1>
        <p className={styles.lede}>{text.lede}</p>
        <form onSubmit={submit} className={styles.form}>
          <TextInput
            label={text.username}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            size="md"
            data-autofocus
          />
          <PasswordInput
            label={text.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': text.showPassword }}
          />
          {signIn.error ? <ProblemPanel error={signIn.error} title={text.failed} /> : null}
          <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
            {text.submit}
          </Button>
        </form>
        <p className={styles.privacy}>{text.privacy}</p>
      </main>
    </div>
  );
}
