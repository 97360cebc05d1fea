import { Button, Modal, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { uiText } from '../ui/ui-text.ts';
import styles from './privacy.module.css';
import { retentionText } from './retention-text.ts';

interface ReasonDialogProps {
  title: string;
  children: ReactNode;
  action: string;
  /** A number to choose as well; its label and bounds. */
  number?: { label: string; value: number; least: number; most: number };
  busy: boolean;
  error: unknown;
  onSave: (reason: string, number: number) => void;
  onClose: () => void;
}

/** Asks for a reason, which is recorded with the act. */
export function ReasonDialog(props: ReasonDialogProps) {
  const text = useText(retentionText);
  const ui = useText(uiText);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState(props.number?.value ?? 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(reason.trim(), value);
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': ui.close }}>
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
          label={text.reason}
          required
          minLength={5}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {props.error ? <ProblemPanel error={props.error} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" loading={props.busy} disabled={reason.trim().length < 5}>
            {props.action}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {text.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
