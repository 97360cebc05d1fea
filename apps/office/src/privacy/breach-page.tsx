import { type BreachDetail, breachRoutes as routes, routeUrl } from '@jangkau/contracts';
import { dataKinds } from '@jangkau/privacy';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { AssessForm } from './assess-form.tsx';
import { BreachNotices } from './breach-notices.tsx';
import { breachText } from './breach-text.ts';
import { ClockBadge } from './clock-badge.tsx';
import { LetterList } from './letter-list.tsx';
import { NoteForm } from './note-form.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';
import { Timeline, type TimelineEntry } from './timeline.tsx';
import { useBreachStep } from './use-breach-step.ts';

/** One breach: what is known, whom to tell, and everything that happened. */
export function BreachPage() {
  const { id } = useParams({ from: '/office/pelindungan/insiden/$id' });
  const breach = useQuery(apiQuery('getBreach', { params: { id } }));
  if (breach.error) return <ProblemPanel page error={breach.error} onRetry={() => breach.refetch()} />;
  if (breach.isPending) return <Loading lines={10} />;
  return <BreachView breach={breach.data} />;
}

function BreachView({ breach }: { breach: BreachDetail }) {
  const text = useText(breachText);
  const words = useText(privacyText);
  const format = useFormat();
  const acts = useBreachStep(breach.id);
  const entries = useEntries(breach);
  const error = acts.step.error ?? acts.letter.error;
  const open = breach.stage !== 'closed';
  return (
    <>
      <PageHeader
        kicker={<Link to="/pelindungan/insiden">{text.title}</Link>}
        title={`${text.breachNumber(format.integer(breach.number))}: ${breach.title}`}
        actions={<ClockBadge clock={breach.clock} />}
      />
      <div className={styles.columns}>
        <div>
          <section className={styles.section}>
            <Facts breach={breach} />
          </section>
          <LetterList
            letters={breach.letters}
            address={(letterId) => routeUrl(routes.getBreachLetter, { id: breach.id, letterId })}
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
        </div>
        <aside>
          {error ? <ProblemPanel error={error} /> : null}
          {open && breach.stage !== 'open' ? (
            <section className={`${styles.panel} ${styles.section}`}>
              <BreachNotices breach={breach} acts={acts} />
            </section>
          ) : null}
          {open ? (
            <section className={`${styles.panel} ${styles.section}`}>
              <h2>{text.assessTitle}</h2>
              <p className={styles.why}>{text.assessWhy}</p>
              <AssessForm breach={breach} acts={acts} />
            </section>
          ) : (
            <p className={styles.panel}>{text.closedWhy}</p>
          )}
          {open ? (
            <section className={`${styles.panel} ${styles.section}`}>
              <h2>{text.remedyTitle}</h2>
              <NoteForm
                label={text.remedy}
                action={words.save}
                shortest={3}
                busy={acts.step.isPending}
                onSave={(remedy) => acts.step.mutateAsync({ type: 'remedied', remedy })}
              />
            </section>
          ) : null}
          {open ? (
            <section className={`${styles.panel} ${styles.section}`}>
              <h2>{text.closeTitle}</h2>
              {breach.stage === 'notified' ? (
                <NoteForm
                  label={text.conclusion}
                  action={text.close}
                  shortest={5}
                  busy={acts.step.isPending}
                  onSave={(conclusion) => acts.step.mutateAsync({ type: 'closed', conclusion })}
                />
              ) : (
                <p className={styles.why}>{text.closeWhy}</p>
              )}
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}

function Facts({ breach }: { breach: BreachDetail }) {
  const text = useText(breachText);
  const words = useText(privacyText);
  const format = useFormat();
  const { language } = useLanguage();
  const areas = breach.peopleByArea.map(
    (one) => `${one.name ?? one.area}: ${text.peopleCount(format.integer(one.people))}`,
  );
  const rows: [string, string][] = [
    [text.what, breach.whatHappened],
    [text.happened, breach.happenedAt ? format.dateTime(breach.happenedAt) : text.unknown],
    [text.known, format.dateTime(breach.knownAt)],
    [text.howKnown, breach.howKnown],
    [
      words.due,
      `${format.dateTime(breach.clock.dueAt)} (${words.hours(format.integer(breach.clock.hours))})`,
    ],
    [words.basis, breach.clock.legalBasis],
    [text.data, breach.dataKinds.map((kind) => dataKinds[kind][language]).join('; ') || '–'],
    [text.byArea, areas.join('; ') || '–'],
    [text.cause, breach.cause ?? '–'],
    [text.consequences, breach.consequences ?? '–'],
    [text.remedies, breach.remedies.join('\n') || '–'],
  ];
  return (
    <dl className={styles.facts}>
      <dt>{words.stage}</dt>
      <dd>
        <StateBadge tone={breach.stage === 'closed' ? 'good' : 'plain'}>
          {text.stages[breach.stage]}
        </StateBadge>
        {breach.specific ? <StateBadge tone="uncovered">{text.specific}</StateBadge> : null}
      </dd>
      {rows.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** What happened, in words of the reader's language. */
function useEntries(breach: BreachDetail): TimelineEntry[] {
  const text = useText(breachText);
  const format = useFormat();
  return breach.facts.map((fact) => {
    const entry = { at: fact.at, by: fact.by, title: text.events[fact.type] };
    switch (fact.type) {
      case 'assessed':
        return { ...entry, body: `${text.cause}: ${fact.cause}` };
      case 'remedied':
        return { ...entry, body: fact.remedy };
      case 'letter-issued':
        return { ...entry, body: `${text.audiences[fact.audience]}: ${fact.number}` };
      case 'notified':
        return {
          ...entry,
          body: `${text.audiences[fact.audience]}: ${fact.means}, ${format.dateTime(fact.sentAt)}`,
        };
      case 'noted':
        return { ...entry, body: fact.text };
      case 'closed':
        return { ...entry, body: fact.conclusion };
      default:
        return entry;
    }
  });
}
