import type { KeptItem, RetentionHold, RetentionKind } from '@jangkau/privacy';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { isOverForGood, withoutIdentity } from './held/member-tables.ts';
import { instant } from './subject-requests.ts';

export interface StandingHold extends RetentionHold {
  by: string;
  at: string;
}

export interface RetentionRunRow {
  id: number;
  at: string;
  by: string;
  deleted: Partial<Record<RetentionKind, number>>;
  held: number;
  failed: number;
}

/** What is kept, what holds it, and what was deleted. */
export const Retention = {
  /** Everything the rules are about. Files count by the run that used them last; small rows by the day, those of chats at the branch. */
  async items(owner: Db, timeZone: string): Promise<KeptItem[]> {
    const { rows } = await sql<KeptItem>`
      SELECT 'uploads' AS kind, u.id::text AS key, u.name AS label, u.size::float8 AS size,
        ${utc(sql`greatest(u.created_at, (SELECT max(coalesce(r.finished_at, r.created_at)) FROM run_upload x
          JOIN run r ON r.id = x.run_id WHERE x.upload_id = u.id))`)} AS since
      FROM upload u WHERE u.deleted_at IS NULL AND u.source = 'upload' AND NOT EXISTS (
        SELECT FROM run_upload x JOIN run r ON r.id = x.run_id
        WHERE x.upload_id = u.id AND r.state IN ('queued', 'running', 'interrupted'))
      UNION ALL
      SELECT kind, r.id::text, 'Pemetaan ' || r.number, coalesce((r.counts->>'residents')::float8, 0),
        ${utc(sql`coalesce(r.finished_at, r.created_at)`)}
      FROM run r CROSS JOIN (VALUES ('run-files'), ('run-results')) AS k (kind)
      WHERE r.state IN ('done', 'failed', 'cancelled')
      UNION ALL
      SELECT 'export-orders', at::date::text, at::date::text, count(*)::float8, ${utc(sql`max(at)`)}
      FROM export_order GROUP BY at::date
      UNION ALL
      SELECT 'idempotency', created_at::date::text, created_at::date::text, count(*)::float8, ${utc(sql`max(created_at)`)}
      FROM idempotency GROUP BY created_at::date
      UNION ALL
      SELECT 'sessions', expires_at::date::text, expires_at::date::text, count(*)::float8, ${utc(sql`max(expires_at)`)}
      FROM session WHERE expires_at < now() GROUP BY expires_at::date
      UNION ALL
      SELECT 'chat-files', day, day, count(*)::float8, ${utc(sql`max(kept_at)`)} FROM (
        SELECT kept_at, ${dayAt(sql`t.kept_at`, timeZone)} AS day FROM chat_file t WHERE ${requestsDecided}
      ) x GROUP BY day
      UNION ALL
      SELECT 'chat-messages', day, day, count(*)::float8, ${utc(sql`max(at)`)} FROM (
        SELECT at, ${dayAt(sql`t.at`, timeZone)} AS day FROM chat_message t WHERE ${requestsDecided}
      ) x GROUP BY day
      UNION ALL
      SELECT 'campaign-families', c.id::text, 'Kampanye ' || c.name,
        (SELECT count(*)::float8 FROM campaign_family f WHERE f.campaign_id = c.id),
        ${utc(sql`(SELECT max(e.at) FROM campaign_event e WHERE e.campaign_id = c.id)`)}
      FROM campaign c WHERE c.state IN ('finished', 'cancelled', 'returned')
        AND EXISTS (SELECT FROM campaign_family f WHERE f.campaign_id = c.id)
      UNION ALL
      SELECT 'change-list-names', l.id::text, 'Daftar ' || l.reference, count(*)::float8, ${utc(sql`l.applied_at`)}
      FROM change_list l JOIN change_list_row r ON r.list_id = l.id AND r.name IS NOT NULL GROUP BY l.id
      UNION ALL
      SELECT 'ended-members', extract(year FROM s.since)::text, extract(year FROM s.since)::text, count(*)::float8,
        ${endOfYear(sql`extract(year FROM s.since)`)}
      FROM member_status s JOIN member t ON t.id = s.member_id WHERE ${endedWithIdentity} GROUP BY extract(year FROM s.since)
      UNION ALL
      SELECT 'case-photos', month, month, count(*)::float8, ${endOfMonth(sql`month`)} FROM (
        SELECT ${monthOf(sql`c.ended_at`)} AS month FROM attachment t JOIN pesiar_case c USING (case_id) WHERE ${endedWithoutForm}
      ) x GROUP BY month
      UNION ALL
      SELECT 'case-records', month, month, count(*)::float8, ${endOfMonth(sql`month`)} FROM (
        SELECT ${monthOf(sql`c.ended_at`)} AS month FROM pesiar_case c WHERE c.ended_at IS NOT NULL
      ) x GROUP BY month
      UNION ALL
      SELECT 'visits', right(relname, 4), right(relname, 4), greatest(reltuples, 0)::float8, ${endOfYear(sql`right(relname, 4)`)}
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname ~ '^visit_[0-9]{4}$'
      UNION ALL
      SELECT 'look-ups', extract(year FROM at)::text, extract(year FROM at)::text, count(*)::float8, ${utc(sql`max(at)`)}
      FROM eligibility_look_up GROUP BY extract(year FROM at)
      UNION ALL
      SELECT 'ledger', right(relname, 4), right(relname, 4), greatest(reltuples, 0)::float8, ${endOfYear(sql`right(relname, 4)`)}
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname ~ '^bill_[0-9]{4}$'
      UNION ALL
      SELECT 'letters', year::text, year::text, count(*)::float8, ${utc(sql`max(at)`)} FROM letter GROUP BY year
      UNION ALL
      SELECT 'audit', extract(year FROM at)::text, extract(year FROM at)::text, count(*)::float8, ${utc(sql`max(at)`)}
      FROM audit_entry GROUP BY extract(year FROM at)
      ORDER BY since, key`.execute(owner);
    return rows;
  },

  /** Holds people set, and those that open requests and standing restrictions set by themselves. */
  async holds(db: Db): Promise<StandingHold[]> {
    const { rows } = await sql<StandingHold>`
      SELECT kind, key, reason, username AS by, ${instant('at')} AS at FROM standing_hold ORDER BY kind, key`.execute(
      db,
    );
    return rows;
  },

  /** Mappings that open requests and standing restrictions of people still need. */
  async requestHolds(owner: Db): Promise<StandingHold[]> {
    const { rows } = await sql<StandingHold>`
      SELECT k.kind, q.run_id::text AS key, 'Permohonan ' || q.number || ' belum selesai atau pembatasan masih berlaku' AS reason,
        'sistem' AS by, ${instant('q.recorded_at')} AS at
      FROM subject_request q CROSS JOIN (VALUES ('run-files'), ('run-results')) AS k (kind)
      WHERE q.run_id IS NOT NULL AND (
        EXISTS (SELECT FROM restricted_person p WHERE p.no_penduduk = q.no_penduduk OR p.nik = q.nik)
        OR NOT EXISTS (SELECT FROM subject_request_fact f WHERE f.request_id = q.id
          AND f.type IN ('letter-issued', 'taken-back')))
      UNION ALL
      SELECT 'ended-members', extract(year FROM s.since)::text, 'Permohonan ' || q.number || ' belum selesai', 'sistem',
        ${instant('q.recorded_at')}
      FROM subject_request q JOIN member_status s ON s.member_id = q.member_id AND s.inactive_kind = 'ended'
      WHERE NOT EXISTS (SELECT FROM subject_request_fact f WHERE f.request_id = q.id
        AND f.type IN ('letter-issued', 'taken-back'))
      ORDER BY key`.execute(owner);
    return rows;
  },

  async hold(db: Db, username: string, hold: RetentionHold & { held: boolean }): Promise<void> {
    await sql`
      INSERT INTO retention_hold_fact (username, kind, key, held, reason)
      VALUES (${username}, ${hold.kind}, ${hold.key}, ${hold.held}, ${hold.reason})`.execute(db);
  },

  /** Deletes rows of one day and kind that live in the database alone. */
  async deleteDay(owner: Db, kind: 'export-orders' | 'idempotency' | 'sessions', day: string): Promise<void> {
    const table = { 'export-orders': 'export_order', idempotency: 'idempotency', sessions: 'session' }[kind];
    const column = { 'export-orders': 'at', idempotency: 'created_at', sessions: 'expires_at' }[kind];
    await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)}::date = ${day}::date
      ${kind === 'sessions' ? sql`AND expires_at < now()` : sql``}`.execute(owner);
  },

  /** Deletes what was sent or said in chats on one day at the branch, except where a request is not decided yet. */
  async deleteChatDay(
    owner: Db,
    kind: 'chat-files' | 'chat-messages',
    { day, timeZone }: { day: string; timeZone: string },
  ): Promise<void> {
    const [table, column] = kind === 'chat-files' ? ['chat_file', 'kept_at'] : ['chat_message', 'at'];
    await sql`DELETE FROM ${sql.table(table)} t WHERE ${dayAt(sql`t.${sql.ref(column)}`, timeZone)} = ${day} AND ${requestsDecided}`.execute(
      owner,
    );
  },

  /** Deletes the families of a campaign that is over; its plan and history stay. */
  async deleteCampaignFamilies(owner: Db, campaignId: string): Promise<void> {
    await sql`DELETE FROM campaign_family WHERE campaign_id = ${campaignId}::int`.execute(owner);
  },

  /** Takes the names out of the rows of one list of changes; what became of each row stays. */
  async forgetListNames(owner: Db, listId: string): Promise<void> {
    await sql`UPDATE change_list_row SET name = NULL WHERE list_id = ${listId}::int`.execute(owner);
  },

  /** Takes the identity out of members whose membership ended in a year and who owe nothing; the ledger stays. */
  async forgetEndedMembers(owner: Db, year: string): Promise<void> {
    const set = sql.join(
      Object.entries(withoutIdentity).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    );
    await sql`UPDATE member t SET ${set} FROM member_status s
      WHERE s.member_id = t.id AND extract(year FROM s.since) = ${year}::int AND ${endedWithIdentity}`.execute(
      owner,
    );
    // The words of their names go out of the lists now, not with the next hundreds.
    await sql`SELECT post_waiting_names(1)`.execute(owner);
  },

  /** Deletes photographs and signatures of cases that ended in a month ('YYYY-MM') without a form. */
  async deleteCasePhotos(owner: Db, month: string): Promise<void> {
    await sql`DELETE FROM attachment t USING pesiar_case c
      WHERE c.case_id = t.case_id AND ${endedWithoutForm} AND ${monthOf(sql`c.ended_at`)} = ${month}`.execute(
      owner,
    );
  },

  async addRun(
    system: Db,
    username: string,
    run: Pick<RetentionRunRow, 'deleted' | 'held' | 'failed'>,
  ): Promise<number> {
    const { rows } = await sql<{ id: number }>`
      INSERT INTO retention_run (username, deleted, held, failed)
      VALUES (${username}, ${JSON.stringify(run.deleted)}, ${run.held}, ${run.failed}) RETURNING id::int AS id`.execute(
      system,
    );
    return rows[0]?.id as number;
  },

  /** The latest runs of the job, newest first. */
  async runs(db: Db, limit: number): Promise<RetentionRunRow[]> {
    const { rows } = await sql<RetentionRunRow>`
      SELECT id::int AS id, ${instant('at')} AS at, username AS by, deleted, held, failed FROM retention_run
      ORDER BY retention_run.id DESC LIMIT ${limit}`.execute(db);
    return rows;
  },
};

// Restricted members stay as they are: they asked for that.
const endedWithIdentity = sql`s.inactive_kind = 'ended' AND ${isOverForGood}
  AND (t.name <> '-' OR t.nik IS NOT NULL OR t.phone IS NOT NULL) AND t.id NOT IN (SELECT restricted_members())`;

/** SQL: nothing that was asked for in the conversation of the row `t` waits to be decided. */
const requestsDecided = sql`NOT EXISTS (
  SELECT FROM chat_work_item w WHERE w.conversation_id = t.conversation_id AND w.done_at IS NULL)`;

/** SQL: the case `c` is over, and nobody was registered by it. */
const endedWithoutForm = sql<boolean>`c.ended_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM pesiar_application f WHERE f.case_id = c.case_id)`;

/** SQL: the date of a moment at the branch. */
function dayAt(moment: ReturnType<typeof sql>, timeZone: string) {
  return sql`to_char(${moment} AT TIME ZONE ${timeZone}, 'YYYY-MM-DD')`;
}

/** SQL: 'YYYY-MM' of a moment, in UTC. */
function monthOf(moment: ReturnType<typeof sql>) {
  return sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM')`;
}

/** SQL: the last moment of a month 'YYYY-MM'. */
function endOfMonth(month: ReturnType<typeof sql>) {
  return utc(
    sql`(((${month} || '-01')::timestamp + interval '1 month' - interval '1 millisecond') AT TIME ZONE 'UTC')`,
  );
}

/** SQL: the last moment of a year. */
function endOfYear(year: ReturnType<typeof sql>) {
  return sql`${year} || '-12-31T23:59:59.000Z'`;
}

function utc(moment: ReturnType<typeof sql>) {
  return sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
