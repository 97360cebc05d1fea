import type { InactiveKind, Run, RunSummary } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition, type DefinitionKey } from '../ui/definition.tsx';
import styles from './results.module.css';
import { resultsText } from './results-text.ts';

const KINDS = ['arrears', 'lapsed', 'ended', 'unknown'] as const satisfies readonly InactiveKind[];
const DEFINITION: Partial<Record<InactiveKind, DefinitionKey>> = {
  arrears: 'menunggak',
  lapsed: 'mutasi',
  ended: 'berakhir',
};

/** The kinds of inactivity as bars; each opens its list and names its cure. */
export function InactiveKinds({ run, summary }: { run: Run; summary: RunSummary | undefined }) {
  const text = useText(resultsText);
  const format = useFormat();
  const inactive = summary?.counts?.inactive;
  if (!inactive) return null;
  const most = Math.max(...KINDS.map((kind) => inactive[kind] ?? 0), 1);
  const total = Math.max(
    KINDS.reduce((sum, kind) => sum + (inactive[kind] ?? 0), 0),
    1,
  );
  return (
    <ul className={styles.bars}>
      {KINDS.filter((kind) => (inactive[kind] ?? 0) > 0).map((kind) => {
        const count = inactive[kind] ?? 0;
        const definition = DEFINITION[kind];
        return (
          <li key={kind}>
            <div className={styles.barHead}>
              <span>
                {text.kinds[kind]}
                {definition ? <Definition of={definition} /> : null}
              </span>
              <span>
                <Link
                  to="/pemetaan/$runId/daftar/$list"
                  params={{ runId: run.id, list: 'inactive' }}
                  search={{ kind }}
                >
                  {format.integer(count)}
                </Link>{' '}
                <small>{format.percent(count / total, 1)}</small>
              </span>
            </div>
            <div className={styles.track} aria-hidden>
              <span data-tone="inactive" style={{ width: `${(count / most) * 100}%` }} />
            </div>
            <small>{text.kindAdvice[kind]}</small>
          </li>
        );
      })}
    </ul>
  );
}
