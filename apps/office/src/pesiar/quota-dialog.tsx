import { routes } from '@jangkau/contracts';
import { NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import { pesiarText } from './pesiar-text.ts';

interface QuotaDialogProps {
  regency: string;
  name: string;
  quota: {
    month: string;
    heads: number | null;
    budget: number | null;
    reference: string | null;
    share: number;
  };
  onClose: () => void;
}

/** Sets heads and rupiah a Pemda pays for from a month on. */
export function QuotaDialog({ regency, name, quota, onClose }: QuotaDialogProps) {
  const text = useText(pesiarText);
  const format = useFormat();
  const client = useQueryClient();
  const [month, setMonth] = useState(quota.month.slice(0, 7));
  const [heads, setHeads] = useState<number | ''>(quota.heads ?? '');
  const [budget, setBudget] = useState<number | ''>(quota.budget ?? '');
  const [reference, setReference] = useState(quota.reference ?? '');
  const ready = /^\d{4}-\d{2}$/.test(month) && heads !== '' && reference.trim().length >= 3;
  const save = useMutation({
    mutationFn: (people: number) =>
      call(routes.setQuota, {
        body: {
          regency,
          month: `${month}-01`,
          heads: people,
          budget: budget === '' ? null : budget,
          reference: reference.trim(),
        },
      }),
    onSuccess: async () => {
      toastDone(text.quotaSaved(name));
      await client.invalidateQueries({ queryKey: ['getQuota'] });
      onClose();
    },
  });
  const number = { min: 0, allowDecimal: false, thousandSeparator: '.', decimalSeparator: ',' } as const;
  return (
    <FormDialog
      title={text.quotaTitle(name)}
      action={text.save}
      ready={ready}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => heads !== '' && save.mutate(heads)}
      onClose={onClose}
    >
      <p>{text.quotaWhy(rupiah(format, quota.share))}</p>
      <TextInput
        type="month"
        label={text.quotaFrom}
        required
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <NumberInput
        {...number}
        label={text.quotaHeads}
        required
        max={10_000_000}
        value={heads}
        onChange={(value) => setHeads(value === '' ? '' : Number(value))}
      />
      <NumberInput
        {...number}
        label={text.budget}
        description={text.budgetHint}
        max={100_000_000_000_000}
        prefix="Rp"
        value={budget}
        onChange={(value) => setBudget(value === '' ? '' : Number(value))}
      />
      <TextInput
        label={text.quotaReference}
        required
        maxLength={100}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
