import { routes, type Session } from '@jangkau/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../api/call.ts';
import { CodeSetup } from '../second-factor/code-setup.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './sign-in-page.module.css';
import { signInText } from './sign-in-text.ts';

interface CodeSetupStepProps {
  onEnter: (session: Session) => void;
  onRestart: () => void;
}

/** An authenticator app has to be set up before the account opens; its recovery codes are shown first. */
export function CodeSetupStep({ onEnter, onRestart }: CodeSetupStepProps) {
  const text = useText(signInText);
  const begin = useMutation({ mutationFn: () => call(routes.beginCodeSetup) });
  const confirm = useMutation({
    mutationFn: (code: string) => call(routes.confirmCodeSetup, { body: { code } }),
  });
  const asked = useRef(false);
  const { mutate } = begin;
  useEffect(() => {
    // Once: each asking makes another secret.
    if (asked.current) return;
    asked.current = true;
    mutate();
  }, [mutate]);

  const done = confirm.data;
  if (done?.session) {
    const { session } = done;
    return <RecoveryCodes codes={done.recoveryCodes} onStored={() => onEnter(session)} />;
  }
  return (
    <>
      <p className={styles.lede}>{text.setupLede}</p>
      {begin.error ? <ProblemPanel error={begin.error} title={text.failed} /> : null}
      {begin.data ? (
        <CodeSetup
          setup={begin.data}
          busy={confirm.isPending}
          error={confirm.error}
          onCode={(code) => confirm.mutate(code)}
        />
      ) : begin.error ? null : (
        <Loading lines={4} />
      )}
      <div className={styles.ways}>
        <button type="button" onClick={onRestart}>
          {text.restart}
        </button>
      </div>
    </>
  );
}
