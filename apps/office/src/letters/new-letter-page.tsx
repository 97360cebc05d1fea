import { type LetterOrder, letterTopics, routes } from '@jangkau/contracts';
import { Button, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useBanjars } from '../pesiar/use-banjars.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone } from '../ui/toast.ts';
import { type LetterChoice, orderOf } from './letter-choice.ts';
import { LetterSheet } from './letter-sheet.tsx';
import styles from './letters.module.css';
import { lettersText } from './letters-text.ts';

/** Chooses a letter, shows it as it would be issued, and issues it. */
export function NewLetterPage() {
  const text = useText(lettersText);
  const client = useQueryClient();
  const navigate = useNavigate();
  const choice = useSearch({ from: '/office/pesiar/surat/baru' });
  const order = orderOf(choice);
  const [asking, setAsking] = useState(false);
  const preview = useQuery({
    queryKey: ['previewPesiarLetter', order],
    enabled: order !== null,
    retry: false,
    queryFn: ({ signal }) => call(routes.previewPesiarLetter, { body: order as LetterOrder, signal }),
  });
  const issue = useMutation({
    mutationFn: () => call(routes.issuePesiarLetter, { body: order as LetterOrder }),
    onSuccess: async ({ id, number }) => {
      toastDone(text.issuedToast(number));
      await client.invalidateQueries({ queryKey: ['listPesiarLetters'] });
      await navigate({ to: '/pesiar/surat/$id', params: { id } });
    },
  });
  return (
    <>
      <PageHeader
        kicker={<Link to="/pesiar/surat">{text.title}</Link>}
        title={text.newTitle}
        lede={text.newLede}
      />
      <div className={styles.order}>
        <div className={styles.choices}>
          <Choices choice={choice} />
          <Button disabled={!preview.data} onClick={() => setAsking(true)}>
            {text.issue}
          </Button>
        </div>
        <section>
          <h2>{text.preview}</h2>
          <p className={styles.why}>{text.previewWhy}</p>
          {order === null ? <EmptyState title={text.choose} /> : null}
          {order !== null && preview.isPending ? <Loading lines={12} /> : null}
          {preview.error ? <ProblemPanel error={preview.error} /> : null}
          {preview.data ? <LetterSheet letter={preview.data} /> : null}
        </section>
      </div>
      <ConfirmDialog
        opened={asking}
        title={text.issueTitle}
        action={text.issue}
        busy={issue.isPending}
        error={issue.error}
        onConfirm={() => issue.mutate()}
        onClose={() => setAsking(false)}
      >
        {text.issueWhy}
      </ConfirmDialog>
    </>
  );
}

function Choices({ choice }: { choice: LetterChoice }) {
  const text = useText(lettersText);
  const navigate = useNavigate({ from: '/pesiar/surat/baru' });
  const set = (part: Partial<LetterChoice>) =>
    void navigate({ search: { ...choice, ...part }, replace: true });
  const topic = choice.topic ?? 'dinas-sosial';
  return (
    <>
      <Select
        label={text.topic}
        allowDeselect={false}
        value={topic}
        data={letterTopics.map((value) => ({ value, label: text.topics[value] }))}
        onChange={(value) => set({ topic: value as LetterChoice['topic'] })}
      />
      {topic === 'dinas-sosial' ? (
        <>
          <Select
            label={text.exit}
            allowDeselect={false}
            value={choice.exit ?? 'pemda'}
            data={(['pemda', 'pbi'] as const).map((value) => ({ value, label: text.exits[value] }))}
            onChange={(value) => set({ exit: value as 'pemda' | 'pbi' })}
          />
          <AreaPicker
            label={text.area}
            levels={['regency', 'district', 'village']}
            value={choice.area ?? null}
            onChange={(code) => set({ area: code ?? undefined })}
          />
        </>
      ) : null}
      {topic === 'employer' ? <EmployerChoice choice={choice} onChange={set} /> : null}
      {topic === 'invitation' ? <GatheringChoice choice={choice} onChange={set} /> : null}
      {topic === 'visit-list' ? <BanjarChoice choice={choice} onChange={set} /> : null}
    </>
  );
}

interface PartProps {
  choice: LetterChoice;
  onChange: (part: Partial<LetterChoice>) => void;
}

/** Employers with workers who wait, known by their codes; the letter is about all of them within reach. */
function EmployerChoice({ choice, onChange }: PartProps) {
  const text = useText(lettersText);
  const format = useFormat();
  const forms = useQuery(
    apiQuery('listForms', { query: { desk: 'employer', status: 'waiting', limit: 200 } }),
  );
  const known = (forms.data?.items ?? []).filter(({ employerCode }) => employerCode !== null);
  const byCode = Map.groupBy(known, ({ employerCode }) => employerCode as string);
  return (
    <>
      <Select
        label={text.employer}
        searchable
        value={choice.employer ?? null}
        description={forms.data && byCode.size === 0 ? text.noEmployers : undefined}
        data={[...byCode].map(([code, own]) => ({
          value: code,
          label: text.employerChoice(own[0]?.employerName ?? code, format.integer(own.length)),
        }))}
        onChange={(value) => {
          const [first] = byCode.get(value ?? '') ?? [];
          onChange({ employer: value ?? undefined, area: choice.area ?? first?.area.slice(0, 5) });
        }}
      />
      <AreaPicker
        label={text.area}
        levels={['regency', 'district', 'village']}
        value={choice.area ?? null}
        onChange={(code) => onChange({ area: code ?? undefined })}
      />
    </>
  );
}

function GatheringChoice({ choice, onChange }: PartProps) {
  const text = useText(lettersText);
  const format = useFormat();
  const gatherings = useQuery(apiQuery('listGatherings'));
  const planned = (gatherings.data?.items ?? []).filter(({ state }) => state === 'planned');
  return (
    <Select
      label={text.gathering}
      value={choice.gathering ?? null}
      description={gatherings.data && planned.length === 0 ? text.noGatherings : undefined}
      data={planned.map(({ id, title, startsAt }) => ({
        value: id,
        label: `${title}, ${format.dateTime(startsAt)}`,
      }))}
      onChange={(value) => onChange({ gathering: value ?? undefined })}
    />
  );
}

function BanjarChoice({ choice, onChange }: PartProps) {
  const text = useText(lettersText);
  const may = useMay();
  const village = choice.area?.length === 13 ? choice.area : null;
  const banjars = useBanjars(village);
  const agents = useQuery({ ...apiQuery('listAgents'), enabled: may('case.assign') });
  return (
    <>
      <AreaPicker
        label={text.village}
        levels={['village']}
        value={village}
        onChange={(code) => onChange({ area: code ?? undefined, banjar: undefined })}
      />
      <Select
        label={text.banjar}
        searchable
        disabled={village === null}
        value={choice.banjar ?? null}
        data={banjars}
        onChange={(value) => onChange({ banjar: value ?? undefined })}
      />
      {agents.data ? (
        <Select
          label={text.agent}
          clearable
          placeholder={text.anyAgent}
          value={choice.agent ?? null}
          data={agents.data.items.map(({ agent, name }) => ({ value: agent, label: name }))}
          onChange={(value) => onChange({ agent: value ?? undefined })}
        />
      ) : null}
    </>
  );
}
