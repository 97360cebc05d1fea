import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { describeFailure } from '../api/describe-failure.ts';
import { useLanguage, useText } from '../text/language-context.tsx';
import styles from './notice.module.css';
import { uiText } from './ui-text.ts';

interface ProblemPanelProps {
  error: unknown;
  onRetry?: () => void;
  /** What the reader wanted when this went wrong. */
  title?: string;
  /** Stands in the place of a whole page: its title is the page's. */
  page?: boolean;
}

/** A failure in plain words, with what to do about it. */
export function ProblemPanel({ error, onRetry, title, page }: ProblemPanelProps) {
  const text = useText(uiText);
  const { language } = useLanguage();
  const failure = describeFailure(error, language);
  return (
    <div className={styles.notice} data-tone="problem" role="alert">
      <IconAlertTriangle aria-hidden size={22} className={styles.icon} />
      <div>
        {page ? (
          <h1 className={styles.title}>{title ?? failure.title}</h1>
        ) : (
          <p className={styles.title}>{title ?? failure.title}</p>
        )}
        <p className={styles.words}>{failure.detail}</p>
        <p className={styles.words}>{failure.advice}</p>
        {onRetry ? (
          <Button size="xs" variant="default" mt={10} onClick={onRetry}>
            {text.retry}
          </Button>
        ) : null}
        {failure.reference ? <p className={styles.small}>{text.reference(failure.reference)}</p> : null}
      </div>
    </div>
  );
}
