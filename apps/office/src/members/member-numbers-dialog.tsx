import { type MemberNumbers, routes } from '@jangkau/contracts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { uiText } from '../ui/ui-text.ts';
import styles from './members.module.css';
import { membersText } from './members-text.ts';

interface MemberNumbersDialogProps {
  memberId: string;
  opened: boolean;
  onClose: () => void;
  onOpen: (numbers: MemberNumbers) => void;
}

const SHORTEST_REASON = 5;

/** Asks why the full numbers are needed; the server records the answer before they show. */
export function MemberNumbersDialog({ memberId, opened, onClose, onOpen }: MemberNumbersDialogProps) {
  const text = useText(membersText);
  const ui = useText(uiText);
  const [reason, setReason] = useState('');
  const unmask = useMutation({
    mutationFn: () => call(routes.unmaskMember, { params: { memberId }, body: { reason: reason.trim() } }),
    onSuccess: (numbers) => {
      onOpen(numbers);
      onClose();
    },
  });
  const ready = reason.trim().length >= SHORTEST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) unmask.mutate();
  };
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
