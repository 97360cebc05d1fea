import type { AudienceRule } from '@jangkau/campaigns';
import { maskCard } from '@jangkau/kernel';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { audienceCondition } from '../drive/audience-condition.ts';
import { restrictedMembers } from '../privacy/restricted-members.ts';
import { canReceive, recipientOrder } from './candidate-families.ts';

/** A family of a campaign in a list; numbers masked. */
export interface CampaignFamilyRow {
  householdId: number;
  memberId: number | null;
  name: string | null;
  card: string | null;
  village: string | null;
  arm: string;
  /** Why it was left out, or what became of its turn. */
  outcome: string | null;
  at: Date | null;
  message: string | null;
  errorCode: number | null;
}

/** Somebody of an audience, as the message would name them. */
export interface PreviewPerson {
  name: string;
  card: string;
  village: string | null;
}

/** A few real people of an audience to show the message on, other ones for another seed. */
export async function previewPeople(
  system: Db,
  { rule, now, seed, most }: { rule: AudienceRule; now: Date; seed: number; most: number },
): Promise<PreviewPerson[]> {
  const restricted = await restrictedMembers(system);
  const { rows } = await sql<PreviewPerson>`
    WITH wanted AS (
      SELECT DISTINCT s.household_id FROM member_status s WHERE ${audienceCondition(rule)}
    ), few AS (
      SELECT household_id FROM wanted ORDER BY hashint4extended(household_id, ${seed}::bigint) LIMIT ${most * 4}
    ), people AS (
      SELECT DISTINCT ON (s.household_id) s.household_id, m.name, m.card, m.area_code
      FROM few JOIN member_status s USING (household_id) JOIN member m ON m.id = s.member_id
      WHERE ${canReceive(now)} AND s.member_id <> ALL (${restricted}::int[]) ORDER BY s.household_id, ${recipientOrder}
    )
    SELECT p.name, p.card, (SELECT a.name FROM area a WHERE a.code = p.area_code) AS village FROM people p LIMIT ${most}`.execute(
    system,
  );
  return rows;
}

/** Families of a campaign after a key, for a file. Must see all areas. */
export async function campaignFamilies(
  system: Db,
  id: number,
  { after, limit }: { after: number; limit: number },
): Promise<CampaignFamilyRow[]> {
  const restricted = await restrictedMembers(system);
  const { rows } = await sql<CampaignFamilyRow>`
    SELECT f.household_id AS "householdId", m.id AS "memberId", m.name, m.card,
      (SELECT a.name FROM area a WHERE a.code = f.area_code) AS village, f.arm, coalesce(f.left_out, t.outcome) AS outcome,
      t.at, c.state AS message, c.error_code AS "errorCode"
    FROM campaign_family f
    LEFT JOIN campaign_turn t USING (campaign_id, household_id)
    LEFT JOIN member m ON m.id = coalesce(t.member_id, f.member_id) AND m.id <> ALL (${restricted}::int[])
    LEFT JOIN chat_message c ON c.id = t.message_id
    WHERE f.campaign_id = ${id} AND f.household_id > ${after} ORDER BY f.household_id LIMIT ${limit}`.execute(
    system,
  );
  return rows.map((row) => ({ ...row, card: row.card && maskCard(row.card) }));
}
