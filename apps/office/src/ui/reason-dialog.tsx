import { NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from './form-dialog.tsx';
import { uiText } from './ui-text.ts';

interface ReasonDialogProps {
  title: string;
  /** What will happen. */
  children: ReactNode;
  action: string;
  /** How the reason is asked for; “reason” unless told. */
  question?: { label: string; hint: string };
  /** A number to choose as well; its label and bounds. */
  number?: { label: string; value: number; least: number; most: number };
  busy: boolean;
  error: unknown;
  onSave: (reason: string, number: number) => void;
  onClose: () => void;
}

const shortestReason = 5;

/** Asks for a reason, which the server records with the act. */
export function ReasonDialog(props: ReasonDialogProps) {
  const text = useText(uiText);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState(props.number?.value ?? 0);
  const ready = reason.trim().length >= shortestReason;
  return (
    <FormDialog
      title={props.title}
      action={props.action}
      ready={ready}
      busy={props.busy}
      error={props.error}
      onSubmit={() => props.onSave(reason.trim(), value)}
      onClose={props.onClose}
    >
      <p>{props.children}</p>
      {props.number ? (
        <NumberInput
          label={props.number.label}
          min={props.number.least}
          max={props.number.most}
          allowDecimal={false}
          value={value}
          onChange={(next) => setValue(Number(next))}
        />
      ) : null}
      <TextInput
        label={props.question?.label ?? text.reason}
        description={props.question?.hint ?? text.reasonHint}
        required
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}
