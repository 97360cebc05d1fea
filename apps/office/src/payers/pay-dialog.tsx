import { type PayerBill, routes } from '@jangkau/contracts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { useSession } from '../api/use-session.ts';
import { todayIn } from '../format/today-in.ts';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone } from '../ui/toast.ts';
import { uiText } from '../ui/ui-text.ts';
import styles from './payers.module.css';
import { payersText } from './payers-text.ts';

interface PayDialogProps {
  bill: PayerBill;
  /** 'YYYY-MM'. */
  month: string;
  onClose: () => void;
}

/** Enters what a payer paid for a month. */
export function PayDialog({ bill, month, onClose }: PayDialogProps) {
  const text = useText(payersText);
  const ui = useText(uiText);
  const session = useSession();
  const client = useQueryClient();
  const [amount, setAmount] = useState('');
  const [paidOn, setPaidOn] = useState(todayIn(session?.timeZone ?? 'Asia/Makassar'));
  const [reference, setReference] = useState('');
  const digits = amount.replaceAll(/[.\s]/g, '');
  const ready =
    /^-?[1-9]\d{0,12}$/.test(digits) && /^\d{4}-\d{2}-\d{2}$/.test(paidOn) && reference.trim() !== '';
  const pay = useMutation({
    mutationFn: () =>
      call(routes.addPayerPayment, {
        body: {
          payerId: bill.payerId,
          segment: bill.segment,
          month,
          amount: Number(digits),
          paidOn,
          reference: reference.trim(),
        },
      }),
    onSuccess: async () => {
      toastDone(text.saved);
      onClose();
      await client.invalidateQueries({ queryKey: ['listPayerBills'] });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready) pay.mutate();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={text.recordFor(bill.name)}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <form onSubmit={submit} className={styles.form}>
        <p className={styles.why}>{text.recordWhy}</p>
        <TextInput
          label={text.rupiah}
          value={amount}
          inputMode="numeric"
          maxLength={20}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={text.paidOn}
          value={paidOn}
          onChange={(event) => setPaidOn(event.currentTarget.value)}
        />
        <TextInput
          label={text.reference}
          description={text.referenceHint}
          value={reference}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {pay.error ? <ProblemPanel error={pay.error} /> : null}
        <Button type="submit" disabled={!ready} loading={pay.isPending}>
          {text.save}
        </Button>
      </form>
    </Modal>
  );
}
