import type { AreaFigures, BoundaryCollection } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { AreaCard } from './area-card.tsx';
import { childTowards, liesIn } from './area-path.ts';
import styles from './areas.module.css';
import { areasText } from './areas-text.ts';
import { type AreaMeasure, classEnds, classOf, measureOf } from './color-classes.ts';
import { MapLegend } from './map-legend.tsx';
import { VillageShapes } from './village-shapes.tsx';

interface AreaMapProps {
  runId: string;
  area: string | null;
  /** A village to point out. */
  marked: string | null;
  place: string;
  features: BoundaryCollection['features'];
  measure: AreaMeasure;
  pointed: string | null;
  onPoint: (code: string | null) => void;
  onEnter: (code: string) => void;
  names: Map<string, string>;
}

/**
 * The villages of an area, coloured by a measure. Pointing or tapping shows the figures; the list beside the
 * map holds the same for those who cannot see it.
 */
export function AreaMap(props: AreaMapProps) {
  const { runId, area, features, measure } = props;
  const text = useText(areasText);
  const [chosen, setChosen] = useState<string | null>(null);
  const villages = useQuery(
    apiQuery('listAreaFigures', {
      params: { id: runId },
      query: { level: 'village', parent: area ?? undefined },
    }),
  );
  const rows = useMemo(
    () => new Map((villages.data?.items ?? []).map((row) => [row.code, row])),
    [villages.data],
  );
  const ends = useMemo(() => classEnds(valuesOf(rows.values(), measure)), [rows, measure]);
  const hovered = props.pointed && rows.has(props.pointed) ? props.pointed : (chosen ?? props.marked);
  const card = hovered && liesIn(hovered, area) ? rows.get(hovered) : undefined;

  if (villages.error) return <ProblemPanel error={villages.error} onRetry={() => villages.refetch()} />;
  return (
    <div className={styles.mapBox}>
      <VillageShapes
        features={features}
        area={area}
        label={text.mapLabel(props.place, text.measures[measure])}
        classOf={(code) => classFor(rows.get(code), measure, ends)}
        chosen={chosen ?? props.marked}
        pointed={props.pointed}
        onPoint={props.onPoint}
        onChoose={(code) => setChosen(code === chosen ? null : code)}
        onEnter={(code) => props.onEnter(childTowards(code, area))}
      />
      <div className={styles.cardSpace} aria-live="polite">
        {card ? (
          <AreaCard
            runId={runId}
            row={card}
            {...enterTarget(card.code, area, props.marked, props.names)}
            onEnter={props.onEnter}
          />
        ) : (
          <p className={styles.hint}>{text.hint}</p>
        )}
      </div>
      <MapLegend ends={ends} measure={measure} />
    </div>
  );
}

function enterTarget(
  village: string,
  area: string | null,
  marked: string | null,
  names: Map<string, string>,
) {
  const code = childTowards(village, area);
  return code === area || code === marked ? {} : { enter: { code, name: names.get(code) ?? code } };
}

function valuesOf(rows: Iterable<AreaFigures>, measure: AreaMeasure): number[] {
  return [...rows].flatMap((row) => measureOf(row, measure) ?? []);
}

function classFor(row: AreaFigures | undefined, measure: AreaMeasure, ends: number[]): number | 'none' {
  const value = row ? measureOf(row, measure) : null;
  return value === null ? 'none' : classOf(value, ends) + (5 - ends.length);
}
