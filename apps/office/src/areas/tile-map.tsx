import { type ReactNode, useMemo } from 'react';
import styles from './areas.module.css';
import type { Shade } from './color-classes.ts';
import { squarify } from './squarify.ts';

/** An area as a tile. */
interface AreaTile {
  code: string;
  name: string;
  /** What its surface stands for. */
  size: number;
  /** Class of colour. */
  colour: Shade;
  /** The value in words. */
  shown: string;
}

/** What a link around a tile needs to stand in its place. */
interface TileLink {
  className: string | undefined;
  style: Record<'left' | 'top' | 'width' | 'height', string>;
  title: string;
  'data-class': Shade;
  children: ReactNode;
}

interface TileMapProps {
  label: string;
  tiles: readonly AreaTile[];
  /** The link of a tile: gets what to put on it. */
  link: (tile: AreaTile, props: TileLink) => ReactNode;
}

/** Areas as tiles, as large as what they hold and coloured by a measure: a map where no outlines are loaded. */
export function TileMap({ label, tiles, link }: TileMapProps) {
  const placed = useMemo(() => squarify(tiles, ({ size }) => size, 1.35), [tiles]);
  return (
    <nav className={styles.tiles} aria-label={label}>
      {placed.map(({ item, x, y, width, height }) => {
        const roomy = width * height > 0.012 && width > 0.09;
        return link(item, {
          className: styles.tile,
          style: {
            left: `${x * 100}%`,
            top: `${y * 100}%`,
            width: `${width * 100}%`,
            height: `${height * 100}%`,
          },
          title: `${item.name}: ${item.shown}`,
          'data-class': item.colour,
          children: (
            <>
              <span className={roomy ? '' : 'hidden-visually'}>{item.name}</span>
              <b className={roomy ? '' : 'hidden-visually'}>{item.shown}</b>
            </>
          ),
        });
      })}
    </nav>
  );
}
