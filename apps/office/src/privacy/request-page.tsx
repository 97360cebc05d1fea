import { type RequestDetail, subjectRequestRoutes as routes, routeUrl } from '@jangkau/contracts';
import { refusalGrounds } from '@jangkau/privacy';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { ClockBadge } from './clock-badge.tsx';
import { LetterList } from './letter-list.tsx';
import { NoteForm } from './note-form.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';
import { RequestPanel } from './request-panel.tsx';
import { RequestResult } from './request-result.tsx';
import { requestText } from './request-text.ts';
import { Timeline, type TimelineEntry } from './timeline.tsx';
import { useRequestStep } from './use-request-step.ts';

/** One request: what was asked, the next step, and everything that happened. */
export function RequestPage() {
  const { id } = useParams({ from: '/office/pelindungan/permohonan/$id' });
  const request = useQuery(apiQuery('getRequest', { params: { id } }));
  if (request.error) return <ProblemPanel page error={request.error} onRetry={() => request.refetch()} />;
  if (request.isPending) return <Loading lines={10} />;
  return <RequestView request={request.data} />;
}

function RequestView({ request }: { request: RequestDetail }) {
  const text = useText(requestText);
  const words = useText(privacyText);
  const format = useFormat();
  const acts = useRequestStep(request.id);
  const closed = request.stage === 'answered' || request.stage === 'taken-back';
  const entries = useEntries(request);
  return (
    <>
      <PageHeader
        kicker={<Link to="/pelindungan/permohonan">{text.title}</Link>}
        title={`${text.requestNumber(format.integer(request.number))}: ${words.kinds[request.kind]}`}
        actions={<ClockBadge clock={request.clock} />}
      />
      <div className={styles.columns}>
        <div>
          <section className={styles.section}>
            <Facts request={request} />
          </section>
          {request.result ? (
            <section className={styles.section}>
              <RequestResult result={request.result} doneTitle={text.done} keptTitle={text.kept} />
              {request.kind === 'access' ? <PackageLinks request={request} /> : null}
            </section>
          ) : null}
          <LetterList
            letters={request.letters}
            address={(letterId) => routeUrl(routes.getRequestLetter, { id: request.id, letterId })}
          />
          <section className={styles.section}>
            <h2>{words.timeline}</h2>
            <Timeline entries={entries} />
          </section>
          <section className={styles.section}>
            <NoteForm
              quiet
              label={words.note}
              action={words.addNote}
              busy={acts.step.isPending}
              onSave={(note) => acts.step.mutateAsync({ type: 'noted', text: note })}
            />
          </section>
          {request.restrictionInForce ? (
            <section className={styles.section}>
              <h2>{text.lift}</h2>
              <NoteForm
                quiet
                label={text.because}
                action={text.lift}
                shortest={5}
                busy={acts.step.isPending}
                onSave={(reason) => acts.step.mutateAsync({ type: 'restriction-lifted', reason })}
              />
            </section>
          ) : null}
          {closed ? null : (
            <section className={styles.section}>
              <h2>{text.takeBack}</h2>
              <NoteForm
                quiet
                label={text.because}
                action={words.save}
                shortest={5}
                busy={acts.step.isPending}
                onSave={(reason) => acts.step.mutateAsync({ type: 'taken-back', reason })}
              />
            </section>
          )}
        </div>
        <aside>
          <RequestPanel request={request} />
        </aside>
      </div>
    </>
  );
}

function Facts({ request }: { request: RequestDetail }) {
  const text = useText(requestText);
  const words = useText(privacyText);
  const format = useFormat();
  const asker = `${request.askedByName} (${text.relations[request.askedByRelation]}), ${request.askedByAddress}`;
  return (
    <dl className={styles.facts}>
      <dt>{words.stage}</dt>
      <dd>
        <StateBadge tone={request.stage === 'answered' ? 'good' : 'plain'}>
          {text.stages[request.stage]}
        </StateBadge>
        {request.restrictionInForce ? <StateBadge tone="inactive">{text.restricted}</StateBadge> : null}
      </dd>
      <dt>{text.about}</dt>
      <dd>
        {request.subjectName}
        {request.village ? `, ${request.village}` : ''}{' '}
        {request.person ? <PersonLink person={request.person} /> : null}
      </dd>
      <dt>{text.asker}</dt>
      <dd>{asker}</dd>
      <dt>{text.wish}</dt>
      <dd>{request.wish}</dd>
      <dt>{words.received}</dt>
      <dd>{format.dateTime(request.receivedAt)}</dd>
      <dt>{words.due}</dt>
      <dd>
        {format.dateTime(request.clock.dueAt)} ({words.hours(format.integer(request.clock.hours))})
      </dd>
      <dt>{words.basis}</dt>
      <dd>{request.clock.legalBasis}</dd>
      {request.decision ? (
        <>
          <dt>{text.decision}</dt>
          <dd>{text.decisions[request.decision]}</dd>
        </>
      ) : null}
    </dl>
  );
}

function PackageLinks({ request }: { request: RequestDetail }) {
  const text = useText(requestText);
  const address = (file: string) => routeUrl(routes.getRequestPackage, { id: request.id, file });
  return (
    <>
      <h2>{text.package}</h2>
      <p className={styles.why}>{text.packageWhy}</p>
      <div className={styles.buttons}>
        {(['data.pdf', 'data.json', 'data.csv'] as const).map((file) => (
          <Button key={file} component="a" variant="default" href={address(file)} download>
            {text.packageFiles[file]}
          </Button>
        ))}
      </div>
    </>
  );
}

/** What happened, in words of the reader's language. */
function useEntries(request: RequestDetail): TimelineEntry[] {
  const text = useText(requestText);
  const { language } = useLanguage();
  return request.facts.map((fact) => {
    const entry = { at: fact.at, by: fact.by, title: text.events[fact.type] };
    if (fact.type === 'identity-checked')
      return {
        ...entry,
        body: `${fact.confirmed ? text.confirmed : text.notConfirmed}: ${text.methods[fact.method]}`,
      };
    if (fact.type === 'decided')
      return {
        ...entry,
        body: [
          text.decisions[fact.decision],
          ...fact.grounds.map((ground) => refusalGrounds[ground][language]),
          fact.reason,
        ]
          .filter(Boolean)
          .join('. '),
      };
    if (fact.type === 'letter-issued') return { ...entry, body: fact.number };
    if (fact.type === 'noted') return { ...entry, body: fact.text };
    if (fact.type === 'carried-out') return entry;
    return { ...entry, body: fact.reason };
  });
}

/** Leads to the page of the resident or member a request is about. */
function PersonLink({ person }: { person: NonNullable<RequestDetail['person']> }) {
  const text = useText(requestText);
  return 'memberId' in person ? (
    <Link to="/peserta/$memberId" params={{ memberId: String(person.memberId) }}>
      {text.openPerson}
    </Link>
  ) : (
    <Link
      to="/pemetaan/$runId/orang/$residentKey"
      params={{ runId: person.runId, residentKey: String(person.residentKey) }}
    >
      {text.openPerson}
    </Link>
  );
}
