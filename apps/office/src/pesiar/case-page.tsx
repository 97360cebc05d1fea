import type { CaseFactKept } from '@jangkau/contracts';
import { exitNames, outcomeNames } from '@jangkau/pesiar';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { CasePhotos } from './case-photos.tsx';
import { FactLine } from './fact-line.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

/** One person to resolve: where the case stands, everything that happened, the family and what was photographed. */
export function CasePage() {
  const { caseId } = useParams({ from: '/office/pesiar/kasus/$caseId' });
  const text = useText(pesiarText);
  const format = useFormat();
  const { language } = useLanguage();
  const found = useQuery(apiQuery('getCase', { params: { caseId } }));
  if (found.isPending) return <Loading lines={10} />;
  if (found.error) return <ProblemPanel error={found.error} onRetry={() => found.refetch()} />;
  const { case: one, facts, family, attachments } = found.data;
  const others = family.filter((person) => person.caseId !== caseId);
  return (
    <>
      <PageHeader
        kicker={<Link to="/pesiar/kasus">{text.back}</Link>}
        title={one.name}
        lede={[text.reasons[one.reason], one.banjar, one.address].filter(Boolean).join(' · ')}
      />
      <Figures>
        <Figure
          label={text.state}
          value={one.bucket ? outcomeNames[one.bucket][language] : text.phases[one.phase]}
          note={one.activeFrom ? text.from(format.date(one.activeFrom)) : undefined}
          tone={one.bucket === 'registered' ? 'covered' : 'plain'}
        />
        <Figure
          label={text.agent}
          value={one.agent ?? text.unassigned}
          note={one.dueOn ? text.until(format.date(one.dueOn)) : undefined}
        />
        {one.exitKind ? (
          <Figure
            label={text.form}
            value={text.statuses[one.exitStatus as keyof typeof text.statuses] ?? one.exitStatus}
            note={exitNames[one.exitKind as keyof typeof exitNames]?.[language]}
          />
        ) : null}
        {one.born ? <Figure label={text.born} value={format.shortDate(one.born)} /> : null}
      </Figures>
      {one.memberId ? (
        <p>
          <Link to="/peserta/$memberId" params={{ memberId: String(one.memberId) }}>
            {text.toMember}
          </Link>
        </p>
      ) : null}
      <section className={styles.section}>
        <h2>{text.history}</h2>
        <ol className={styles.facts}>
          {facts.map((fact) => (
            <Fact key={fact.id} fact={fact} />
          ))}
        </ol>
      </section>
      {others.length > 0 ? (
        <section className={styles.section}>
          <h2>{text.family}</h2>
          <ul>
            {others.map((person) => (
              <li key={person.caseId}>
                <Link to="/pesiar/kasus/$caseId" params={{ caseId: person.caseId }}>
                  {person.name}
                </Link>
                : {person.bucket ? outcomeNames[person.bucket][language] : text.phases[person.phase]}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {attachments.length > 0 ? (
        <section className={styles.section}>
          <h2>{text.photos}</h2>
          <CasePhotos caseId={caseId} photos={attachments} />
        </section>
      ) : null}
    </>
  );
}

function Fact({ fact }: { fact: CaseFactKept }) {
  const format = useFormat();
  return (
    <li>
      <time dateTime={fact.at}>
        {format.dateTime(fact.at)} · {fact.by}
      </time>
      <FactLine fact={fact} />
    </li>
  );
}
