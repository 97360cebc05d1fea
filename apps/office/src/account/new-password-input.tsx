import { PasswordInput } from '@mantine/core';
import { useText } from '../text/language-context.tsx';
import { accountText } from './account-text.ts';

interface NewPasswordInputProps {
  value: string;
  onChange: (password: string) => void;
  least: number;
}

/** A new password, with what makes a good one. */
export function NewPasswordInput({ value, onChange, least }: NewPasswordInputProps) {
  const text = useText(accountText);
  return (
    <PasswordInput
      label={text.newPassword}
      description={text.passwordHint(least)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="new-password"
      maxLength={200}
      size="md"
      visibilityToggleButtonProps={{ 'aria-label': text.showPassword }}
    />
  );
}
