import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Hours and days the office set for itself, by name: 'clock.access', 'retention.uploads'. */
export const PrivacySettings = {
  /** Values that stand now; names set back to their default are absent. */
  async standing(db: Db): Promise<Map<string, number>> {
    const { rows } = await sql<{ name: string; value: number | null }>`
      SELECT DISTINCT ON (name) name, value FROM privacy_setting ORDER BY name, id DESC`.execute(db);
    return new Map(rows.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])));
  },

  async set(db: Db, username: string, name: string, value: number | null, reason: string): Promise<void> {
    await sql`
      INSERT INTO privacy_setting (username, name, value, reason)
      VALUES (${username}, ${name}, ${value}, ${reason})`.execute(db);
  },
};
