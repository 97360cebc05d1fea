import type { Random } from './random.ts';

/** A list to draw from by weight in constant time (Vose's alias method). */
export class Weighted<T> {
  readonly items: readonly T[];
  private readonly keep: Float64Array;
  private readonly alias: Uint32Array;

  constructor(items: readonly T[], weights: readonly number[]) {
    const n = items.length;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const scaled = weights.map((weight) => (weight * n) / total);
    const small: number[] = [];
    const large: number[] = [];
    scaled.forEach((weight, i) => {
      (weight < 1 ? small : large).push(i);
    });
    this.items = items;
    this.keep = new Float64Array(n).fill(1);
    this.alias = new Uint32Array(n);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop() as number;
      const more = large.pop() as number;
      const share = scaled[less] as number;
      this.keep[less] = share;
      this.alias[less] = more;
      const left = (scaled[more] as number) - (1 - share);
      scaled[more] = left;
      (left < 1 ? small : large).push(more);
    }
  }

  /** One item, by weight. */
  pick(random: Random): T {
    const at = random.float() * this.items.length;
    const i = Math.floor(at);
    return this.items[at - i < (this.keep[i] as number) ? i : (this.alias[i] as number)] as T;
  }
}

/** Draws by the weights of an object: `{ Putu: 45, Wayan: 25 }`. */
export function weighted<K extends string>(weights: Readonly<Record<K, number>>): Weighted<K> {
  return new Weighted(Object.keys(weights) as K[], Object.values(weights));
}

/** Draws by rank: the first is the most likely, as names are (Zipf's law with an offset). */
export function ranked<T>(items: readonly T[], offset = 6): Weighted<T> {
  return new Weighted(
    items,
    items.map((_, rank) => 1 / (rank + offset)),
  );
}
