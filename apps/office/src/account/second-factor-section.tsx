import { type Account, routes } from '@jangkau/contracts';
import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { sessionQuery } from '../api/use-session.ts';
import { CodeSetup } from '../second-factor/code-setup.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { secondFactorText } from '../second-factor/second-factor-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { toastDone } from '../ui/toast.ts';
import { uiText } from '../ui/ui-text.ts';
import styles from './account.module.css';
import { accountText } from './account-text.ts';
import { PasswordAgain } from './password-again.tsx';

type Act = 'setUp' | 'remove' | 'renew';

/** The authenticator app of the account: setting it up, new recovery codes, doing without. */
export function SecondFactorSection({ account }: { account: Account }) {
  const text = useText(accountText);
  const factorText = useText(secondFactorText);
  const ui = useText(uiText);
  const format = useFormat();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Act | null>(null);
  const { active, since, required, recoveryCodesLeft } = account.secondFactor;
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['getAccount'] });
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const begin = useMutation({
    mutationFn: (password: string) => call(routes.beginSecondFactor, { body: { password } }),
    onSuccess: () => setAsking(null),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => call(routes.confirmSecondFactor, { body: { code } }),
    onSuccess: () => begin.reset(),
  });
  const renew = useMutation({
    mutationFn: (password: string) => call(routes.renewRecoveryCodes, { body: { password } }),
    onSuccess: () => setAsking(null),
  });
  const remove = useMutation({
    mutationFn: (password: string) => call(routes.removeSecondFactor, { body: { password } }),
    onSuccess: async () => {
      setAsking(null);
      toastDone(text.removed);
      await refresh();
    },
  });
  const acts = { setUp: begin, renew, remove };
  const titles = { setUp: text.setUp, renew: text.renew, remove: text.removeTitle };
  const words = { setUp: null, renew: <p>{text.renewWhat}</p>, remove: <p>{text.removeWhat}</p> };
  const codes = confirm.data?.recoveryCodes ?? renew.data?.recoveryCodes;

  return (
    <section className={styles.section}>
      <h2>{text.app}</h2>
      <p>
        {active && since ? text.appOn(format.dateTime(since)) : text.appOff}{' '}
        {active ? text.codesLeft(format.integer(recoveryCodesLeft)) : null} {required ? text.required : null}
      </p>
      <div className={styles.actions}>
        {active ? (
          <>
            <Button variant="default" onClick={() => setAsking('renew')}>
              {text.renew}
            </Button>
            {required ? null : (
              <Button variant="default" onClick={() => setAsking('remove')}>
                {text.remove}
              </Button>
            )}
          </>
        ) : (
          <Button onClick={() => setAsking('setUp')}>{text.setUp}</Button>
        )}
      </div>

      <PasswordAgain
        opened={asking !== null}
        title={asking ? titles[asking] : ''}
        busy={asking ? acts[asking].isPending : false}
        error={asking ? acts[asking].error : null}
        onPassword={(password) => asking && acts[asking].mutate(password)}
        onClose={() => {
          if (asking) acts[asking].reset();
          setAsking(null);
        }}
      >
        {asking ? words[asking] : null}
      </PasswordAgain>
      <Modal
        opened={begin.data !== undefined}
        onClose={begin.reset}
        title={text.setUp}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {begin.data ? (
          <CodeSetup
            setup={begin.data}
            busy={confirm.isPending}
            error={confirm.error}
            onCode={(code) => confirm.mutate(code)}
          />
        ) : null}
      </Modal>
      <Modal
        opened={codes !== undefined}
        onClose={() => undefined}
        title={factorText.recoveryTitle}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
      >
        <RecoveryCodes
          codes={codes ?? []}
          onStored={() => {
            if (confirm.data) toastDone(text.installed);
            confirm.reset();
            renew.reset();
            void refresh();
          }}
        />
      </Modal>
    </section>
  );
}
