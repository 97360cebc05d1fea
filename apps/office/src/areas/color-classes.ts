import type { AreaFigures } from '@jangkau/contracts';

export type AreaMeasure = 'jumlah' | 'bagian' | 'tidakAktif';
export const CLASS_COUNT = 5;

/** Colour of an area: 0 to 4 by how much there is, p0 to p4 by how far it has come, none without a value. */
export type Shade = number | 'none' | 'p0' | 'p1' | 'p2' | 'p3' | 'p4';

/** The value an area is coloured by. Shares are of 1; an area without residents has none. */
export function measureOf(area: AreaFigures, measure: AreaMeasure): number | null {
  if (measure === 'jumlah') return area.uncovered;
  if (measure === 'bagian') return area.residents > 0 ? area.uncovered / area.residents : null;
  return area.linked > 0 ? area.inactive / area.linked : null;
}

/**
 * Upper ends of classes that hold about equally many values each, ascending and without repeats. Fewer than
 * `CLASS_COUNT` when values repeat.
 */
export function classEnds(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const ends: number[] = [];
  for (let k = 1; k <= CLASS_COUNT && sorted.length > 0; k += 1) {
    const end = sorted[Math.ceil((k * sorted.length) / CLASS_COUNT) - 1];
    if (end !== undefined && end !== ends[ends.length - 1]) ends.push(end);
  }
  return ends;
}

/** The class of a value, 0 the lowest; values above the last end belong to it. */
export function classOf(value: number, ends: readonly number[]): number {
  const at = ends.findIndex((end) => value <= end);
  return at < 0 ? Math.max(ends.length - 1, 0) : at;
}
