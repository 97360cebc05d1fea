import { TextInput } from '@mantine/core';

interface CodeInputProps {
  label: string;
  value: string;
  onChange: (code: string) => void;
  autoFocus?: boolean;
}

/** Six digits; spaces that apps put between them are dropped. */
export function CodeInput({ label, value, onChange, autoFocus }: CodeInputProps) {
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 6))}
      inputMode="numeric"
      autoComplete="one-time-code"
      size="md"
      ref={autoFocus ? (input) => input?.focus() : null}
    />
  );
}
