import { type Gathering, routes } from '@jangkau/contracts';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useAreaNames } from '../areas/use-area-names.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import { toastDone } from '../ui/toast.ts';
import { Unsaved } from '../ui/unsaved.tsx';
import styles from './gatherings.module.css';
import { gatheringsText } from './gatherings-text.ts';

type GatheringRow = z.output<typeof Gathering>;
type Guest = z.output<(typeof routes)['getGathering']['response']>['guests'][number];
type Answer = NonNullable<Guest['answer']>;
/** A list that is longer is searched. */
const longList = 10;
const answers: readonly Answer[] = ['agrees', 'thinks-about-it', 'refuses'];

/** A meeting with its guests: who is invited, who came and what they said. */
export function GatheringPage() {
  const { id } = useParams({ from: '/office/pesiar/sosialisasi/$id' });
  const text = useText(gatheringsText);
  const format = useFormat();
  const nameOf = useAreaNames();
  const found = useQuery(apiQuery('getGathering', { params: { id } }));
  if (found.isPending) return <Loading lines={10} />;
  if (found.error) return <ProblemPanel error={found.error} page onRetry={() => found.refetch()} />;
  const { gathering, guests } = found.data;
  const place = nameOf(gathering.banjar ? `${gathering.area}/${gathering.banjar}` : gathering.area);
  return (
    <>
      <PageHeader
        kicker={<Link to="/pesiar/sosialisasi">{text.title}</Link>}
        title={gathering.title}
        lede={[
          format.dateTime(gathering.startsAt),
          gathering.place,
          place,
          gathering.withDinasSosial ? text.withDinasSosial : null,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={<GatheringActs gathering={gathering} />}
      />
      <div className={styles.screenOnly}>
        {gathering.state === 'cancelled' ? <Notice tone="warning">{text.states.cancelled}</Notice> : null}
        <Figures>
          <Figure label={text.invited} value={format.integer(gathering.invited)} />
          {gathering.state === 'held' ? (
            <>
              <Figure label={text.attended} value={format.integer(gathering.attended)} />
              <Figure label={text.agrees} value={format.integer(gathering.agrees)} />
              <Figure label={text.active} value={format.integer(gathering.active)} tone="covered" />
            </>
          ) : null}
        </Figures>
        {gathering.note ? <p>{gathering.note}</p> : null}
      </div>
      {guests.length === 0 ? (
        <EmptyState title={text.nobody} />
      ) : (
        <GuestList key={id} gathering={gathering} guests={guests} />
      )}
    </>
  );
}

function GatheringActs({ gathering }: { gathering: GatheringRow }) {
  const text = useText(gatheringsText);
  const may = useMay();
  const format = useFormat();
  const client = useQueryClient();
  const [cancelling, setCancelling] = useState(false);
  const cancel = useMutation({
    mutationFn: () => call(routes.cancelGathering, { params: { id: gathering.id } }),
    onSuccess: async () => {
      toastDone(text.cancelled);
      setCancelling(false);
      await Promise.all(
        ['getGathering', 'listGatherings'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
  return (
    <div className={`${styles.acts} ${styles.screenOnly}`}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} aria-hidden />}
        onClick={() => window.print()}
      >
        {text.print}
      </Button>
      {gathering.state === 'planned' && may('letter.manage') ? (
        <Button
          component={Link}
          variant="default"
          to={`/pesiar/surat/baru?topic=invitation&gathering=${gathering.id}`}
        >
          {text.invitation}
        </Button>
      ) : null}
      {gathering.state === 'planned' && may('gathering.manage') ? (
        <Button variant="default" onClick={() => setCancelling(true)}>
          {text.cancelAct}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={cancelling}
        title={text.cancelTitle}
        action={text.cancelAct}
        dangerous
        busy={cancel.isPending}
        error={cancel.error}
        onConfirm={() => cancel.mutate()}
        onClose={() => setCancelling(false)}
      >
        {text.cancelWhy(format.integer(gathering.invited))}
      </ConfirmDialog>
    </div>
  );
}

interface Said {
  attended: boolean;
  answer: Answer | null;
}

function GuestList({ gathering, guests }: { gathering: GatheringRow; guests: readonly Guest[] }) {
  const text = useText(gatheringsText);
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(
    () => new Map(guests.map((one) => [one.caseId, { attended: one.attended === true, answer: one.answer }])),
  );
  const [part, setPart] = useState('');
  const save = useMutation({
    mutationFn: () =>
      call(routes.holdGathering, {
        params: { id: gathering.id },
        body: { guests: guests.map(({ caseId }) => ({ caseId, ...saidBy(caseId) })) },
      }),
    onSuccess: async ({ attended }) => {
      toastDone(text.saved(format.integer(attended)));
      await Promise.all(
        ['getGathering', 'listGatherings', 'getFunnel', 'getCase', 'listCases'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
  const works = may('case.work') && gathering.state !== 'cancelled';
  const saidBy = (caseId: string): Said => said.get(caseId) ?? { attended: false, answer: null };
  const tell = (caseId: string, change: Partial<Said>) =>
    setSaid(new Map(said).set(caseId, { ...saidBy(caseId), ...change }));
  const fits = (name: string) => name.toLowerCase().includes(part.trim().toLowerCase());
  const isChanged = guests.some(
    ({ caseId, attended, answer }) =>
      saidBy(caseId).attended !== (attended === true) || saidBy(caseId).answer !== answer,
  );
  const came = [...said.values()].filter(({ attended }) => attended).length;
  return (
    <section className={styles.section}>
      <h2>{text.guests}</h2>
      {works ? <p className={`${styles.why} ${styles.screenOnly}`}>{text.guestsWhy}</p> : null}
      {guests.length > longList ? (
        <div className={`${styles.tools} ${styles.screenOnly}`}>
          <TextInput
            label={text.find}
            value={part}
            maxLength={60}
            onChange={(event) => setPart(event.currentTarget.value)}
          />
        </div>
      ) : null}
      <ScrollBox label={text.guests}>
        <table className={`${table.table} ${table.cards} ${styles.guests}`}>
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.address}</th>
              <th scope="col">{text.attended}</th>
              <th scope="col">{text.answer}</th>
              <th scope="col" className={styles.paperOnly}>
                {text.signature}
              </th>
            </tr>
          </thead>
          <tbody>
            {guests.map(({ caseId, name, address, banjar }) => (
              <tr key={caseId} data-off={!fits(name) || undefined}>
                <td>
                  <Link to="/pesiar/kasus/$caseId" params={{ caseId }}>
                    {name}
                  </Link>
                </td>
                <td data-label={text.address}>{[address, banjar].filter(Boolean).join(', ') || '–'}</td>
                <td data-label={text.attended}>
                  <Checkbox
                    aria-label={text.came(name)}
                    checked={saidBy(caseId).attended}
                    disabled={!works}
                    onChange={(event) => tell(caseId, { attended: event.currentTarget.checked })}
                  />
                </td>
                <td data-label={text.answer}>
                  <NativeSelect
                    aria-label={text.answerOf(name)}
                    size="xs"
                    value={saidBy(caseId).answer ?? ''}
                    disabled={!works || !saidBy(caseId).attended}
                    data={[
                      { value: '', label: text.noAnswer },
                      ...answers.map((value) => ({ value, label: text.answers[value] })),
                    ]}
                    onChange={(event) =>
                      tell(caseId, { answer: (event.currentTarget.value || null) as Answer | null })
                    }
                  />
                </td>
                <td className={styles.paperOnly} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {save.error ? <ProblemPanel error={save.error} /> : null}
      {works ? (
        <div className={`${styles.save} ${styles.screenOnly}`}>
          <span aria-live="polite">
            {text.attended}: {format.integer(came)} / {format.integer(guests.length)}
          </span>
          <Unsaved when={isChanged} />
          <Button
            loading={save.isPending}
            // Saved with nobody, a meeting to come would count as held.
            disabled={came === 0 && gathering.state === 'planned'}
            onClick={() => save.mutate()}
          >
            {text.saveGuests}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
