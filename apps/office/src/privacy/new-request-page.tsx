import { type RequestInput, subjectRequestRoutes } from '@jangkau/contracts';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { fromField, toField } from './local-time.ts';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';
import { requestText } from './request-text.ts';

const kinds = ['access', 'correction', 'restriction', 'objection', 'withdrawal', 'erasure'] as const;

/** The form of a request as it came in; opened from a person's page it is tied to that person. */
export function NewRequestPage() {
  const text = useText(requestText);
  const words = useText(privacyText);
  const search = useSearch({ from: '/office/pelindungan/permohonan/baru' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const resident =
    search.run !== undefined && search.orang !== undefined
      ? { runId: search.run, residentKey: search.orang }
      : null;
  const person = search.peserta === undefined ? resident : { memberId: search.peserta };
  const found = useSubjectName(resident, search.peserta);
  const [form, setForm] = useState<Omit<RequestInput, 'receivedAt' | 'person'>>({
    kind: 'access',
    channel: 'counter',
    askedByName: '',
    askedByRelation: 'self',
    askedByAddress: '',
    subjectName: '',
    wish: '',
  });
  const [receivedAt, setReceivedAt] = useState(() => toField(new Date()));
  const change = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const subjectName = form.subjectName || found.name || '';
  const instant = fromField(receivedAt);
  const send = useMutation({
    mutationFn: () =>
      call(subjectRequestRoutes.createRequest, {
        body: { ...form, subjectName, receivedAt: instant ?? '', person },
      }),
    onSuccess: async (request) => {
      await client.invalidateQueries({ queryKey: ['listRequests'] });
      await client.invalidateQueries({ queryKey: ['getPrivacyOverview'] });
      await navigate({ to: '/pelindungan/permohonan/$id', params: { id: request.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (instant !== null) send.mutate();
  };

  return (
    <div className={styles.page}>
      <PageHeader kicker={words.group} title={text.newTitle} lede={text.newLede} />
      <form className={styles.form} onSubmit={submit}>
        <Notice>{person && subjectName ? text.forPerson(subjectName) : text.noPerson}</Notice>
        {found.error ? <ProblemPanel error={found.error} onRetry={found.refetch} /> : null}
        <NativeSelect
          label={text.kind}
          value={form.kind}
          data={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          onChange={(event) => change({ kind: event.currentTarget.value as typeof form.kind })}
        />
        <div className={styles.pair}>
          <NativeSelect
            label={text.channel}
            value={form.channel}
            data={(['counter', 'letter', 'email', 'phone'] as const).map((channel) => ({
              value: channel,
              label: text.channels[channel],
            }))}
            onChange={(event) => change({ channel: event.currentTarget.value as typeof form.channel })}
          />
          <TextInput
            type="datetime-local"
            label={text.receivedAt}
            required
            value={receivedAt}
            max={toField(new Date())}
            onChange={(event) => setReceivedAt(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label={text.subjectName}
          required
          minLength={2}
          maxLength={200}
          autoComplete="off"
          value={subjectName}
          onChange={(event) => change({ subjectName: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <TextInput
            label={text.askedByName}
            required
            minLength={2}
            maxLength={200}
            autoComplete="off"
            value={form.askedByName}
            onChange={(event) => change({ askedByName: event.currentTarget.value })}
          />
          <NativeSelect
            label={text.askedByRelation}
            value={form.askedByRelation}
            data={(['self', 'parent', 'guardian', 'proxy'] as const).map((relation) => ({
              value: relation,
              label: text.relations[relation],
            }))}
            onChange={(event) =>
              change({ askedByRelation: event.currentTarget.value as typeof form.askedByRelation })
            }
          />
        </div>
        <TextInput
          label={text.askedByAddress}
          required
          minLength={2}
          maxLength={300}
          autoComplete="off"
          value={form.askedByAddress}
          onChange={(event) => change({ askedByAddress: event.currentTarget.value })}
        />
        <Textarea
          label={text.wish}
          description={text.wishHint}
          required
          minLength={5}
          maxLength={2000}
          rows={4}
          value={form.wish}
          onChange={(event) => change({ wish: event.currentTarget.value })}
        />
        {send.error ? <ProblemPanel error={send.error} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" loading={send.isPending}>
            {text.send}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** Name of the resident or member the form was opened from. */
function useSubjectName(resident: { runId: string; residentKey: number } | null, memberId?: number) {
  const person = apiQuery('getPerson', {
    params: { id: resident?.runId ?? '', residentKey: resident?.residentKey ?? 0 },
  });
  const membership = apiQuery('getMembership', { params: { memberId: memberId ?? 0 } });
  const ofPerson = useQuery(resident ? person : { ...person, queryFn: skipToken });
  const ofMember = useQuery(memberId === undefined ? { ...membership, queryFn: skipToken } : membership);
  return memberId === undefined
    ? { name: ofPerson.data?.resident.name, error: ofPerson.error, refetch: () => ofPerson.refetch() }
    : { name: ofMember.data?.member.name, error: ofMember.error, refetch: () => ofMember.refetch() };
}
