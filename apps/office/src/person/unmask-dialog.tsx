import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { uiText } from '../ui/ui-text.ts';
import styles from './person.module.css';
import { personText } from './person-text.ts';

interface UnmaskDialogProps<Numbers> {
  /** Asks the server, which records the reason first. */
  unmask: (reason: string) => Promise<Numbers>;
  opened: boolean;
  onClose: () => void;
  onOpen: (numbers: Numbers) => void;
}

const SHORTEST_REASON = 5;

/** Asks why the full numbers are needed; the answer is recorded by the server before they show. */
export function UnmaskDialog<Numbers>({ unmask: ask, opened, onClose, onOpen }: UnmaskDialogProps<Numbers>) {
  const text = useText(personText);
  const ui = useText(uiText);
  const [reason, setReason] = useState('');
  const unmask = useMutation({
    mutationFn: () => ask(reason.trim()),
    onSuccess: (numbers) => {
      onOpen(numbers);
      setReason('');
      onClose();
    },
  });
  const ready = reason.trim().length >= SHORTEST_REASON;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready) unmask.mutate();
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.unmaskTitle}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <form onSubmit={submit} className={styles.dialog}>
        <p>{text.unmaskWhy}</p>
        <TextInput
          label={text.unmaskReason}
          description={text.unmaskHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={300}
          data-autofocus
        />
        {unmask.error ? <ProblemPanel error={unmask.error} /> : null}
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button type="submit" disabled={!ready} loading={unmask.isPending}>
            {text.unmaskNow}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
