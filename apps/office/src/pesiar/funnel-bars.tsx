import type { FunnelFigures } from '@jangkau/contracts';
import type { z } from 'zod';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

const steps = ['mapped', 'visited', 'advocated', 'registered', 'active'] as const;

/** Petakan, Sisir, Advokasi, Registrasi, active: bars as long as the people who came so far. */
export function FunnelBars({ figures }: { figures: z.output<typeof FunnelFigures> }) {
  const text = useText(pesiarText);
  const format = useFormat();
  return (
    <ul className={styles.funnel}>
      {steps.map((step) => {
        const share = figures.mapped > 0 ? figures[step] / figures.mapped : 0;
        return (
          <li key={step} data-step={step}>
            <span>{text.funnel[step]}</span>
            <span aria-hidden>
              <i style={{ width: `${share * 100}%` }} />
            </span>
            <span>
              <strong>{format.integer(figures[step])}</strong>
              {step === 'mapped' ? null : <small>{text.ofMapped(format.percent(share, 1))}</small>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
