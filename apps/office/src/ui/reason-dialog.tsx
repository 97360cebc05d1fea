import { Button, Modal, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import styles from './reason-dialog.module.css';
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) props.onSave(reason.trim(), value);
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': text.close }}>
      <form className={styles.form} onSubmit={submit}>
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
        {props.error ? <ProblemPanel error={props.error} /> : null}
        <div className={styles.actions}>
          <Button variant="default" onClick={props.onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" disabled={!ready} loading={props.busy}>
            {props.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
