import type { ReactNode } from 'react';
import { Definition, type DefinitionKey } from './definition.tsx';
import styles from './figure.module.css';

interface FigureProps {
  label: ReactNode;
  value: ReactNode;
  /** Interval, share or another line that qualifies the value. */
  note?: ReactNode;
  definition?: DefinitionKey;
  tone?: 'plain' | 'covered' | 'inactive' | 'uncovered';
}

// Characters that no longer fit half a phone in large type: billions of rupiah.
const LONG = 12;

/** One number with its name, what qualifies it, and its definition one press away. */
export function Figure({ label, value, note, definition, tone = 'plain' }: FigureProps) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <dt className={styles.label}>
        {label}
        {definition ? <Definition of={definition} /> : null}
      </dt>
      <dd className={styles.value}>
        <span
          className={styles.number}
          data-long={(typeof value === 'string' && value.length > LONG) || undefined}
        >
          {value}
        </span>
        {note ? <span className={styles.note}>{note}</span> : null}
      </dd>
    </div>
  );
}

/** A row of figures. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={`${styles.figures} figures`}>{children}</dl>;
}
