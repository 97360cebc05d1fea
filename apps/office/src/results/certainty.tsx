import type { Run, RunSummary } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition } from '../ui/definition.tsx';
import styles from './results.module.css';
import { resultsText } from './results-text.ts';

/** How far the results can be trusted, in plain words. */
export function Certainty({ run, summary }: { run: Run; summary: RunSummary | undefined }) {
  const text = useText(resultsText);
  const format = useFormat();
  const recall = summary?.blocking?.recall;
  const threshold = run.threshold ?? summary?.threshold ?? null;
  return (
    <ul className={styles.certainty}>
      <li>
        <b>
          {typeof recall?.estimate === 'number'
            ? text.recall(format.percent(recall.estimate))
            : text.recallUnknown}
        </b>
        <Definition of="jangkauanPencarian" />
        {typeof recall?.low === 'number' && typeof recall.high === 'number' ? (
          <p>{text.recallRange(format.percent(recall.low), format.percent(recall.high))}</p>
        ) : null}
      </li>
      {run.counts ? (
        <li>
          <b>
            <Link to="/pemetaan/$runId/daftar/$list" params={{ runId: run.id, list: 'doubtful' }}>
              {text.doubtful(format.integer(run.counts.doubtful))}
            </Link>
          </b>
          <Definition of="meragukan" />
          <p>
            {text.doubtfulWhy}{' '}
            <Link to="/pemetaan/$runId/tinjau" params={{ runId: run.id }}>
              {text.review}
            </Link>
          </p>
        </li>
      ) : null}
      <li>
        <b>{threshold === null ? text.thresholdDefault : text.threshold(format.percent(threshold, 1))}</b>
        <Definition of="ambang" />
        <p>
          <Link to="/pemetaan/$runId/model" params={{ runId: run.id }}>
            {text.modelLink}
          </Link>
        </p>
      </li>
    </ul>
  );
}
