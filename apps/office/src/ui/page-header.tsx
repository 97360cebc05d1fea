import { type ReactNode, useEffect } from 'react';
import styles from './page-header.module.css';

interface PageHeaderProps {
  /** Also the title of the browser's tab. */
  title: string;
  /** A short line above the title: where this page belongs. */
  kicker?: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
}

/** The title block of a page; holds the page's only h1. */
export function PageHeader({ title, kicker, lede, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Jangkau`;
  }, [title]);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {kicker ? <div className={styles.kicker}>{kicker}</div> : null}
        <h1 tabIndex={-1} id="page-title">
          {title}
        </h1>
        {lede ? <p className={styles.lede}>{lede}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}
