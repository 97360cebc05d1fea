import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../text/language-context.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './secret-once.module.css';
import { uiText } from './ui-text.ts';

interface SecretOnceProps {
  /** Undefined: nothing to show. */
  secret: string | undefined;
  title: string;
  /** Whose it is and what to do with it. */
  children: ReactNode;
  onClose: () => void;
}

/** A secret that is shown this once. Only the button closes it, so that a slip of the hand does not lose it. */
export function SecretOnce({ secret, title, children, onClose }: SecretOnceProps) {
  const text = useText(uiText);
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className={styles.words}>{children}</div>
      <code className={styles.secret}>{secret}</code>
      <p className={styles.once}>{text.shownOnce}</p>
      <div className={styles.actions}>
        <CopyButton text={secret ?? ''} label={text.copy} done={text.copied} />
        <Button onClick={onClose}>{text.kept}</Button>
      </div>
    </Modal>
  );
}
