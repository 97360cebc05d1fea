import { type PayerBill, routes } from '@jangkau/contracts';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useSession } from '../api/use-session.ts';
import { todayIn } from '../format/today-in.ts';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
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

  return (
    <FormDialog
      title={text.recordFor(bill.name)}
      action={text.save}
      ready={ready}
      busy={pay.isPending}
      error={pay.error}
      onSubmit={() => pay.mutate()}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
