import { useFormat } from '../text/language-context.tsx';
import styles from './step-list.module.css';

interface StepListProps<S extends string> {
  /** Read by screen readers, such as "Step 2 of 4". */
  label: (at: string, of: string) => string;
  current: S;
  steps: ReadonlyArray<{ id: S; label: string; open: boolean }>;
  onGo: (step: S) => void;
}

/** The steps of a longer form; those that can be opened are buttons. */
export function StepList<S extends string>({ label, current, steps, onGo }: StepListProps<S>) {
  const format = useFormat();
  const at = steps.findIndex(({ id }) => id === current);
  return (
    <nav aria-label={label(format.integer(at + 1), format.integer(steps.length))} className={styles.stepNav}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step.id} data-state={index < at ? 'past' : index === at ? 'now' : 'later'}>
            <button
              type="button"
              disabled={!step.open}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => onGo(step.id)}
            >
              <span className={styles.stepNumber}>{index + 1}</span>
              {step.label}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
