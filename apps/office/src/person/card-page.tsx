import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { peopleText } from '../people/people-text.ts';
import { RecordTable } from '../people/record-table.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { CardFacts } from './card-facts.tsx';
import styles from './person.module.css';
import { personText } from './person-text.ts';

/** One member card: who holds it, its doubles, and who was compared with it. */
export function CardPage() {
  const { runId, memberKey } = useParams({ from: '/office/pemetaan/$runId/kartu/$memberKey' });
  const text = useText(personText);
  const words = useText(peopleText);
  const format = useFormat();
  const router = useRouter();
  const card = useQuery(apiQuery('getMember', { params: { id: runId, memberKey } }));
  if (card.isPending) return <Loading lines={9} />;
  if (card.error) return <ProblemPanel page error={card.error} onRetry={() => card.refetch()} />;
  const { member, resident, otherCards, claims, bucket } = card.data;
  return (
    <>
      <PageHeader
        kicker={
          <>
            {text.card}{' '}
            <button type="button" className={styles.back} onClick={() => router.history.back()}>
              {text.back}
            </button>
          </>
        }
        title={member.name}
        lede={text.buckets[bucket]}
      />
      <div className={styles.layout}>
        <div>
          {resident ? (
            <RecordTable left={resident} right={member} evidence={[]} rightTitle={text.cardTitle} />
          ) : (
            <CardFacts card={member} />
          )}
          {resident ? (
            <p className={styles.section}>
              <Link
                to="/pemetaan/$runId/orang/$residentKey"
                params={{ runId, residentKey: String(resident.key) }}
              >
                {text.openPerson}
              </Link>
            </p>
          ) : null}
        </div>
        <div>
          {otherCards.length > 0 ? (
            <section>
              <h2>{text.otherCards}</h2>
              <ul className={styles.rows}>
                {otherCards.map((other) => (
                  <li key={other.key} className={styles.kin}>
                    <span>
                      <Link
                        to="/pemetaan/$runId/kartu/$memberKey"
                        params={{ runId, memberKey: String(other.key) }}
                      >
                        {other.name}
                      </Link>
                      <small>
                        {[
                          other.id,
                          other.segment ? (words.segments[other.segment] ?? other.segment) : null,
                          other.status ? (words.statuses[other.status] ?? other.status) : null,
                        ]
                          .filter(Boolean)
                          .join(', ')}
                      </small>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section className={otherCards.length > 0 ? styles.section : ''}>
            <h2>{text.claims}</h2>
            {claims.length === 0 ? <p className={styles.why}>{text.noClaims}</p> : null}
            <ul className={styles.rows}>
              {claims.map((claim) => (
                <li key={claim.residentKey} className={styles.kin}>
                  <Link
                    to="/pemetaan/$runId/orang/$residentKey"
                    params={{ runId, residentKey: String(claim.residentKey) }}
                  >
                    {claim.name}
                  </Link>
                  <span className={styles.share}>{format.percent(claim.probability, 1)}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}
