import type { BoundaryCollection } from '@jangkau/contracts';
import { useMemo } from 'react';
import { liesIn } from './area-path.ts';
import styles from './areas.module.css';
import type { Shade } from './color-classes.ts';
import { drawBoundaries } from './geo-path.ts';

interface VillageShapesProps {
  features: BoundaryCollection['features'];
  /** Only villages of this area. */
  area: string | null;
  /** What the map shows, for those who cannot see it. */
  label: string;
  /** Class of colour of a village. */
  classOf: (code: string) => Shade;
  chosen: string | null;
  /** The larger area whose villages are set off. */
  pointed?: string | null;
  onPoint?: (code: string | null) => void;
  onChoose: (code: string) => void;
  onEnter?: (code: string) => void;
}

/** Outlines of villages, coloured. A list beside it has to hold the same for the keyboard. */
export function VillageShapes(props: VillageShapesProps) {
  const { features, area, chosen, pointed = null, onPoint } = props;
  const drawing = useMemo(
    () =>
      drawBoundaries(
        features.filter((feature) => liesIn(feature.properties.code, area)),
        640,
      ),
    [features, area],
  );
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${Math.ceil(drawing.height)}`}
      className={styles.map}
      role="img"
      aria-label={props.label}
      onPointerLeave={(event) => event.pointerType === 'mouse' && onPoint?.(null)}
    >
      {drawing.areas.map((shape) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map is the keyboard's way
        <path
          key={shape.code}
          d={shape.d}
          data-class={props.classOf(shape.code)}
          data-on={(pointed !== null && liesIn(shape.code, pointed)) || undefined}
          data-chosen={shape.code === chosen || undefined}
          onPointerEnter={(event) => event.pointerType === 'mouse' && onPoint?.(shape.code)}
          onClick={() => props.onChoose(shape.code)}
          onDoubleClick={() => props.onEnter?.(shape.code)}
        />
      ))}
    </svg>
  );
}
