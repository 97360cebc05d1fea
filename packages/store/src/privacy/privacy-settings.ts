import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { instant } from './subject-requests.ts';

/** A value the office chose. */
interface ChosenSetting {
  value: number;
  by: string;
  at: string;
  reason: string;
}

/** Hours and days the office set for itself, by name: 'clock.access', 'retention.uploads'. */
export const PrivacySettings = {
  /** Values that stand now; names set back to their default are absent. */
  async standing(db: Db): Promise<Map<string, number>> {
    return new Map([...(await PrivacySettings.chosen(db))].map(([name, { value }]) => [name, value]));
  },

  /** The same with who chose them, when and why. */
  async chosen(db: Db): Promise<Map<string, ChosenSetting>> {
    const { rows } = await sql<{ name: string; value: number | null } & Omit<ChosenSetting, 'value'>>`
      SELECT DISTINCT ON (name) name, value, username AS by, ${instant('at')} AS at, reason
      FROM privacy_setting ORDER BY name, privacy_setting.id DESC`.execute(db);
    return new Map(
      rows.flatMap(({ name, value, ...chosen }) =>
        value === null ? [] : [[name, { ...chosen, value }] as const],
      ),
    );
  },

  async set(db: Db, username: string, name: string, value: number | null, reason: string): Promise<void> {
    await sql`
      INSERT INTO privacy_setting (username, name, value, reason)
      VALUES (${username}, ${name}, ${value}, ${reason})`.execute(db);
  },
};
