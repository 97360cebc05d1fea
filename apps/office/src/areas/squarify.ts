export interface Tile<T> {
  item: T;
  /** Shares of the whole, 0..1. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Fills a rectangle `ratio` times as wide as high with tiles whose areas follow `size`, as near to squares as
 * the squarified treemap of Bruls, Huizing and van Wijk gets them. Items without size are left out.
 */
export function squarify<T>(items: readonly T[], size: (item: T) => number, ratio: number): Tile<T>[] {
  const sized = items
    .map((item) => ({ item, value: size(item) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const total = sized.reduce((sum, { value }) => sum + value, 0);
  const room = { x: 0, y: 0, width: ratio, height: 1 };
  const scaled = sized.map(({ item, value }) => ({ item, area: (value / total) * ratio }));
  const tiles: Tile<T>[] = [];

  let start = 0;
  while (start < scaled.length) {
    const side = Math.min(room.width, room.height);
    let end = start + 1;
    while (end < scaled.length && worst(scaled, start, end + 1, side) <= worst(scaled, start, end, side))
      end += 1;
    const row = scaled.slice(start, end);
    const area = row.reduce((sum, { area: part }) => sum + part, 0);
    const thickness = area / side;
    const across = room.width >= room.height;
    let offset = 0;
    for (const { item, area: part } of row) {
      const length = part / thickness;
      const [x, y] = across ? [room.x, room.y + offset] : [room.x + offset, room.y];
      const [width, height] = across ? [thickness, length] : [length, thickness];
      tiles.push({ item, x: x / ratio, y, width: width / ratio, height });
      offset += length;
    }
    if (across) {
      room.x += thickness;
      room.width -= thickness;
    } else {
      room.y += thickness;
      room.height -= thickness;
    }
    start = end;
  }
  return tiles;
}

/** The worst ratio of long to short side in a row of tiles along `side`. */
function worst(items: ReadonlyArray<{ area: number }>, from: number, to: number, side: number): number {
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let k = from; k < to; k += 1) {
    const area = items[k]?.area ?? 0;
    sum += area;
    least = Math.min(least, area);
    most = Math.max(most, area);
  }
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least));
}
