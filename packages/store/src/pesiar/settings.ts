import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/**
 * Choices per area: where the drive runs, same-day activation, whether the agreement with the Pemda covers a newborn
 * with its mother, people to be made active, limit of income per head.
 */
export type PesiarSettingName = 'live' | 'prioritas' | 'newborn-pemda' | 'target' | 'unable-per-head';

/** A choice that stands. */
export interface StandingSetting {
  area: string;
  name: PesiarSettingName;
  value: boolean | number;
  at: Date;
  by: string;
}

/** Choices that stand, area by area; what a larger area says holds where a smaller one says nothing. */
export async function pesiarSettings(db: Db): Promise<StandingSetting[]> {
  const { rows } = await sql<StandingSetting>`
    SELECT area_code AS area, name, value, at, username AS by FROM (
      SELECT DISTINCT ON (name, area_code) * FROM pesiar_setting ORDER BY name, area_code, id DESC
    ) latest WHERE value IS NOT NULL ORDER BY name, area_code`.execute(db);
  return rows;
}

/** What holds in an area: the word of the nearest area that says something. */
export async function settingIn(
  db: Db,
  name: PesiarSettingName,
  area: string,
): Promise<boolean | number | undefined> {
  const above = ['', area.slice(0, 2), area.slice(0, 5), area.slice(0, 8), area];
  const said = (await pesiarSettings(db)).filter((one) => one.name === name && above.includes(one.area));
  return said.sort((a, b) => b.area.length - a.area.length)[0]?.value;
}

/** Sets a choice for an area; null: what the larger area says again. */
export async function setPesiar(
  db: Db,
  by: string,
  choice: { area: string; name: PesiarSettingName; value: boolean | number | null },
): Promise<void> {
  const value = choice.value === null ? null : JSON.stringify(choice.value);
  await sql`INSERT INTO pesiar_setting (username, area_code, name, value)
    VALUES (${by}, ${choice.area}, ${choice.name}, ${value}::jsonb)`.execute(db);
}
