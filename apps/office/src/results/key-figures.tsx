import type { Run } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import styles from './results.module.css';
import { resultsText } from './results-text.ts';

/** The main figures; every one opens its list. Percentages print what was divided by what. */
export function KeyFigures({ run, expected }: { run: Run; expected: number }) {
  const text = useText(resultsText);
  const format = useFormat();
  const { counts } = run;
  if (!counts) return null;
  const active = counts.linked - counts.inactive;
  const list = (name: string, count: number) => (
    <Link to="/pemetaan/$runId/daftar/$list" params={{ runId: run.id, list: name }}>
      {format.integer(count)}
    </Link>
  );
  return (
    <section className={styles.section}>
      <h2 className="hidden-visually">{text.figures}</h2>
      <Figures>
        <Figure label={text.residents} definition="penduduk" value={list('all', counts.residents)} />
        <Figure
          label={text.uncovered}
          definition="belumTerdaftar"
          tone="uncovered"
          value={list('uncovered', expected)}
          note={text.onList(format.integer(counts.uncovered))}
        />
        <Figure
          label={text.inactive}
          definition="tidakAktif"
          tone="inactive"
          value={list('inactive', counts.inactive)}
          note={text.ofLinked(format.percent(counts.inactive / Math.max(counts.linked, 1)))}
        />
        <Figure
          label={text.coverage}
          definition="cakupan"
          tone="covered"
          value={format.percent(counts.linked / Math.max(counts.residents, 1))}
          note={text.divided(format.integer(counts.linked), format.integer(counts.residents))}
        />
        <Figure
          label={text.activity}
          definition="keaktifan"
          tone="covered"
          value={format.percent(active / Math.max(counts.linked, 1))}
          note={text.divided(format.integer(active), format.integer(counts.linked))}
        />
      </Figures>
    </section>
  );
}
