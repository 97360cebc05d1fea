/** Counts per key and minute of the clock. */
export class MinuteLimit {
  readonly #now: () => Date;
  #minute = 0;
  #counts = new Map<string, number>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Counts one more; false when the key has used up its minute. */
  take(key: string, perMinute: number): boolean {
    const left = this.left(key, perMinute);
    if (left > 0) this.#counts.set(key, perMinute - left + 1);
    return left > 0;
  }

  /** How many more there may be in this minute. */
  left(key: string, perMinute: number): number {
    const minute = Math.floor(this.#now().getTime() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    return perMinute - (this.#counts.get(key) ?? 0);
  }

  /** Seconds until the next minute. */
  retryAfter(): number {
    return 60 - (Math.floor(this.#now().getTime() / 1000) % 60);
  }
}
