import type { AudienceRule, LeftOutReason } from '@jangkau/campaigns';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { audienceCondition } from '../drive/audience-condition.ts';
import { restrictedMembers } from '../privacy/restricted-members.ts';

/** Whom a campaign would be for, and what keeps families out of it. */
export interface AudienceQuestion {
  rule: AudienceRule;
  now: Date;
  /** Days in which a family is written to once, over all campaigns. */
  frequencyDays: number;
}

/** A family of the audience. */
interface CandidateFamily {
  householdId: number;
  /** Who would be written to; null when nobody can be. */
  memberId: number | null;
  areaCode: string;
  /** Its inactive members the rule means. */
  subjects: number[];
  leftOut: LeftOutReason | null;
}

/** Families of an audience by what becomes of them. */
export interface AudienceCounts {
  people: number;
  families: number;
  reachable: number;
  leftOut: { reason: LeftOutReason; families: number }[];
}

/** Every family of the audience, once, with the first reason that leaves it out. Must see all areas. */
export async function candidateFamilies(system: Db, question: AudienceQuestion): Promise<CandidateFamily[]> {
  const { rows } = await sql<CandidateFamily>`
    ${await judgedFamilies(system, question)}
    SELECT household_id AS "householdId", member_id AS "memberId", area_code AS "areaCode", subjects, left_out AS "leftOut"
    FROM judged ORDER BY household_id`.execute(system);
  return rows;
}

/** The same in numbers. */
export async function audienceCounts(system: Db, question: AudienceQuestion): Promise<AudienceCounts> {
  const { rows } = await sql<{ reason: LeftOutReason | null; families: number; people: number }>`
    ${await judgedFamilies(system, question)}
    SELECT left_out AS reason, count(*)::int AS families, coalesce(sum(cardinality(subjects)), 0)::int AS people
    FROM judged GROUP BY 1 ORDER BY 2 DESC, 1`.execute(system);
  const sum = (of: 'families' | 'people') => rows.reduce((total, row) => total + row[of], 0);
  return {
    people: sum('people'),
    families: sum('families'),
    reachable: rows.find(({ reason }) => reason === null)?.families ?? 0,
    leftOut: rows.flatMap(({ reason, families }) => (reason === null ? [] : [{ reason, families }])),
  };
}

/** Members grown up on a day who may be written to, and in which order: the payer first, then the eldest. */
export const recipientOrder: RawBuilder<unknown> = sql`(s.role = 'payer') DESC NULLS LAST, m.born NULLS LAST, s.member_id`;

/** SQL condition: `m` (member) with `s` (member_status) can be written to for the family. */
export function canReceive(now: Date): RawBuilder<boolean> {
  return sql`s.inactive_kind IS DISTINCT FROM 'ended' AND chat_phone(m.phone) IS NOT NULL
    AND (m.born IS NULL OR m.born <= ${now}::timestamptz - interval '18 years')`;
}

/** SQL condition: a campaign wrote to the family within so many days. */
export function writtenWithin(household: RawBuilder<unknown>, now: Date, days: number): RawBuilder<boolean> {
  return sql`EXISTS (SELECT FROM campaign_turn t WHERE t.household_id = ${household} AND t.outcome = 'queued'
    AND t.at > ${now}::timestamptz - make_interval(days => ${days}) AND t.at <= ${now}::timestamptz)`;
}

async function judgedFamilies(system: Db, { rule, now, frequencyDays }: AudienceQuestion) {
  const restricted = await restrictedMembers(system);
  return sql`
    WITH wanted AS MATERIALIZED (
      SELECT s.household_id, array_agg(s.member_id ORDER BY s.member_id) AS subjects, min(s.area_code) AS area_code
      FROM member_status s WHERE ${audienceCondition(rule)} GROUP BY s.household_id
    ), recipient AS MATERIALIZED (
      SELECT DISTINCT ON (s.household_id) s.household_id, s.member_id, chat_phone(m.phone) AS phone
      FROM wanted w JOIN member_status s USING (household_id) JOIN member m ON m.id = s.member_id
      WHERE ${canReceive(now)} ORDER BY s.household_id, ${recipientOrder}
    ), chat AS MATERIALIZED (
      SELECT phone, bool_or(opted_out_at IS NOT NULL OR undeliverable = '131050') AS opted_out,
        bool_or(undeliverable IS NOT NULL) AS undeliverable
      FROM chat_conversation WHERE phone IS NOT NULL GROUP BY phone
    ), opted AS MATERIALIZED (
      SELECT DISTINCT member_id FROM chat_conversation WHERE member_id IS NOT NULL AND opted_out_at IS NOT NULL
    ), drawn AS MATERIALIZED (
      -- Drawn for a campaign that is not over, or that still measures what its families do: those it wrote to as well as
      -- those it left alone, else another campaign would change the one group and not the other.
      SELECT DISTINCT f.household_id FROM campaign c
      JOIN campaign_family f ON f.campaign_id = c.id AND f.arm <> 'left-out'
      LEFT JOIN campaign_turn t ON t.campaign_id = c.id AND t.household_id = f.household_id
      WHERE (c.state IN ('draft', 'waiting', 'running', 'paused') AND t.at IS NULL)
        OR t.at > ${now}::timestamptz - make_interval(days => c.follow_up_days)
    ), met AS (
      SELECT w.household_id, w.subjects, w.area_code, r.member_id, r.phone,
        CASE WHEN w.subjects && ${restricted}::int[] OR r.member_id = ANY (${restricted}::int[]) THEN 'restricted'
          WHEN r.phone IS NULL THEN 'no-phone'
          WHEN chat.opted_out OR opted.member_id IS NOT NULL THEN 'opted-out'
          WHEN chat.undeliverable THEN 'undeliverable'
          WHEN ${writtenWithin(sql.ref('w.household_id'), now, frequencyDays)} THEN 'recently-written'
          WHEN drawn.household_id IS NOT NULL THEN 'other-campaign' END AS left_out
      FROM wanted w LEFT JOIN recipient r USING (household_id) LEFT JOIN chat ON chat.phone = r.phone
      LEFT JOIN opted ON opted.member_id = r.member_id LEFT JOIN drawn ON drawn.household_id = w.household_id
    ), judged AS (
      SELECT household_id, subjects, area_code, member_id, coalesce(left_out, CASE WHEN row_number() OVER (
          PARTITION BY phone, left_out ORDER BY cardinality(subjects) DESC, household_id) > 1 THEN 'same-number' END) AS left_out
      FROM met
    )`;
}
