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
import { drawBoundaries } from './geo-path.ts';
import { MapLegend } from './map-legend.tsx';

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
  const drawing = useMemo(
    () =>
      drawBoundaries(
        features.filter((feature) => liesIn(feature.properties.code, area)),
        640,
      ),
    [features, area],
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
      <svg
        viewBox={`0 0 ${drawing.width} ${Math.ceil(drawing.height)}`}
        className={styles.map}
        role="img"
        aria-label={text.mapLabel(props.place, text.measures[measure])}
        onPointerLeave={(event) => event.pointerType === 'mouse' && props.onPoint(null)}
      >
        {drawing.areas.map((shape) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map is the keyboard's way
          <path
            key={shape.code}
            d={shape.d}
            data-class={classFor(rows.get(shape.code), measure, ends)}
            data-on={props.pointed !== null && liesIn(shape.code, props.pointed) ? true : undefined}
            data-chosen={shape.code === (chosen ?? props.marked) || undefined}
            onPointerEnter={(event) => event.pointerType === 'mouse' && props.onPoint(shape.code)}
            onClick={() => setChosen(shape.code === chosen ? null : shape.code)}
            onDoubleClick={() => props.onEnter(childTowards(shape.code, area))}
          />
        ))}
      </svg>
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
