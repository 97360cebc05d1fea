/**
 * Does work again and again, never twice at once: a round that takes long lets the next ones fall out, so that nothing
 * piles up and an end waits for one round at most.
 */
export class RepeatedWork {
  readonly #work: (ended: AbortSignal) => Promise<unknown>;
  readonly #everyMs: number;
  readonly #onError: (error: unknown) => void;
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;

  constructor(parts: {
    /** One round; given up when the signal says so. */
    work: (ended: AbortSignal) => Promise<unknown>;
    everyMs: number;
    onError: (error: unknown) => void;
  }) {
    this.#work = parts.work;
    this.#everyMs = parts.everyMs;
    this.#onError = parts.onError;
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#round ??= this.#once().finally(() => {
        this.#round = undefined;
      });
    }, this.#everyMs).unref();
  }

  /** Ends: the round that runs is told to give up and waited for. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#ended.abort();
    await this.#round;
  }

  async #once(): Promise<void> {
    try {
      await this.#work(this.#ended.signal);
    } catch (error) {
      if (!this.#ended.signal.aborted) this.#onError(error);
    }
  }
}
