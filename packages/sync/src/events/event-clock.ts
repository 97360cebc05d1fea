/**
 * Gives events their moment. The clock of a phone is often wrong by minutes: it is put right by the error
 * that was last measured. Moments never repeat and never go back, so that events of one device keep the
 * order they were made in.
 */
export class EventClock {
  readonly #now: () => number;
  #last: number;
  /** Milliseconds to add to the device's clock; see ClockSkew. */
  correction: number;

  /** `last` is the newest moment given out before, in milliseconds; 0 when there is none. */
  constructor(now: () => number, correction = 0, last = 0) {
    this.#now = now;
    this.correction = correction;
    this.#last = last;
  }

  /** The moment of an event made now, in milliseconds since 1970. */
  next(): number {
    this.#last = Math.max(Math.round(this.#now() + this.correction), this.#last + 1);
    return this.#last;
  }
}
