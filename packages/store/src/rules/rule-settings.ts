import { type Rules, readRules } from '@jangkau/contributions';
import { CompiledQuery, sql } from 'kysely';
import type pg from 'pg';
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

/** The same with when and by whom it was entered. */
export interface DecidedRule extends RuleSetting {
  setAt: string;
  setBy: string;
}

/** $1 a day; one row: what was decided by then, by name. */
const settingsInForce = `
  SELECT coalesce(jsonb_object_agg(name, value), '{}') AS settings FROM (
    SELECT DISTINCT ON (name) name, value FROM rule_setting WHERE valid_from <= $1::date
    ORDER BY name, valid_from DESC) s`;

/** Every decision, the latest of a name first. */
export async function ruleSettings(db: Db): Promise<DecidedRule[]> {
  const { rows } = await sql<DecidedRule>`
    SELECT name, valid_from AS "validFrom", value, legal_basis AS "legalBasis", to_json(set_at) #>> '{}' AS "setAt",
      set_by AS "setBy"
    FROM rule_setting ORDER BY name, valid_from DESC`.execute(db);
  return rows;
}

/** The readings that hold on a day: defaults, and over them what the branch decided by then. */
export async function rulesOn(db: Db, day: string): Promise<Rules> {
  return readRules(await decidedBy(db, day));
}

/** The same on a connection whose transaction the caller began. */
export async function rulesWith(client: pg.PoolClient, day: string): Promise<Rules> {
  const { rows } = await client.query<{ settings: Record<string, unknown> }>(settingsInForce, [day]);
  return readRules(rows[0]?.settings ?? {});
}

async function decidedBy(db: Db, day: string): Promise<Record<string, unknown>> {
  const { rows } = await db.executeQuery<{ settings: Record<string, unknown> }>(
    CompiledQuery.raw(settingsInForce, [day]),
  );
  return rows[0]?.settings ?? {};
}

/**
 * Enters a decision. One of the same name and day stays as it was decided.
 * @returns false when there is one already
 * @throws Problem 'field-unknown', 'field-invalid', 'fields-contradict' with what else holds on that day
 */
export async function addRuleSetting(db: Db, setting: RuleSetting, by: string): Promise<boolean> {
  readRules({ ...(await decidedBy(db, setting.validFrom)), [setting.name]: setting.value });
  const { rows } = await sql`
    INSERT INTO rule_setting (name, valid_from, value, legal_basis, set_by)
    VALUES (${setting.name}, ${setting.validFrom}::date, ${JSON.stringify(setting.value)}::jsonb, ${setting.legalBasis}, ${by})
    ON CONFLICT DO NOTHING RETURNING name`.execute(db);
  return rows.length > 0;
}
