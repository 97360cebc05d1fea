import type { Candidate } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './person.module.css';
import { personText } from './person-text.ts';

interface CandidatesProps {
  runId: string;
  candidates: Candidate[];
  chosen: number | null;
  onChoose: (memberKey: number) => void;
}

/** The cards that came closest; choosing one compares it. */
export function Candidates({ runId, candidates, chosen, onChoose }: CandidatesProps) {
  const text = useText(personText);
  const format = useFormat();
  return (
    <section className={styles.section}>
      <h2>{text.otherCandidates}</h2>
      <p className={styles.why}>{text.candidatesHint}</p>
      <ul className={styles.rows}>
        {candidates.map((candidate) => (
          <li key={candidate.memberKey}>
            <button
              type="button"
              className={styles.candidate}
              aria-pressed={candidate.memberKey === chosen}
              onClick={() => onChoose(candidate.memberKey)}
            >
              <span>
                <b>{candidate.record.name}</b>
                <small>
                  {[
                    candidate.record.born ? format.shortDate(candidate.record.born) : null,
                    candidate.record.village,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </small>
              </span>
              <span className={styles.share}>{format.percent(candidate.probability, 1)}</span>
            </button>
            {candidate.takenBy !== null ? (
              <small className={styles.taken}>
                {text.taken}:{' '}
                <Link
                  to="/pemetaan/$runId/orang/$residentKey"
                  params={{ runId, residentKey: String(candidate.takenBy) }}
                >
                  {text.takenOpen}
                </Link>
              </small>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
