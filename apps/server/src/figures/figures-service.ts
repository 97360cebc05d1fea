import { type ComputedFigures, computeFigures, type Database, isConnectionLost } from '@jangkau/store';

const everyMs = 6 * 3600_000;
/** A database that went away comes back within seconds. */
const againMs = 30_000;

/**
 * Keeps the figures of months up: at the start, after a month was closed or a mapping ended, and a few times a day.
 * When nothing is missing and nothing came late, a look costs one query.
 */
export class FiguresService {
  readonly #database: Database;
  readonly #today: () => string;
  readonly #timeZone: string;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(parts: {
    database: Database;
    today: () => string;
    timeZone: string;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#today = parts.today;
    this.#timeZone = parts.timeZone;
    this.#onError = parts.onError;
  }

  start(): void {
    this.wake();
    this.#timer = setInterval(() => this.wake(), everyMs);
    this.#timer.unref();
  }

  /** Looks for months to count, in the background, after what is being counted. */
  wake(): void {
    if (this.#closed) return;
    this.#work = this.#work.then(() => this.compute()).catch((error) => this.#failed(error));
  }

  /** A count that lost its database left nothing behind and is made again; everything else is told. */
  #failed(error: unknown): void {
    if (this.#closed) return;
    if (!isConnectionLost(error)) {
      this.#onError(error);
      return;
    }
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.wake(), againMs);
    this.#again.unref();
  }

  /** Puts off counting until a load is over: what is half loaded would have to be restated. */
  putOffUntil(load: Promise<unknown>): void {
    this.#work = this.#work.then(() => load.catch(() => undefined));
  }

  /** Counts what is missing now. */
  compute(): Promise<ComputedFigures> {
    return computeFigures(this.#database.ownerPool, {
      today: this.#today(),
      timeZone: this.#timeZone,
      by: 'sistem',
    });
  }

  /** Waits for what is being counted: it is cut off with the database otherwise, which leaves nothing behind. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#again);
    await this.#work;
  }
}
