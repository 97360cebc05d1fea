import type { AreaFigures } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { CoverageBar } from '../ui/coverage-bar.tsx';
import styles from './areas.module.css';
import { areasText } from './areas-text.ts';

interface AreaCardProps {
  runId: string;
  row: AreaFigures;
  enter?: { code: string; name: string };
  onEnter: (code: string) => void;
}

/** The figures of the area under the pointer or finger. */
export function AreaCard({ runId, row, enter, onEnter }: AreaCardProps) {
  const text = useText(areasText);
  const format = useFormat();
  return (
    <div className={styles.card}>
      <div className={styles.cardHead}>
        <b>{row.name}</b>
        <small>{text.levels[row.level]}</small>
      </div>
      <CoverageBar residents={row.residents} linked={row.linked} inactive={row.inactive} />
      <p className={styles.cardFigures}>
        <Link
          to="/pemetaan/$runId/daftar/$list"
          params={{ runId, list: 'uncovered' }}
          search={{ area: row.code }}
        >
          {text.uncovered} {format.integer(row.uncovered)}
        </Link>{' '}
        (≈ {format.integer(row.expected)}, {format.interval(row.low, row.high)})
        <br />
        <Link
          to="/pemetaan/$runId/daftar/$list"
          params={{ runId, list: 'inactive' }}
          search={{ area: row.code }}
        >
          {text.inactive} {format.integer(row.inactive)}
        </Link>
        <br />
        {text.residents} {format.integer(row.residents)}
      </p>
      {enter ? (
        <Button size="compact-sm" variant="default" onClick={() => onEnter(enter.code)}>
          {text.openArea(enter.name)}
        </Button>
      ) : null}
    </div>
  );
}
