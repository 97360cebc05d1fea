import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useText } from '../text/language-context.tsx';
import styles from './form-dialog.module.css';
import { ProblemPanel } from './problem-panel.tsx';
import { uiText } from './ui-text.ts';

interface FormDialogProps {
  /** True unless told: a dialog that is only there while it is open. */
  opened?: boolean;
  title: string;
  size?: 'lg';
  /** The fields, and what is to be known about them. */
  children: ReactNode;
  action: string;
  /** Whether what was entered can be sent; true unless told. */
  ready?: boolean;
  busy: boolean;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
}

/** A form in a dialog: fields, what went wrong, the way out and the act. A click beside it does not throw away what was typed. */
export function FormDialog({ opened = true, ready = true, ...props }: FormDialogProps) {
  const text = useText(uiText);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !props.busy) props.onSubmit();
  };
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      closeOnClickOutside={false}
      title={props.title}
      {...(props.size && { size: props.size })}
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <form className={styles.form} onSubmit={submit}>
        {props.children}
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
