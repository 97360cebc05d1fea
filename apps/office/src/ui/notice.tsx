import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  title?: ReactNode;
  children?: ReactNode;
  tone?: 'plain' | 'good' | 'warning' | 'problem';
  icon?: ReactNode;
}

/** A message set apart from the text around it. */
export function Notice({ title, children, tone = 'plain', icon }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div>
        {title ? <p className={styles.title}>{title}</p> : null}
        <div className={styles.words}>{children}</div>
      </div>
    </div>
  );
}

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
}

/** Nothing to show: says why and what to do next. */
export function EmptyState({ title, children, icon, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon}
      <p className={styles.title}>{title}</p>
      {children ? <p>{children}</p> : null}
      {actions}
    </div>
  );
}
