import { routes, type SignInAnswer } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { NewPasswordInput } from '../account/new-password-input.tsx';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './sign-in-page.module.css';
import { signInText } from './sign-in-text.ts';

interface NewPasswordStepProps {
  least: number;
  onAnswer: (answer: SignInAnswer) => void;
  onRestart: () => void;
}

/** A password of one's own in the place of the first one. */
export function NewPasswordStep({ least, onAnswer, onRestart }: NewPasswordStepProps) {
  const text = useText(signInText);
  const [password, setPassword] = useState('');
  const choose = useMutation({
    mutationFn: () => call(routes.choosePassword, { body: { password } }),
    onSuccess: onAnswer,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (password.length >= least) choose.mutate();
  }

  return (
    <>
      <p className={styles.lede}>{text.newPasswordLede}</p>
      <form onSubmit={submit} className={styles.form}>
        <NewPasswordInput value={password} onChange={setPassword} least={least} />
        {choose.error ? <ProblemPanel error={choose.error} title={text.failed} /> : null}
        <Button
          type="submit"
          size="md"
          loading={choose.isPending}
          disabled={password.length < least}
          fullWidth
        >
          {text.savePassword}
        </Button>
      </form>
      <div className={styles.ways}>
        <button type="button" onClick={onRestart}>
          {text.restart}
        </button>
      </div>
    </>
  );
}
