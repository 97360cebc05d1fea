import type { Rules } from '@jangkau/contributions';
import { type Db, rulesOn } from '@jangkau/store';

const rememberedMs = 60_000;

/** The readings of disputed rules that hold today: defaults, and over them what the branch decided. */
export class RulesInForce {
  readonly #db: Db;
  readonly #today: () => string;
  readonly #now: () => Date;
  #known: { until: number; settings: Promise<Rules> } | undefined;

  constructor(parts: { db: Db; today: () => string; now: () => Date }) {
    this.#db = parts.db;
    this.#today = parts.today;
    this.#now = parts.now;
  }

  /** A decision was entered that may count today. */
  forget(): void {
    this.#known = undefined;
  }

  /** Looked up once a minute: a decision is entered days before it counts. */
  settings(): Promise<Rules> {
    const now = this.#now().getTime();
    if (!this.#known || this.#known.until <= now) {
      const settings = rulesOn(this.#db, this.#today());
      const known = { until: now + rememberedMs, settings };
      this.#known = known;
      // What failed is asked for again.
      settings.catch(() => {
        if (this.#known === known) this.#known = undefined;
      });
    }
    return this.#known.settings;
  }
}
