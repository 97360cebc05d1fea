import { type Desk, refusalReasons, routes } from '@jangkau/contracts';
import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
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
  return (
    <FormDialog
      title={text.refuseTitle(format.integer(forms.length))}
      action={text.refuse}
      ready={reason !== null}
      busy={refuse.isPending}
      error={refuse.error}
      onSubmit={() => reason && refuse.mutate(reason)}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
