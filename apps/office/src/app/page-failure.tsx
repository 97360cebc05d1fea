import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './page-failure.module.css';

/** Shown in the place of a page that could not be drawn. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return (
    <div className={styles.room}>
      <ProblemPanel page error={error} onRetry={reset} />
    </div>
  );
}
