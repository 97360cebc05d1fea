import { type Desk, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { pesiarText } from './pesiar-text.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import { useSettled } from './use-settled.ts';

interface DecideFormsProps {
  desk: z.output<typeof Desk>;
  forms: readonly string[];
  /** Called when forms were decided. */
  onSettled: () => void;
}

/** The acts of a desk about chosen forms: approve with a reference, or refuse with a reason. */
export function DecideForms({ desk, forms, onSettled }: DecideFormsProps) {
  const text = useText(pesiarText);
  const format = useFormat();
  const settled = useSettled(onSettled);
  const [dialog, setDialog] = useState<'approve' | 'refuse' | null>(null);
  const end = async (message: string) => {
    setDialog(null);
    await settled(message);
  };
  const approve = useMutation({
    mutationFn: (reference: string) =>
      call(desk === 'dinas-sosial' ? routes.approveSocial : routes.confirmWorkers, {
        body: { forms: [...forms], reference },
      }),
    onSuccess: (done) =>
      end(
        desk === 'dinas-sosial'
          ? text.decidedSocial(
              format.integer(done.approved),
              format.integer(done.overQuota),
              done.startsOn ? format.date(done.startsOn) : '–',
            )
          : text.decided(format.integer(done.approved), format.integer(done.refused)),
      ),
  });
  const n = format.integer(forms.length);
  const approving = desk === 'employer' ? text.confirm : text.approve;
  return (
    <>
      {desk === 'officer' ? null : <Button onClick={() => setDialog('approve')}>{approving}</Button>}
      <Button variant="default" onClick={() => setDialog('refuse')}>
        {text.refuse}
      </Button>
      {dialog === 'approve' ? (
        <ReasonDialog
          title={text.approveTitle(n)}
          action={approving}
          question={{ label: text.reference, hint: text.referenceHint }}
          busy={approve.isPending}
          error={approve.error}
          onSave={(reference) => approve.mutate(reference)}
          onClose={() => setDialog(null)}
        >
          {desk === 'employer' ? text.confirmWhy : text.approveWhy}
        </ReasonDialog>
      ) : null}
      {dialog === 'refuse' ? (
        <RefuseDialog
          desk={desk}
          forms={forms}
          onDone={(refused) => void end(text.refused(format.integer(refused)))}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}
