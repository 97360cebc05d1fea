import { routes, type Session, type SignInAnswer, type SignInNext } from '@jangkau/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { sessionQuery } from '../api/use-session.ts';
import { AppearanceChoices } from '../app/account-panel.tsx';
import { Brand } from '../app/brand.tsx';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { CodeSetupStep } from './code-setup-step.tsx';
import { CodeStep } from './code-step.tsx';
import { NewPasswordStep } from './new-password-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { safeNext } from './safe-next.ts';
import styles from './sign-in-page.module.css';
import { signInText } from './sign-in-text.ts';

/** Signing in, one step at a time: password, then whatever the account needs besides. */
export function SignInPage() {
  const text = useText(signInText);
  const client = useQueryClient();
  const router = useRouter();
  const { next, problem } = useSearch({ from: '/masuk' });
  const [step, setStep] = useState<SignInNext | null>(null);
  const begun = useQuery({ ...apiQuery('getSignInStep'), staleTime: 0, gcTime: 0, retry: false });
  const welcome = useQuery({ ...apiQuery('getWelcome'), staleTime: Number.POSITIVE_INFINITY });
  useEffect(() => {
    document.title = `${text.title} · Jangkau`;
  }, [text.title]);

  const enter = (session: Session) => {
    client.clear();
    client.setQueryData(sessionQuery.queryKey, session);
    router.history.push(safeNext(next));
  };
  const go = (answer: SignInAnswer) => {
    if (answer.session) enter(answer.session);
    else setStep(answer.next);
  };
  const restart = () => {
    void call(routes.signOut).catch(() => undefined);
    setStep(null);
    client.setQueryData(apiQuery('getSignInStep').queryKey, { next: null, username: null });
  };
  // Back from the identity provider, or the page was loaded anew in the middle.
  const found = begun.data?.next ?? null;
  useEffect(() => {
    if (found !== 'done') return;
    void client.fetchQuery({ ...sessionQuery, staleTime: 0 }).then((session) => {
      if (session) router.history.push(safeNext(next));
    });
  }, [found, client, router, next]);

  const shown = step ?? found;
  const titles = { code: text.codeTitle, password: text.newPasswordTitle, 'code-setup': text.setupTitle };
  const title = shown === null || shown === 'done' ? text.title : titles[shown];
  return (
    <div className={styles.page}>
      <div className={styles.corner}>
        <AppearanceChoices />
      </div>
      <main className={styles.main}>
        <Brand />
        <h1 className={styles.title}>{title}</h1>
        {begun.isPending || shown === 'done' ? (
          <Loading lines={3} />
        ) : shown === 'code' ? (
          <CodeStep onAnswer={go} onRestart={restart} />
        ) : shown === 'password' ? (
          <NewPasswordStep
            least={welcome.data?.leastPasswordLength ?? 12}
            onAnswer={go}
            onRestart={restart}
          />
        ) : shown === 'code-setup' ? (
          <CodeSetupStep onEnter={enter} onRestart={restart} />
        ) : (
          <>
            <p className={styles.lede}>{text.lede}</p>
            {problem ? (
              <Notice tone="problem" title={text.failed}>
                {problem === 'oidc-unavailable' ? text.providerAway : text.providerRefused}
              </Notice>
            ) : null}
            <PasswordStep welcome={welcome.data} next={safeNext(next)} onAnswer={go} />
          </>
        )}
        <p className={styles.privacy}>{text.privacy}</p>
      </main>
    </div>
  );
}
