const hour = 3_600_000;

/** How often each person may do something within any hour. Kept in memory: a restart forgives. */
export class HourlyLimit {
  readonly #most: number;
  readonly #times = new Map<string, number[]>();

  constructor(most: number) {
    this.#most = most;
  }

  /** True while the person has some left at `now` (milliseconds). */
  allows(who: string, now: number): boolean {
    return this.#recent(who, now).length < this.#most;
  }

  /** Counts one. */
  count(who: string, now: number): void {
    this.#times.set(who, [...this.#recent(who, now), now]);
  }

  #recent(who: string, now: number): number[] {
    return (this.#times.get(who) ?? []).filter((at) => at > now - hour);
  }
}
