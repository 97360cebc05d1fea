import { breachRoutes } from '@jangkau/contracts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { breachText } from './breach-text.ts';
import { fromField, toField } from './local-time.ts';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';

/** The form of a breach: what is known at the moment it becomes known. */
export function NewBreachPage() {
  const text = useText(breachText);
  const words = useText(privacyText);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form, setForm] = useState({ title: '', whatHappened: '', howKnown: '' });
  const [knownAt, setKnownAt] = useState(() => toField(new Date()));
  const [happenedAt, setHappenedAt] = useState('');
  const change = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const known = fromField(knownAt);
  const send = useMutation({
    mutationFn: () =>
      call(breachRoutes.createBreach, {
        body: { ...form, knownAt: known ?? '', happenedAt: fromField(happenedAt) },
      }),
    onSuccess: async (breach) => {
      await client.invalidateQueries({ queryKey: ['listBreaches'] });
      await client.invalidateQueries({ queryKey: ['getPrivacyOverview'] });
      await navigate({ to: '/pelindungan/insiden/$id', params: { id: breach.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (known !== null) send.mutate();
  };
  return (
    <div className={styles.page}>
      <PageHeader kicker={words.group} title={text.newTitle} lede={text.newLede} />
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={text.form.title}
          required
          minLength={5}
          maxLength={200}
          value={form.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={text.form.whatHappened}
          description={text.form.whatHint}
          required
          minLength={10}
          maxLength={4000}
          rows={5}
          value={form.whatHappened}
          onChange={(event) => change({ whatHappened: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <TextInput
            type="datetime-local"
            label={text.form.knownAt}
            required
            max={toField(new Date())}
            value={knownAt}
            onChange={(event) => setKnownAt(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={text.form.happenedAt}
            max={knownAt}
            value={happenedAt}
            onChange={(event) => setHappenedAt(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label={text.form.howKnown}
          required
          minLength={3}
          maxLength={1000}
          value={form.howKnown}
          onChange={(event) => change({ howKnown: event.currentTarget.value })}
        />
        {send.error ? <ProblemPanel error={send.error} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" loading={send.isPending}>
            {text.form.send}
          </Button>
        </div>
      </form>
    </div>
  );
}
