/** Counts failures per key in a sliding window, in memory: enough to make guessing pointless. */
export class AttemptLimit {
  readonly #allowed: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  readonly #failures = new Map<string, number[]>();

  constructor(options: { allowed: number; windowMs: number; now?: () => number }) {
    this.#allowed = options.allowed;
    this.#windowMs = options.windowMs;
    this.#now = options.now ?? Date.now;
  }

  /** True while fewer than the allowed failures lie in the window. */
  mayTry(key: string): boolean {
    return this.#recent(key).length < this.#allowed;
  }

  failed(key: string): void {
    // Keys are never many; a flood of them must not fill the memory all the same.
    if (this.#failures.size > 10_000) this.#failures.clear();
    this.#failures.set(key, [...this.#recent(key), this.#now()]);
  }

  #recent(key: string): number[] {
    const since = this.#now() - this.#windowMs;
    return (this.#failures.get(key) ?? []).filter((at) => at > since);
  }
}
