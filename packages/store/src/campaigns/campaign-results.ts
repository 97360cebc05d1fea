import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** What families of one arm did within the days of the follow-up after their turn. */
export interface ArmResult {
  /** Families whose turn has come. */
  families: number;
  paid: number;
  paidAmount: number;
  rehab: number;
  active: number;
}

/** How far a campaign has come. */
export interface CampaignResults {
  contact: ArmResult;
  holdOut: ArmResult;
  /** Families drawn, whether or not their turn has come. */
  drawn: { contact: number; holdOut: number };
  messages: {
    queued: number;
    sent: number;
    delivered: number;
    read: number;
    answered: number;
    optedOut: number;
    failed: number;
  };
  leftOut: { reason: string; families: number }[];
  /** Contacts whose turn came without a message. */
  skipped: { reason: string; families: number }[];
  failures: { code: number | null; kind: string; n: number }[];
  costs: { category: string; billable: boolean; n: number }[];
  days: { date: string; sent: number; delivered: number; read: number; answered: number }[];
}

interface ArmRow extends ArmResult {
  arm: 'contact' | 'hold-out';
  drawn: number;
}

const nothing: ArmResult = { families: 0, paid: 0, paidAmount: 0, rehab: 0, active: 0 };

/**
 * The results of a campaign as of now, counted from what is known of the families: payments, REHAB plans and states
 * from the day of their turn to the end of the follow-up. Hold-out families have a turn too, so both groups are looked
 * at over the same days. No data of anybody. Must see all areas.
 */
export async function campaignResults(
  system: Db,
  id: number,
  { timeZone, followUpDays, now }: { timeZone: string; followUpDays: number; now: Date },
): Promise<CampaignResults> {
  const day = (column: ReturnType<typeof sql.ref>) => sql`(${column} AT TIME ZONE ${timeZone})::date`;
  const [arms, messages, leftOut, skipped, failures, costs, days] = [
    await sql<ArmRow>`
      WITH turn AS (
        SELECT f.arm, f.household_id, f.subjects, ${day(sql.ref('t.at'))} AS first,
          least(${day(sql.ref('t.at'))} + ${followUpDays}::int, (${now}::timestamptz AT TIME ZONE ${timeZone})::date) AS last
        FROM campaign_turn t JOIN campaign_family f USING (campaign_id, household_id) WHERE t.campaign_id = ${id}
      ), done AS (
        SELECT arm, count(*)::int AS families,
          (count(*) FILTER (WHERE p.amount > 0))::int AS paid, coalesce(sum(p.amount), 0)::float8 AS "paidAmount",
          (count(*) FILTER (WHERE EXISTS (SELECT FROM rehab_plan r WHERE r.household_id = turn.household_id
            AND r.registered_on BETWEEN turn.first AND turn.last)))::int AS rehab,
          (count(*) FILTER (WHERE EXISTS (SELECT FROM status_change c WHERE c.member_id = ANY (turn.subjects) AND c.active
            AND c.valid_on BETWEEN turn.first AND turn.last)))::int AS active
        FROM turn LEFT JOIN LATERAL (
          SELECT sum(p.amount) AS amount FROM payment p WHERE p.household_id = turn.household_id
            AND p.paid_on BETWEEN turn.first AND turn.last AND p.channel IN ('notification', 'file', 'counter')
        ) p ON true GROUP BY arm
      )
      SELECT d.arm, d.n AS drawn, coalesce(done.families, 0) AS families, coalesce(done.paid, 0) AS paid,
        coalesce(done."paidAmount", 0) AS "paidAmount", coalesce(done.rehab, 0) AS rehab, coalesce(done.active, 0) AS active
      FROM (SELECT arm, count(*)::int AS n FROM campaign_family WHERE campaign_id = ${id} AND arm <> 'left-out' GROUP BY arm) d
      LEFT JOIN done USING (arm)`.execute(system),
    await sql<CampaignResults['messages']>`
      SELECT count(*) FILTER (WHERE m.state IN ('queued', 'sending'))::int AS queued,
        count(*) FILTER (WHERE m.state IN ('accepted', 'sent', 'delivered', 'read'))::int AS sent,
        count(*) FILTER (WHERE m.delivered_at IS NOT NULL)::int AS delivered, count(*) FILTER (WHERE m.read_at IS NOT NULL)::int AS read,
        count(*) FILTER (WHERE ${answered(followUpDays)})::int AS answered,
        count(*) FILTER (WHERE c.opted_out_at >= m.at AND c.opted_out_at < m.at + make_interval(days => ${followUpDays}))::int AS "optedOut",
        count(*) FILTER (WHERE m.state = 'failed')::int AS failed
      FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id WHERE m.campaign_id = ${id}`.execute(
      system,
    ),
    await sql<{ reason: string; families: number }>`SELECT left_out AS reason, count(*)::int AS families
      FROM campaign_family WHERE campaign_id = ${id} AND left_out IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`.execute(
      system,
    ),
    await sql<{ reason: string; families: number }>`SELECT outcome AS reason, count(*)::int AS families
      FROM campaign_turn WHERE campaign_id = ${id} AND outcome NOT IN ('queued', 'hold-out') GROUP BY 1 ORDER BY 2 DESC, 1`.execute(
      system,
    ),
    await sql<
      CampaignResults['failures'][number]
    >`SELECT error_code AS code, coalesce(error_kind, 'unknown') AS kind, count(*)::int AS n
      FROM chat_message WHERE campaign_id = ${id} AND state = 'failed' GROUP BY 1, 2 ORDER BY 3 DESC, 1`.execute(
      system,
    ),
    await sql<
      CampaignResults['costs'][number]
    >`SELECT price_category AS category, coalesce(billable, false) AS billable, count(*)::int AS n
      FROM chat_message WHERE campaign_id = ${id} AND price_category IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`.execute(
      system,
    ),
    await sql<CampaignResults['days'][number]>`
      SELECT to_char(${day(sql.ref('m.sent_at'))}, 'YYYY-MM-DD') AS date, count(*)::int AS sent,
        count(m.delivered_at)::int AS delivered, count(m.read_at)::int AS read,
        count(*) FILTER (WHERE ${answered(followUpDays)})::int AS answered
      FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id
      WHERE m.campaign_id = ${id} AND m.sent_at IS NOT NULL AND m.state <> 'failed' GROUP BY 1 ORDER BY 1`.execute(
      system,
    ),
  ];
  const arm = (name: ArmRow['arm']) => {
    const found = arms.rows.find((row) => row.arm === name);
    if (!found) return { drawn: 0, result: nothing };
    const { arm: _, drawn, ...result } = found;
    return { drawn, result };
  };
  return {
    contact: arm('contact').result,
    holdOut: arm('hold-out').result,
    drawn: { contact: arm('contact').drawn, holdOut: arm('hold-out').drawn },
    messages: messages.rows[0] as CampaignResults['messages'],
    leftOut: leftOut.rows,
    skipped: skipped.rows,
    failures: failures.rows,
    costs: costs.rows,
    days: days.rows,
  };
}

/** SQL condition: the person wrote back to message `m` within so many days. */
function answered(days: number) {
  return sql`EXISTS (SELECT FROM chat_message i WHERE i.conversation_id = m.conversation_id AND i.inbound
    AND i.at >= m.at AND i.at < m.at + make_interval(days => ${days}))`;
}
