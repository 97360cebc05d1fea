import { Fragment } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import table from '../ui/table.module.css';
import styles from './funnel.module.css';
import type { FunnelStep } from './funnel-steps.ts';
import { resultsText } from './results-text.ts';

/** Below this share a part is drawn this wide, or nobody could see it. */
const NARROWEST = 0.06;
/** Below this share of the width a step's words stand beside its bar: they would not fit into it. */
const FITS_WORDS = 50;

/**
 * The way from all residents to those not registered, drawn: each row is what the row above left, enlarged to
 * the full width, so that a share of one percent can still be seen.
 */
export function Funnel({ steps, residents }: { steps: FunnelStep[]; residents: number }) {
  const text = useText(resultsText);
  const format = useFormat();
  const last = steps[steps.length - 1];
  return (
    <>
      <div className={styles.funnel} aria-hidden="true">
        <div className={styles.all}>
          <span>{text.residents}</span> <b>{format.integer(residents)}</b>
        </div>
        {steps.map((step) => {
          const rest = step.begin > 0 ? Math.max(step.left / step.begin, step.left > 0 ? NARROWEST : 0) : 0;
          const cut = (1 - rest) * 100;
          const words = (
            <>
              <span>{text.steps[step.key]}</span>
              <b>{format.integer(step.settled)}</b>
            </>
          );
          return (
            <Fragment key={step.key}>
              <div className={styles.row}>
                <div
                  className={`${styles.settled} ${cut < FITS_WORDS ? styles.bare : ''}`}
                  style={{ width: `${cut}%` }}
                >
                  {cut >= FITS_WORDS ? words : null}
                </div>
                <div className={styles.rest}>{cut < FITS_WORDS ? words : null}</div>
              </div>
              {step.left > 0 ? (
                <svg
                  className={styles.lens}
                  viewBox="0 0 100 20"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <polygon points={`${cut},0 100,0 100,20 0,20`} />
                </svg>
              ) : null}
            </Fragment>
          );
        })}
        <div className={styles.end}>
          <span>{text.end}</span>
          <b>{format.integer(last?.left ?? 0)}</b>
        </div>
      </div>
      <details className={styles.details}>
        <summary>{text.funnelTable}</summary>
        <table className={table.table}>
          <thead>
            <tr>
              <th>{text.step}</th>
              <th className={table.number}>{text.begin}</th>
              <th className={table.number}>{text.settled}</th>
              <th className={table.number}>{text.left}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.key}>
                <td>{text.steps[step.key]}</td>
                <td className={table.number}>{format.integer(step.begin)}</td>
                <td className={table.number}>{format.integer(step.settled)}</td>
                <td className={table.number}>{format.integer(step.left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
