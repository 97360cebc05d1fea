import { Button, Modal, PasswordInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { uiText } from '../ui/ui-text.ts';
import styles from './account.module.css';
import { accountText } from './account-text.ts';

interface PasswordAgainProps {
  opened: boolean;
  title: string;
  children?: ReactNode;
  busy: boolean;
  error: unknown;
  onPassword: (password: string) => void;
  onClose: () => void;
}

/** Asks for the password before an act that matters. */
export function PasswordAgain(props: PasswordAgainProps) {
  const text = useText(accountText);
  const ui = useText(uiText);
  const [password, setPassword] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (password) props.onPassword(password);
    setPassword('');
  }

  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <form onSubmit={submit} className={styles.dialog}>
        {props.children}
        <PasswordInput
          label={text.passwordAgain}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          size="md"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': text.showPassword }}
        />
        {props.error ? <ProblemPanel error={props.error} /> : null}
        <div className={styles.actions}>
          <Button type="submit" loading={props.busy} disabled={!password}>
            {text.goOn}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {ui.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
