import type { Point } from '../case/case-subject.ts';

const earthMetres = 6_371_000;
const radians = Math.PI / 180;

/** Metres between two points; over a village the earth is flat enough for this. */
export function distance(a: Point, b: Point): number {
  const x = (b.lon - a.lon) * radians * Math.cos(((a.lat + b.lat) / 2) * radians);
  const y = (b.lat - a.lat) * radians;
  return Math.hypot(x, y) * earthMetres;
}
