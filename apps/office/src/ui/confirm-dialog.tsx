import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../text/language-context.tsx';
import styles from './confirm-dialog.module.css';
import { ProblemPanel } from './problem-panel.tsx';
import { uiText } from './ui-text.ts';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen, and to how many people. */
  children: ReactNode;
  action: string;
  dangerous?: boolean;
  busy: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an act that cannot be taken back. Focus starts on the way out. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const text = useText(uiText);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <div className={styles.words}>{props.children}</div>
      {props.error ? <ProblemPanel error={props.error} /> : null}
      <div className={styles.actions}>
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {text.cancel}
        </Button>
        <Button
          className={props.dangerous ? styles.dangerous : undefined}
          data-dangerous={props.dangerous || undefined}
          loading={props.busy}
          onClick={props.onConfirm}
        >
          {props.action}
        </Button>
      </div>
    </Modal>
  );
}
