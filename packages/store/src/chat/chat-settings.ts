import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

export type ChatSettingName = 'office-hours' | 'service-levels' | 'quick-replies' | 'facility-change';

/** A choice that stands. */
export interface StandingChatSetting {
  name: ChatSettingName;
  value: unknown;
  at: Date;
  by: string;
}

/** What the branch has chosen; a name that is not there is as delivered. */
export async function chatSettings(db: Db): Promise<StandingChatSetting[]> {
  const { rows } = await sql<StandingChatSetting>`
    SELECT name, value, at, username AS by FROM (
      SELECT DISTINCT ON (name) * FROM chat_setting ORDER BY name, id DESC
    ) latest WHERE value IS NOT NULL ORDER BY name`.execute(db);
  return rows;
}

/** Sets one; null: as delivered again. */
export async function setChatSetting(
  db: Db,
  by: string,
  name: ChatSettingName,
  value: unknown,
): Promise<void> {
  await sql`INSERT INTO chat_setting (username, name, value)
    VALUES (${by}, ${name}, ${value === null ? null : JSON.stringify(value)}::jsonb)`.execute(db);
}
