import type { ContributionSettings } from '@jangkau/contributions';
import { type Db, ruleSettingsOn } from '@jangkau/store';

const rememberedMs = 60_000;

/** The readings of disputed rules that hold today: defaults, and over them what the branch decided. */
export class RulesInForce {
  readonly #db: Db;
  readonly #today: () => string;
  readonly #now: () => Date;
  #known: { until: number; settings: Promise<ContributionSettings> } | undefined;

  constructor(parts: { db: Db; today: () => string; now: () => Date }) {
    this.#db = parts.db;
    this.#today = parts.today;
    this.#now = parts.now;
  }

  /** Looked up once a minute: a decision is entered days before it counts. */
  settings(): Promise<ContributionSettings> {
    const now = this.#now().getTime();
    if (!this.#known || this.#known.until <= now) {
      const settings = ruleSettingsOn(this.#db, this.#today());
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
