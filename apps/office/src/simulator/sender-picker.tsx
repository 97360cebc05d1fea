import { routes, type SimulatedSender } from '@jangkau/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './simulator.module.css';
import { simulatorText } from './simulator-text.ts';

/** Who holds the phone. */
export interface Holder {
  phoneId: string;
  number: string;
  sender: SimulatedSender | null;
}

/** Made-up members by situation, or any number. */
export function SenderPicker({
  holder,
  onHold,
}: {
  holder: Holder | null;
  onHold: (holder: Holder) => void;
}) {
  const text = useText(simulatorText);
  const client = useQueryClient();
  const [number, setNumber] = useState('');
  const found = useQuery({
    ...apiQuery('getSimulator'),
    // Until the branch is loaded there is only the unknown number.
    refetchInterval: (query) => ((query.state.data?.senders.length ?? 2) < 2 ? 3000 : false),
  });
  const open = useMutation({
    mutationFn: async ({ number, sender }: { number: string; sender: SimulatedSender | null }) => {
      const phone = await call(routes.openPhone, { body: { number } });
      client.setQueryData(apiQuery('getPhone', { params: { phone: phone.id } }).queryKey, phone);
      onHold({ phoneId: phone.id, number: phone.number, sender });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim()) open.mutate({ number: number.trim(), sender: null });
  };
  if (found.isPending) return <Loading lines={6} height={40} />;
  if (found.error) return <ProblemPanel error={found.error} onRetry={() => found.refetch()} />;
  const { senders } = found.data;
  return (
    <section aria-label={text.sender}>
      <h2 className={styles.heading}>{text.sender}</h2>
      {senders.length < 2 ? <Notice>{text.notLoaded}</Notice> : null}
      <ul className={styles.senders}>
        {senders.map((sender) => (
          <li key={sender.number}>
            <button
              type="button"
              className={styles.sender}
              aria-pressed={holder?.number === sender.number}
              onClick={() => open.mutate({ number: sender.number, sender })}
            >
              <strong>{text.situations[sender.situation]}</strong>
              <small>{[sender.name, spaced(sender.number)].filter(Boolean).join(' · ')}</small>
            </button>
          </li>
        ))}
      </ul>
      <details className={styles.other}>
        <summary>{text.otherNumber}</summary>
        <form onSubmit={submit}>
          <TextInput
            label={text.otherNumber}
            placeholder={text.otherNumberHint}
            inputMode="tel"
            autoComplete="off"
            maxLength={24}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={open.isPending}>
            {text.use}
          </Button>
        </form>
      </details>
      {open.error ? <ProblemPanel error={open.error} /> : null}
    </section>
  );
}

/** 6281234567890 -> +62 812 3456 7890 */
function spaced(number: string): string {
  return `+${number.slice(0, 2)} ${number.slice(2, 5)} ${number.slice(5).replace(/(\d{4})(?=\d)/g, '$1 ')}`;
}
