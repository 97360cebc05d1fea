import { routes } from '@jangkau/contracts';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './members.module.css';
import { rupiah } from './rupiah.ts';
import { writeOffsText } from './write-offs-text.ts';

interface ProposeWriteOffProps {
  memberId: string;
  amount: number;
  /** The relief to take back; absent: relief is proposed. */
  undoes?: string;
  onClose: () => void;
}

/** Proposes to write off what may be, or to take a relief back. */
export function ProposeWriteOff({ memberId, amount, undoes, onClose }: ProposeWriteOffProps) {
  const text = useText(writeOffsText);
  const format = useFormat();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const propose = useMutation({
    mutationFn: () =>
      call(routes.proposeWriteOff, {
        params: { memberId },
        body: {
          reason: reason.trim(),
          legalBasis: legalBasis.trim(),
          ...(undoes !== undefined && { undoes }),
        },
      }),
    onSuccess: (list) => {
      client.setQueryData(apiQuery('getFamilyWriteOffs', { params: { memberId } }).queryKey, list);
      toastDone(text.proposed);
      onClose();
    },
  });
  const words = undoes === undefined ? text.propose : text.undo;
  return (
    <FormDialog
      title={words}
      action={words}
      ready={reason.trim().length >= 5 && legalBasis.trim().length >= 5}
      busy={propose.isPending}
      error={propose.error}
      onSubmit={() => propose.mutate()}
      onClose={onClose}
    >
      <p className={styles.why}>
        {undoes === undefined
          ? text.proposeWhy(rupiah(format, amount))
          : text.undoWhy(rupiah(format, amount))}
      </p>
      <TextInput
        label={text.reason}
        description={text.reasonHint}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={text.basis}
        description={text.basisHint}
        required
        maxLength={200}
        value={legalBasis}
        onChange={(event) => setLegalBasis(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
