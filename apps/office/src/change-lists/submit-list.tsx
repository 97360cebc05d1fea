import { type ChangeList, type ChangeListKind, routes } from '@jangkau/contracts';
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { sendFile } from '../api/send-file.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './change-lists.module.css';
import { changeListsText } from './change-lists-text.ts';

type Kind = z.output<typeof ChangeListKind>;
const KINDS: readonly Kind[] = [
  'pbi-add',
  'pbi-remove',
  'pemda-add',
  'pemda-remove',
  'employer-add',
  'employer-remove',
];

/** Takes a list of names in; the answer says what became of each. */
export function SubmitList() {
  const text = useText(changeListsText);
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>('pemda-add');
  const [payer, setPayer] = useState('');
  const [reference, setReference] = useState('');
  const [effectiveOn, setEffectiveOn] = useState('');
  const [quota, setQuota] = useState('');
  const [prioritas, setPrioritas] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const who = kind.split('-')[0] as 'pbi' | 'pemda' | 'employer';
  const payerCode = who === 'pbi' ? 'APBN' : payer.trim();
  const payerRight = /^[A-Z0-9.]{2,20}$/.test(payerCode);
  const ready = file !== null && payerRight && reference.trim().length > 0;
  const submit = useMutation({
    mutationFn: (chosen: File) =>
      sendFile(
        routes.submitChangeList,
        {
          kind,
          payer: payerCode,
          reference: reference.trim(),
          effectiveOn: effectiveOn || undefined,
          quota: kind === 'pemda-add' && quota !== '' ? Number(quota) : undefined,
          prioritas: kind === 'pemda-add' && prioritas,
        },
        chosen,
      ),
    onSuccess: async () => {
      setFile(null);
      await client.invalidateQueries({ queryKey: ['listChangeLists'] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (file && ready) submit.mutate(file);
  };
  return (
    <section>
      <h2>{text.send}</h2>
      <p className={styles.why}>{text.sendWhy}</p>
      <form onSubmit={send} className={styles.form}>
        <Select
          label={text.kind}
          value={kind}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          onChange={(value) => value && setKind(value as Kind)}
        />
        {who === 'pbi' ? null : (
          <TextInput
            label={text.payer}
            description={text.payerHint[who]}
            value={payer}
            maxLength={20}
            error={payer.length > 1 && !payerRight ? text.payerWrong : undefined}
            onChange={(event) => setPayer(event.currentTarget.value.toUpperCase())}
          />
        )}
        <TextInput
          label={text.reference}
          value={reference}
          maxLength={100}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={text.effective}
          description={text.effectiveHint}
          value={effectiveOn}
          onChange={(event) => setEffectiveOn(event.currentTarget.value)}
        />
        {kind === 'pemda-add' ? (
          <>
            <TextInput
              label={text.quota}
              description={text.quotaHint}
              inputMode="numeric"
              value={quota}
              onChange={(event) => setQuota(event.currentTarget.value.replace(/\D/g, '').slice(0, 7))}
            />
            <Checkbox
              label={text.prioritas}
              checked={prioritas}
              onChange={(event) => setPrioritas(event.currentTarget.checked)}
            />
          </>
        ) : null}
        <FileDrop file={file} accept=".csv,.txt" hint={text.fileHint} onFile={setFile} />
        <Button type="submit" disabled={!ready} loading={submit.isPending}>
          {text.submit}
        </Button>
      </form>
      {submit.error ? <ProblemPanel error={submit.error} /> : null}
      {submit.data ? <Taken list={submit.data} /> : null}
    </section>
  );
}

function Taken({ list }: { list: z.output<typeof ChangeList> }) {
  const text = useText(changeListsText);
  const format = useFormat();
  const n = format.integer;
  return (
    <div className={styles.taken} aria-live="polite">
      <Notice
        tone="good"
        icon={<IconCheck size={20} />}
        title={list.already ? text.already : text.done(format.date(list.effectiveOn))}
      >
        <Link to="/daftar-perubahan/$listId" params={{ listId: String(list.listId) }}>
          {text.sums(n(list.submitted), n(list.accepted), n(list.refused))}
        </Link>
        <ul className={styles.buckets}>
          {Object.entries(list.reasons).map(([reason, count]) => (
            <li key={reason}>
              {text.reasons[reason] ?? reason}: <strong>{n(count)}</strong>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
