/** More numbers than this were sealed by somebody else, not left out by a few transactions. */
const mostMissing = 10_000;

/**
 * Which numbers of entries a sealer has still to look at: all beyond the newest it saw, and those below that
 * were not there yet. A number is given before its transaction ends, so a lower one may come later; one whose
 * transaction was undone never comes, and is no longer waited for after a while.
 */
export class NumbersToLookAt {
  readonly #patienceMs: number;
  /** When a number was first missed, in the clock of `looked`. */
  readonly #missing = new Map<number, number>();
  #seen = 0;
  #first = true;

  /** `patienceMs`: no transaction takes longer. */
  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  /** Every number beyond it is to be looked at; 0 before the first look. */
  get beyond(): number {
    return this.#seen;
  }

  /** Numbers below that are to be looked at as well. */
  get missing(): number[] {
    return [...this.#missing.keys()];
  }

  /**
   * A look found these, and whatever else it could see up to a number was sealed.
   * @param now milliseconds of any clock that goes evenly
   */
  looked(found: readonly number[], upTo: number, now: number): void {
    for (const number of found) this.#missing.delete(number);
    for (const [number, since] of this.#missing)
      if (now - since > this.#patienceMs) this.#missing.delete(number);
    // What was under way at the first look is not known here; that of an audit without entries is a look too.
    const first = this.#first;
    this.#first = false;
    if (upTo <= this.#seen) return;
    const there = new Set(found);
    if (!first && upTo - this.#seen - there.size <= mostMissing)
      for (let number = this.#seen + 1; number <= upTo; number++)
        if (!there.has(number)) this.#missing.set(number, now);
    this.#seen = upTo;
  }
}
