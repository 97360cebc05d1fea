import { countContacts, type Database } from '@jangkau/store';

/** How often months in which visits came in are counted again. */
const everyMs = 15_000;

/** Counts distinct people with a contact anew, in the background, for months in which visits came in. */
export class ContactCounts {
  readonly #database: Pick<Database, 'system'>;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<unknown> = Promise.resolve();

  constructor(parts: { database: Pick<Database, 'system'>; onError: (error: unknown) => void }) {
    this.#database = parts.database;
    this.#onError = parts.onError;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#working = this.#working.then(() => countContacts(this.#database.system)).catch(this.#onError);
    }, everyMs);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }
}
