import { type Desk, refusalReasons, routes } from '@jangkau/contracts';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

type DeskName = z.output<typeof Desk>;
const refusing = {
  'dinas-sosial': routes.refuseSocial,
  employer: routes.refuseWorkers,
  officer: routes.refuseForms,
} as const;

interface RefuseDialogProps {
  desk: DeskName;
  forms: readonly string[];
  onDone: (refused: number) => void;
  onClose: () => void;
}

/** Asks why forms are refused; the agent sees the reason. */
export function RefuseDialog({ desk, forms, onDone, onClose }: RefuseDialogProps) {
  const text = useText(pesiarText);
  const format = useFormat();
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const refuse = useMutation({
    mutationFn: (why: string) =>
      call(refusing[desk], { body: { forms: [...forms], reasons: [why], note: note.trim() || undefined } }),
    onSuccess: ({ refused }) => onDone(refused),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) refuse.mutate(reason);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.refuseTitle(format.integer(forms.length))}
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <form className={styles.dialog} onSubmit={submit}>
        <p>{text.refuseWhy}</p>
        <Select
          label={text.reason}
          required
          value={reason}
          data={refusalReasons[desk].map((value) => ({ value, label: text.refusals[value] }))}
          onChange={setReason}
        />
        <TextInput
          label={text.note}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {refuse.error ? <ProblemPanel error={refuse.error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" disabled={!reason} loading={refuse.isPending}>
            {text.refuse}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
