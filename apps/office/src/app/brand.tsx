import styles from './shell.module.css';

/** The mark and the name: a reach over someone. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--mark, #0b5a60)" />
        <path d="M8 22a9.5 9.5 0 0 1 16 0" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
        <circle cx="16" cy="11" r="3.5" fill="#fff" />
      </svg>
      <span className={styles.name}>Jangkau</span>
    </span>
  );
}
