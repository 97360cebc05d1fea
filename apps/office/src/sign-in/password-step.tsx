import { routes, routeUrl, type SignInAnswer, type Welcome } from '@jangkau/contracts';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import styles from './sign-in-page.module.css';
import { signInText } from './sign-in-text.ts';
import { useCountdown } from './use-countdown.ts';

interface PasswordStepProps {
  welcome: Welcome | undefined;
  next: string;
  onAnswer: (answer: SignInAnswer) => void;
}

/** User name and password, or the identity provider instead. */
export function PasswordStep({ welcome, next, onAnswer }: PasswordStepProps) {
  const text = useText(signInText);
  const format = useFormat();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call(routes.signIn, { body: { username: username.trim(), password } }),
    onSuccess: onAnswer,
  });
  const wait = useCountdown(signIn.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (username && password && wait === 0) signIn.mutate();
  }

  return (
    <>
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
        <Button type="submit" size="md" loading={signIn.isPending} disabled={wait > 0} fullWidth>
          {wait > 0 ? text.waitFor(format.seconds(wait)) : text.submit}
        </Button>
      </form>
      {welcome?.oidc ? (
        <Button
          component="a"
          href={routeUrl(routes.startOidc, {}, { next })}
          variant="default"
          size="md"
          fullWidth
          mt={12}
        >
          {text.withProvider(welcome.oidc.name)}
        </Button>
      ) : null}
      {welcome && welcome.demoAccounts.length > 0 ? (
        <DemoAccounts
          accounts={welcome.demoAccounts}
          onPick={(account) => {
            setUsername(account.username);
            setPassword(account.password);
          }}
        />
      ) : null}
    </>
  );
}
