interface Sample {
  offset: number;
  /** The estimate is wrong by at most this. */
  error: number;
}

/** How many answers are remembered; an old good one is worth less than a clock that was set since. */
const kept = 8;

/**
 * How wrong the device's clock is, from the moments the server puts into its answers. The true moment of an
 * answer lies between asking and receiving: the quickest answer tells most.
 */
export class ClockSkew {
  #samples: Sample[] = [];

  /** An answer: when it was asked for and received by the device's clock, and when the server gave it. */
  add(askedAt: number, receivedAt: number, serverAt: number): void {
    if (receivedAt < askedAt) return;
    const sample = { offset: serverAt - (askedAt + receivedAt) / 2, error: (receivedAt - askedAt) / 2 };
    const newest = this.#samples.at(-1);
    // Two answers that cannot both be true: the clock was set in between.
    if (newest && Math.abs(newest.offset - sample.offset) > newest.error + sample.error + 1000)
      this.#samples = [];
    this.#samples = [...this.#samples, sample].slice(-kept);
  }

  /** Milliseconds to add to the device's clock; 0 while nothing is known. */
  get offset(): number {
    const best = this.#samples.toSorted((a, b) => a.error - b.error)[0];
    return best ? Math.round(best.offset) : 0;
  }
}
