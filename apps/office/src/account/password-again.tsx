import { PasswordInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
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
  const [password, setPassword] = useState('');

  return (
    <FormDialog
      opened={props.opened}
      title={props.title}
      action={text.goOn}
      ready={password !== ''}
      busy={props.busy}
      error={props.error}
      onSubmit={() => {
        props.onPassword(password);
        setPassword('');
      }}
      onClose={props.onClose}
    >
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
    </FormDialog>
  );
}
