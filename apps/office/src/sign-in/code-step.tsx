import { routes, type SignInAnswer } from '@jangkau/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { CodeInput } from '../second-factor/code-input.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './sign-in-page.module.css';
import { signInText } from './sign-in-text.ts';
import { useCountdown } from './use-countdown.ts';

interface CodeStepProps {
  onAnswer: (answer: SignInAnswer) => void;
  onRestart: () => void;
}

/** The code of the authenticator app, or a recovery code. */
export function CodeStep({ onAnswer, onRestart }: CodeStepProps) {
  const text = useText(signInText);
  const format = useFormat();
  const [lost, setLost] = useState(false);
  const [code, setCode] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const give = useMutation({
    mutationFn: () => call(routes.giveCode, { body: lost ? { recoveryCode } : { code } }),
    onSuccess: onAnswer,
    onError: () => setCode(''),
  });
  const wait = useCountdown(give.error);
  const ready = wait === 0 && (lost ? recoveryCode.trim().length >= 10 : code.length === 6);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready) give.mutate();
  }

  return (
    <>
      <p className={styles.lede}>{lost ? text.recoveryLede : text.codeLede}</p>
      <form onSubmit={submit} className={styles.form}>
        {lost ? (
          <TextInput
            label={text.recoveryCode}
            value={recoveryCode}
            onChange={(event) => setRecoveryCode(event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={30}
            size="md"
          />
        ) : (
          <CodeInput label={text.code} value={code} onChange={setCode} autoFocus />
        )}
        {give.error ? <ProblemPanel error={give.error} title={text.failed} /> : null}
        <Button type="submit" size="md" loading={give.isPending} disabled={!ready} fullWidth>
          {wait > 0 ? text.waitFor(format.seconds(wait)) : text.submit}
        </Button>
      </form>
      <div className={styles.ways}>
        <button type="button" onClick={() => setLost(!lost)}>
          {lost ? text.useApp : text.useRecovery}
        </button>
        <button type="button" onClick={onRestart}>
          {text.restart}
        </button>
      </div>
    </>
  );
}
