import { type ContributionSettings, readSettings } from '@jangkau/contributions';
import { CompiledQuery, sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A reading of a disputed rule as this branch decided on it. */
export interface RuleSetting {
  name: string;
  /** First day it counts, 'YYYY-MM-DD'. */
  validFrom: string;
  value: unknown;
  /** Decision, letter or regulation. */
  legalBasis: string;
}

/** $1 a day; one row: what was decided by then, by name. */
export const settingsInForce = `
  SELECT coalesce(jsonb_object_agg(name, value), '{}') AS settings FROM (
    SELECT DISTINCT ON (name) name, value FROM rule_setting WHERE valid_from <= $1::date
    ORDER BY name, valid_from DESC) s`;

/** Every decision, the latest of a name first. */
export async function ruleSettings(db: Db): Promise<(RuleSetting & { setAt: string; setBy: string })[]> {
  const { rows } = await sql<RuleSetting & { setAt: string; setBy: string }>`
    SELECT name, valid_from AS "validFrom", value, legal_basis AS "legalBasis", to_json(set_at) #>> '{}' AS "setAt",
      set_by AS "setBy"
    FROM rule_setting ORDER BY name, valid_from DESC`.execute(db);
  return rows;
}

/** The readings that hold on a day: defaults, and over them what the branch decided by then. */
export async function ruleSettingsOn(db: Db, day: string): Promise<ContributionSettings> {
  const { rows } = await db.executeQuery<{ settings: unknown }>(CompiledQuery.raw(settingsInForce, [day]));
  return readSettings(rows[0]?.settings);
}

/**
 * Enters a decision. One of the same name and day stays as it was decided.
 * @returns false when there is one already
 * @throws Problem 'field-unknown', 'field-invalid'
 */
export async function addRuleSetting(db: Db, setting: RuleSetting, by: string): Promise<boolean> {
  readSettings({ [setting.name]: setting.value });
  const { rows } = await sql`
    INSERT INTO rule_setting (name, valid_from, value, legal_basis, set_by)
    VALUES (${setting.name}, ${setting.validFrom}::date, ${JSON.stringify(setting.value)}::jsonb, ${setting.legalBasis}, ${by})
    ON CONFLICT DO NOTHING RETURNING name`.execute(db);
  return rows.length > 0;
}
