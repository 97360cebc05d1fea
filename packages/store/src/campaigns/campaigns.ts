import {
  type AudienceRule,
  afterAct,
  type CampaignAct,
  type CampaignState,
  drawArm,
  type SendingHours,
} from '@jangkau/campaigns';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { lockTurns } from './campaign-turns.ts';
import { candidateFamilies } from './candidate-families.ts';

/** A campaign as it was drawn up, and where it stands. */
export interface CampaignRow {
  id: number;
  name: string;
  templateId: number;
  rule: AudienceRule;
  holdOut: number;
  perDay: number;
  from: string;
  to: string;
  days: number[];
  frequencyDays: number;
  followUpDays: number;
  madeBy: string;
  madeAt: Date;
  state: CampaignState;
  approvedBy: string | null;
  startedAt: Date | null;
  forecastEnd: Date | null;
}

/** What whoever draws one up says. */
export type CampaignPlan = Pick<
  CampaignRow,
  | 'name'
  | 'templateId'
  | 'rule'
  | 'holdOut'
  | 'perDay'
  | 'from'
  | 'to'
  | 'days'
  | 'frequencyDays'
  | 'followUpDays'
>;

/** Something that was done with a campaign. */
export interface CampaignEventRow {
  act: CampaignAct | 'draw-up';
  at: Date;
  madeBy: string;
  reason: string | null;
}

const columns = sql`c.id, c.name, c.template_id AS "templateId", c.rule, c.hold_out::float8 AS "holdOut", c.per_day AS "perDay",
  c.send_from AS "from", c.send_to AS "to", c.send_days AS days, c.frequency_days::int AS "frequencyDays",
  c.follow_up_days::int AS "followUpDays", c.made_by AS "madeBy", c.made_at AS "madeAt", c.state,
  c.approved_by AS "approvedBy", c.started_at AS "startedAt", c.forecast_end AS "forecastEnd"`;

/** Campaigns, newest first, with how many families are drawn and how many turns have come. */
export async function listCampaigns(
  db: Db,
): Promise<(CampaignRow & { contacts: number; turns: number; template: string })[]> {
  const { rows } = await sql<CampaignRow & { contacts: number; turns: number; template: string }>`
    SELECT ${columns}, t.name AS template,
      (SELECT count(*)::int FROM campaign_family f WHERE f.campaign_id = c.id AND f.arm = 'contact') AS contacts,
      (SELECT count(*)::int FROM campaign_turn u WHERE u.campaign_id = c.id AND u.outcome <> 'hold-out') AS turns
    FROM campaign c JOIN campaign_template t ON t.id = c.template_id ORDER BY c.id DESC LIMIT 200`.execute(
    db,
  );
  return rows;
}

/** One campaign; undefined when there is none. */
export async function findCampaign(db: Db, id: number): Promise<CampaignRow | undefined> {
  const { rows } = await sql<CampaignRow>`SELECT ${columns} FROM campaign c WHERE c.id = ${id}`.execute(db);
  return rows[0];
}

/** A campaign as it stands, locked to the end of the transaction: nobody pauses or cancels it meanwhile. */
export async function lockCampaign(system: Db, id: number): Promise<CampaignRow | undefined> {
  const { rows } =
    await sql<CampaignRow>`SELECT ${columns} FROM campaign c WHERE c.id = ${id} FOR UPDATE`.execute(system);
  return rows[0];
}

/** Campaigns that run, the one that was approved first before the others. */
export async function runningCampaigns(db: Db): Promise<CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    SELECT ${columns} FROM campaign c WHERE c.state = 'running' ORDER BY c.started_at, c.id`.execute(db);
  return rows;
}

/** What was done with a campaign, oldest first. */
export async function campaignEvents(db: Db, id: number): Promise<CampaignEventRow[]> {
  const { rows } = await sql<CampaignEventRow>`SELECT act, at, made_by AS "madeBy", reason FROM campaign_event
    WHERE campaign_id = ${id} ORDER BY id`.execute(db);
  return rows;
}

/** When a campaign may write. */
export function hoursOf(
  { from, to, days }: Pick<CampaignRow, 'from' | 'to' | 'days'>,
  utcOffset: number,
): SendingHours {
  return { from, to, days, utcOffset };
}

/**
 * Draws a campaign up: its families are frozen as they are now, and drawn. Everybody of the audience is in it once:
 * to be written to, left alone, or left out with the reason. In the caller's transaction.
 */
export async function addCampaign(
  system: Db,
  plan: CampaignPlan,
  made: { by: string; now: Date; seed: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO campaign (name, template_id, rule, seed, hold_out, per_day, send_from, send_to, send_days, frequency_days,
      follow_up_days, made_by, made_at)
    VALUES (${plan.name}, ${plan.templateId}, ${JSON.stringify(plan.rule)}::jsonb, ${made.seed}, ${plan.holdOut}, ${plan.perDay},
      ${plan.from}, ${plan.to}, ${plan.days}::smallint[], ${plan.frequencyDays}, ${plan.followUpDays}, ${made.by},
      ${made.now}::timestamptz) RETURNING id`.execute(system);
  const { id } = rows[0] as { id: number };
  // One draw after the other: each sees whom the one before took.
  await lockTurns(system);
  await addEvent(system, id, { act: 'draw-up', at: made.now, madeBy: made.by, reason: null });
  const families = await candidateFamilies(system, {
    rule: plan.rule,
    now: made.now,
    frequencyDays: plan.frequencyDays,
  });
  const drawn = families.map((family) => ({
    ...family,
    ...drawArm(made.seed, family.householdId, plan.holdOut),
  }));
  const queue = drawn
    .filter(({ leftOut }) => leftOut === null)
    .sort((a, b) => a.order - b.order || a.householdId - b.householdId);
  const positions = new Map(queue.map(({ householdId }, i) => [householdId, i + 1]));
  await sql`
    INSERT INTO campaign_family (campaign_id, household_id, member_id, area_code, subjects, arm, left_out, position)
    SELECT ${id}, g.household, g.member, g.area, g.subjects::int[], g.arm, g.left_out, g.position
    FROM unnest(${drawn.map(({ householdId }) => householdId)}::int[], ${drawn.map(({ memberId }) => memberId)}::int[],
      ${drawn.map(({ areaCode }) => areaCode)}::text[], ${drawn.map(({ subjects }) => `{${subjects.join(',')}}`)}::text[],
      ${drawn.map(({ leftOut, arm }) => (leftOut === null ? arm : 'left-out'))}::text[],
      ${drawn.map(({ leftOut }) => leftOut)}::text[],
      ${drawn.map(({ householdId }) => positions.get(householdId) ?? null)}::int[])
      g (household, member, area, subjects, arm, left_out, position)`.execute(system);
  return id;
}

/**
 * Does something with a campaign; its new state, or undefined when it cannot be done now. In the caller's transaction.
 */
export async function actOnCampaign(
  system: Db,
  id: number,
  act: CampaignAct,
  done: { by: string; now: Date; reason: string | null; forecastEnd?: Date | null },
): Promise<CampaignState | undefined> {
  const { rows } = await sql<{
    state: CampaignState;
  }>`SELECT state FROM campaign WHERE id = ${id} FOR UPDATE`.execute(system);
  const state = rows[0] && afterAct(rows[0].state, act);
  if (!state) return undefined;
  await addEvent(system, id, { act, at: done.now, madeBy: done.by, reason: done.reason });
  await sql`UPDATE campaign SET state = ${state},
      approved_by = CASE WHEN ${act} = 'approve' THEN ${done.by} ELSE approved_by END,
      started_at = CASE WHEN ${act} = 'approve' THEN ${done.now}::timestamptz ELSE started_at END,
      forecast_end = coalesce(${done.forecastEnd ?? null}::timestamptz, forecast_end)
    WHERE id = ${id}`.execute(system);
  if (act === 'cancel') {
    await sql`UPDATE chat_message SET state = 'dropped' WHERE campaign_id = ${id} AND state = 'queued'`.execute(
      system,
    );
  }
  // Whatever held all messages back has been looked at.
  if (act === 'resume') {
    await sql`UPDATE chat_message SET error_kind = NULL, due_at = ${done.now}::timestamptz
      WHERE campaign_id = ${id} AND state = 'queued' AND error_kind IN ('template', 'account', 'credentials')`.execute(
      system,
    );
  }
  return state;
}

async function addEvent(system: Db, id: number, event: CampaignEventRow): Promise<void> {
  await sql`INSERT INTO campaign_event (campaign_id, act, at, made_by, reason)
    VALUES (${id}, ${event.act}, ${event.at}::timestamptz, ${event.madeBy}, ${event.reason})`.execute(system);
}
