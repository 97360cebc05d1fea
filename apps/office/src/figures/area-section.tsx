import type { MonthFigures } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useBoundaries } from '../areas/use-boundaries.ts';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { FigureAreas } from './figure-areas.tsx';
import { FigureMap } from './figure-map.tsx';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { type ShareMeasure, shareMeasures } from './shares.ts';

const below = { branch: 'regency', regency: 'district', district: 'village' } as const;

/** The parts of an area: villages on a map where outlines are loaded, and a ranked list one level down. */
export function AreaSection({ view, area }: { view: MonthFigures; area: string | undefined }) {
  const text = useText(figuresText);
  const [measure, setMeasure] = useState<ShareMeasure>('coverage');
  const { month, version } = view.snapshot;
  const { level } = view.area;
  const order = { month, version, area };
  const list = useQuery({
    ...apiQuery('listMonthAreas', {
      query: { ...order, level: level === 'village' ? 'village' : below[level] },
    }),
    enabled: level !== 'village',
  });
  const boundaries = useBoundaries();
  const villages = useQuery({
    ...apiQuery('listMonthAreas', { query: { ...order, level: 'village' } }),
    enabled: level !== 'village' && Boolean(boundaries.data),
  });
  if (level === 'village') return null;
  return (
    <section className={styles.section}>
      <h2>{text.map}</h2>
      <div className={styles.tools}>
        <Segments
          label={text.measure}
          value={measure}
          onChange={setMeasure}
          options={shareMeasures.map((value) => ({ value, label: text.measures[value] }))}
        />
      </div>
      {boundaries.data === null ? <Notice>{text.noMap}</Notice> : null}
      {boundaries.data && villages.data ? (
        <div className={styles.mapHolder}>
          <FigureMap
            features={boundaries.data.features}
            area={area}
            place={view.area.name}
            villages={villages.data.items}
            measure={measure}
            fileName={`peta-${month}`}
          />
        </div>
      ) : null}
      {list.isPending ? <Loading lines={6} height={26} /> : null}
      {list.error ? <ProblemPanel error={list.error} onRetry={() => list.refetch()} /> : null}
      {list.data ? <FigureAreas rows={list.data.items} measure={measure} /> : null}
    </section>
  );
}
