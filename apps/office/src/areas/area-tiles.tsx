import type { AreaFigures } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './areas.module.css';
import { areasText } from './areas-text.ts';
import { type AreaMeasure, classEnds, classOf, measureOf } from './color-classes.ts';
import { MapLegend } from './map-legend.tsx';
import { squarify } from './squarify.ts';

interface AreaTilesProps {
  runId: string;
  rows: AreaFigures[];
  measure: AreaMeasure;
  place: string;
  below: 'regency' | 'district' | 'village' | null;
}

/** Areas as tiles: as large as their population, coloured by a measure. Each is a link one level down. */
export function AreaTiles({ runId, rows, measure, place, below }: AreaTilesProps) {
  const text = useText(areasText);
  const format = useFormat();
  const tiles = useMemo(() => squarify(rows, (row) => row.residents, 1.35), [rows]);
  const ends = classEnds(rows.flatMap((row) => measureOf(row, measure) ?? []));
  return (
    <div>
      <nav className={styles.tiles} aria-label={text.tilesLabel(place)}>
        {tiles.map(({ item, x, y, width, height }) => {
          const value = measureOf(item, measure);
          const shown =
            value === null ? '–' : measure === 'jumlah' ? format.integer(value) : format.percent(value, 1);
          const roomy = width * height > 0.012 && width > 0.09;
          return (
            <Link
              key={item.code}
              to="/pemetaan/$runId/wilayah"
              params={{ runId }}
              search={(old) => ({ ...old, area: below ? item.code : old.area })}
              className={styles.tile}
              data-class={value === null ? 'none' : classOf(value, ends) + (5 - ends.length)}
              style={{
                left: `${x * 100}%`,
                top: `${y * 100}%`,
                width: `${width * 100}%`,
                height: `${height * 100}%`,
              }}
              title={`${item.name}: ${shown}`}
            >
              <span className={roomy ? '' : 'hidden-visually'}>{item.name}</span>
              <b className={roomy ? '' : 'hidden-visually'}>{shown}</b>
            </Link>
          );
        })}
      </nav>
      <MapLegend ends={ends} measure={measure} />
    </div>
  );
}
