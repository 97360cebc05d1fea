import { type ApiClient, type IssuedSecret, routes } from '@jangkau/contracts';
import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { clientsText } from './clients-text.ts';

interface RotateDialogProps {
  client: ApiClient | null;
  onIssued: (issued: IssuedSecret) => void;
  onClose: () => void;
}

const HOURS = ['0', '1', '24', '168'] as const;

/** A new secret for a client, and how long the old one holds. */
export function RotateDialog({ client, onIssued, onClose }: RotateDialogProps) {
  const text = useText(clientsText);
  const [hours, setHours] = useState<string>('24');
  const rotate = useMutation({
    mutationFn: (id: string) =>
      call(routes.rotateApiClient, { params: { id }, body: { overlapHours: Number(hours) } }),
    onSuccess: (issued) => {
      onIssued(issued);
      rotate.reset();
    },
  });
  return (
    <FormDialog
      opened={client !== null}
      title={text.rotate}
      action={text.rotate}
      busy={rotate.isPending}
      error={rotate.error}
      onSubmit={() => client && rotate.mutate(client.id)}
      onClose={onClose}
    >
      <p>{text.rotateWhat(client?.name ?? '')}</p>
      <Select
        label={text.overlap}
        data={HOURS.map((value) => ({ value, label: text.overlaps[value] }))}
        value={hours}
        onChange={(value) => setHours(value ?? '24')}
        allowDeselect={false}
      />
    </FormDialog>
  );
}
