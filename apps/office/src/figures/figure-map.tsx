import type { AreaCounts, BoundaryCollection } from '@jangkau/contracts';
import { useMemo, useState } from 'react';
import { liesIn } from '../areas/area-path.ts';
import areas from '../areas/areas.module.css';
import { classEnds, classOf } from '../areas/color-classes.ts';
import { drawBoundaries } from '../areas/geo-path.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { SaveButtons } from './save-buttons.tsx';
import { type ShareMeasure, shareOf } from './shares.ts';

interface FigureMapProps {
  features: BoundaryCollection['features'];
  area: string | undefined;
  place: string;
  villages: readonly AreaCounts[];
  measure: ShareMeasure;
  fileName: string;
}

/** Villages coloured by a share, the lowest darkest. The list below the map holds the same numbers. */
export function FigureMap({ features, area, place, villages, measure, fileName }: FigureMapProps) {
  const text = useText(figuresText);
  const format = useFormat();
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const drawing = useMemo(
    () =>
      drawBoundaries(
        features.filter((feature) => liesIn(feature.properties.code, area ?? null)),
        640,
      ),
    [features, area],
  );
  const rows = useMemo(() => new Map(villages.map((row) => [row.code, row])), [villages]);
  const ends = useMemo(
    () => classEnds(villages.flatMap((row) => shareOf(row, measure) ?? [])),
    [villages, measure],
  );
  const classFor = (row: AreaCounts | undefined) => {
    const share = row && shareOf(row, measure);
    return share === null || share === undefined
      ? 'none'
      : ends.length - 1 - classOf(share, ends) + (5 - ends.length);
  };
  const card = chosen ? rows.get(chosen) : undefined;
  return (
    <div>
      <svg
        ref={setSvg}
        viewBox={`0 0 ${drawing.width} ${Math.ceil(drawing.height)}`}
        className={areas.map}
        role="img"
        aria-label={text.mapLabel(text.measures[measure], place)}
      >
        {drawing.areas.map((shape) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list below the map is the keyboard's way
          <path
            key={shape.code}
            d={shape.d}
            data-class={classFor(rows.get(shape.code))}
            data-chosen={shape.code === chosen || undefined}
            onPointerEnter={(event) => event.pointerType === 'mouse' && setChosen(shape.code)}
            onClick={() => setChosen(shape.code)}
          />
        ))}
      </svg>
      <p className={styles.mapCard} aria-live="polite">
        {card ? (
          <>
            <strong>{card.name}</strong>: {text.measures[measure]} {shareText(shareOf(card, measure))} ·{' '}
            {text.members} {format.integer(card.members)} · {text.population}{' '}
            {card.population === null ? '–' : format.integer(card.population)}
          </>
        ) : (
          text.mapHint
        )}
      </p>
      <div className={areas.legend}>
        <span>{text.measures[measure]}</span>
        <ol>
          {ends.map((end, index) => (
            <li key={end}>
              <span className={areas.swatch} data-class={ends.length - 1 - index + (5 - ends.length)} />≤{' '}
              {format.percent(end, 1)}
            </li>
          ))}
        </ol>
      </div>
      <SaveButtons svg={svg} what={text.drawing} name={fileName} />
    </div>
  );

  function shareText(share: number | null) {
    return share === null ? '–' : format.percent(share, 1);
  }
}
