import { type ApiClient, type IssuedSecret, routes } from '@jangkau/contracts';
import { Button, Modal, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { uiText } from '../ui/ui-text.ts';
import styles from './clients.module.css';
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
  const ui = useText(uiText);
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
    <Modal
      opened={client !== null}
      onClose={onClose}
      title={text.rotate}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <div className={styles.form}>
        <p>{text.rotateWhat(client?.name ?? '')}</p>
        <Select
          label={text.overlap}
          data={HOURS.map((value) => ({ value, label: text.overlaps[value] }))}
          value={hours}
          onChange={(value) => setHours(value ?? '24')}
          allowDeselect={false}
        />
        {rotate.error ? <ProblemPanel error={rotate.error} /> : null}
        <div className={styles.dialogActions}>
          <Button loading={rotate.isPending} onClick={() => client && rotate.mutate(client.id)}>
            {text.rotate}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
