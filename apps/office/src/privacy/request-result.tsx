import type { RequestResultView } from '@jangkau/contracts';
import { useFormat } from '../text/language-context.tsx';
import styles from './privacy.module.css';

interface RequestResultProps {
  result: RequestResultView;
  doneTitle: string;
  keptTitle: string;
}

/** What an act does, in numbers, and what stays with the law that says so. */
export function RequestResult({ result, doneTitle, keptTitle }: RequestResultProps) {
  const format = useFormat();
  return (
    <div>
      <b>{doneTitle}</b>
      <ul className={styles.list}>
        {result.done.map((one) => (
          <li key={one.what}>
            {one.what}: {format.integer(one.count)}
          </li>
        ))}
      </ul>
      {result.kept.length > 0 ? (
        <>
          <b>{keptTitle}</b>
          <ul className={styles.list}>
            {result.kept.map((one) => (
              <li key={one.what}>
                {one.what}
                <small>{one.legalBasis}</small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
