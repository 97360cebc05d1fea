/**
 * A small fast seeded generator (sfc32, public domain, passes PractRand): the same seed and stream give
 * the same numbers on every machine.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  /** @param stream separates generators of one seed, e.g. places from people */
  constructor(seed: number, stream = 0) {
    this.a = seed | 0;
    this.b = Math.floor(seed / 4294967296) | 0;
    this.c = stream | 0;
    for (let i = 0; i < 16; i++) this.next();
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return sum >>> 0;
  }

  /** A number from 0 up to but not including 1. */
  float(): number {
    return this.next() * 2.3283064365386963e-10;
  }

  /** True with probability p. */
  chance(p: number): boolean {
    return this.next() * 2.3283064365386963e-10 < p;
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.next() * 2.3283064365386963e-10 * n);
  }

  /** A whole number from low to high, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** A bell-shaped number (sum of four uniforms): mean and standard deviation as told, never beyond 3.5 of them. */
  bell(mean: number, deviation: number): number {
    return mean + (this.float() + this.float() + this.float() + this.float() - 2) * 1.7320508 * deviation;
  }

  /** Any item of a list, all equally likely. */
  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}
