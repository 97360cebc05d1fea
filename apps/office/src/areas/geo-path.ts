import type { BoundaryCollection } from '@jangkau/contracts';

interface DrawnArea {
  code: string;
  name: string;
  /** SVG path data in the drawing's coordinates. */
  d: string;
}
export interface Drawing {
  width: number;
  height: number;
  areas: DrawnArea[];
}

type Ring = ReadonlyArray<readonly [number, number]>;
type Feature = BoundaryCollection['features'][number];

/**
 * Draws boundaries (degrees) into `width` units across. A degree of longitude is shortened by the cosine of
 * the middle latitude: at the size of a branch no finer projection can be told apart.
 */
export function drawBoundaries(features: readonly Feature[], width: number): Drawing {
  const shapes = features.map((feature) => ({ ...feature.properties, rings: ringsOf(feature) }));
  let west = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const shape of shapes)
    for (const ring of shape.rings)
      for (const [x, y] of ring) {
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
      }
  if (!(east > west) || !(north > south)) return { width, height: width, areas: [] };
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * squeeze);
  const point = ([x, y]: readonly [number, number]) =>
    `${((x - west) * squeeze * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`;
  return {
    width,
    height: (north - south) * scale,
    areas: shapes.map(({ code, name, rings }) => ({
      code,
      name,
      d: rings.map((ring) => `M${ring.map(point).join('L')}Z`).join(''),
    })),
  };
}

function ringsOf(feature: Feature): Ring[] {
  const { type, coordinates } = feature.geometry;
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Ring[][];
  return polygons.flat();
}
