/** Seeded random numbers (xoshiro128**): the same seed gives the same stream on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    let s = seed >>> 0;
    const mix = (): number => {
      s = (s + 0x9e3779b9) >>> 0;
      let z = s;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return (z ^ (z >>> 16)) >>> 0;
    };
    this.#a = mix();
    this.#b = mix();
    this.#c = mix();
    this.#d = mix() | 1;
  }

  /** The next 32 random bits, as an unsigned integer. */
  bits(): number {
    const m = Math.imul(this.#b, 5);
    const result = Math.imul((m << 7) | (m >>> 25), 9) >>> 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** A number in [0, 1). */
  next(): number {
    return this.bits() / 4294967296;
  }

  /** An integer in [0, n). */
  int(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** An integer in [low, high], both included. */
  between(low: number, high: number): number {
    return low + this.int(high - low + 1);
  }

  /** True with probability p. */
  chance(p: number): boolean {
    return this.next() < p;
  }

  /** One element, all equally likely. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(items.length)] as T;
  }
}

/** Draws from a fixed list with fixed weights. */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #edges: Float64Array;

  constructor(pairs: readonly (readonly [T, number])[]) {
    this.#items = pairs.map(([item]) => item);
    this.#edges = new Float64Array(pairs.length);
    let sum = 0;
    for (let i = 0; i < pairs.length; i++) {
      sum += (pairs[i] as readonly [T, number])[1];
      this.#edges[i] = sum;
    }
    if (!(sum > 0)) throw new Error('weights must sum to more than zero');
  }

  draw(random: Random): T {
    const edges = this.#edges;
    const x = random.next() * (edges[edges.length - 1] as number);
    let low = 0;
    let high = edges.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (x < (edges[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return this.#items[low] as T;
  }
}

/** Weights that fall with the rank of an item: the first is the most frequent (Zipf-like). */
export function ranked<T>(items: readonly T[], slope = 0.6): Weighted<T> {
  return new Weighted(items.map((item, i) => [item, 1 / (i + 2) ** slope] as const));
}
