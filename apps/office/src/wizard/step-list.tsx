import { useFormat, useText } from '../text/language-context.tsx';
import styles from './step-list.module.css';
import { furthestStep, type StepProps, type WizardStep, wizardSteps } from './wizard-step.ts';
import { wizardText } from './wizard-text.ts';

/** The steps as a list; those that can be opened are buttons. */
export function StepList({ current, files, onGo }: StepProps & { current: WizardStep }) {
  const text = useText(wizardText);
  const format = useFormat();
  const at = wizardSteps.indexOf(current);
  return (
    <nav
      aria-label={text.stepOf(format.integer(at + 1), format.integer(wizardSteps.length))}
      className={styles.stepNav}
    >
      <ol className={styles.steps}>
        {wizardSteps.map((step, index) => (
          <li key={step} data-state={index < at ? 'past' : index === at ? 'now' : 'later'}>
            <button
              type="button"
              disabled={furthestStep(step, files) !== step}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => onGo(step)}
            >
              <span className={styles.stepNumber}>{index + 1}</span>
              {text.steps[step]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
