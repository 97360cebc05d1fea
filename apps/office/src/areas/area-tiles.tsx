import type { AreaFigures } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { areasText } from './areas-text.ts';
import { type AreaMeasure, classEnds, classOf, measureOf } from './color-classes.ts';
import { MapLegend } from './map-legend.tsx';
import { TileMap } from './tile-map.tsx';

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
  const ends = classEnds(rows.flatMap((row) => measureOf(row, measure) ?? []));
  const tiles = rows.map((row) => {
    const value = measureOf(row, measure);
    const shown =
      value === null ? '–' : measure === 'jumlah' ? format.integer(value) : format.percent(value, 1);
    const colour = value === null ? ('none' as const) : classOf(value, ends) + (5 - ends.length);
    return { code: row.code, name: row.name, size: row.residents, colour, shown };
  });
  return (
    <div>
      <TileMap
        label={text.tilesLabel(place)}
        tiles={tiles}
        link={({ code }, props) => (
          <Link
            key={code}
            to="/pemetaan/$runId/wilayah"
            params={{ runId }}
            search={(old) => ({ ...old, area: below ? code : old.area })}
            {...props}
          />
        )}
      />
      <MapLegend ends={ends} measure={measure} />
    </div>
  );
}
