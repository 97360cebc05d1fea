import type { ReactNode } from 'react';
import table from './table.module.css';

/** Holds what may be wider than a phone; the keyboard can scroll it too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={table.wrap} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
