import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** What waits for people of the branch: a request, or somebody who wants to talk. */
export interface InboxEntry {
  chat: string;
  /** Number of the request; null for somebody who waits to talk. */
  item: string | null;
  service: string;
  name: string | null;
  phone: string | null;
  since: Date;
  /** Until when an answer was promised; null when it is not our turn. */
  dueAt: Date | null;
  assignedTo: string | null;
  assignedName: string | null;
  lastText: string | null;
  lastIsFile: boolean | null;
  /** Answers do not reach them; who closed our campaigns can be answered. */
  undeliverable: boolean;
  /** Where it stands in the order: whole numbers, compared one after the other. */
  place: number[];
}

export interface InboxFilter {
  view: 'open' | 'mine' | 'unassigned' | 'failed' | 'opted-out';
  username: string;
  timeZone: string;
  service?: string | undefined;
  over?: boolean | undefined;
  /** Words of a name, a request's number, or the end of a phone number. */
  words?: string | undefined;
}

/** Requests that are not decided, and people who wait for a person; one row each. */
function openEntries(timeZone: string): RawBuilder<unknown> {
  return sql`
    SELECT c.id AS chat, NULL::bigint AS item, 'person' AS service, c.waiting_since AS since, c.answer_by AS due
    FROM chat_conversation c WHERE c.waiting_since IS NOT NULL
    UNION ALL
    SELECT w.conversation_id, w.id, w.service, w.made_at, (w.due_on + 1)::timestamp AT TIME ZONE ${timeZone}
    FROM chat_work_item w WHERE w.done_at IS NULL`;
}

/**
 * SQL: the order of entries `e`, as whole numbers that a cursor can hold: microseconds until it is due (never: last), since
 * it waits, the chat, and the request (somebody who waits to talk: last).
 */
const place = sql`coalesce((extract(epoch FROM e.due) * 1000000)::bigint, ${Number.MAX_SAFE_INTEGER}::bigint),
  (extract(epoch FROM e.since) * 1000000)::bigint, e.chat, coalesce(e.item, ${Number.MAX_SAFE_INTEGER}::bigint)`;
/** Numbers of a place. */
export const inboxPlaceLength = 4;

/**
 * Entries, the soonest due first, after one of them; those that are not our turn come last. Whatever is closed or comes in
 * between two pages, nothing that stays is left out or comes twice.
 */
export async function inboxEntries(
  db: Db,
  filter: InboxFilter,
  page: { after: readonly number[] | undefined; limit: number },
): Promise<InboxEntry[]> {
  const { rows } = await sql<InboxEntry>`
    WITH entry AS (${entriesOf(filter)})
    SELECT e.chat::text AS chat, e.item::text AS item, e.service, m.name, c.phone, e.since, e.due AS "dueAt",
      c.assigned_to AS "assignedTo", o.name AS "assignedName", last.text AS "lastText", last.file AS "lastIsFile",
      coalesce(c.undeliverable <> '131050', false) AS undeliverable,
      ARRAY[${place}]::float8[] AS place
    FROM entry e JOIN chat_conversation c ON c.id = e.chat
    LEFT JOIN member m ON m.id = c.member_id
    LEFT JOIN chat_officers() o ON o.username = c.assigned_to
    LEFT JOIN LATERAL (
      SELECT coalesce(x.body ->> 'text', x.body ->> 'title', x.body ->> 'caption', '') AS text,
        x.body ->> 'kind' = 'file' AS file FROM chat_message x
      WHERE x.conversation_id = c.id AND x.inbound ORDER BY x.id DESC LIMIT 1
    ) last ON true
    WHERE ${conditions(filter)} AND ${page.after ? sql`(${place}) > (${sql.join(page.after.map((n) => sql`${n}::bigint`))})` : sql`true`}
    ORDER BY ${place} LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** How many entries a filter finds. */
export async function countInbox(db: Db, filter: InboxFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    WITH entry AS (${entriesOf(filter)})
    SELECT count(*)::int AS n FROM entry e JOIN chat_conversation c ON c.id = e.chat
    LEFT JOIN member m ON m.id = c.member_id WHERE ${conditions(filter)}`.execute(db);
  return rows[0]?.n ?? 0;
}

function entriesOf({ view, timeZone }: InboxFilter): RawBuilder<unknown> {
  // Messages of campaigns that failed are on the page of their campaign: thousands of them are nobody's work.
  if (view === 'failed')
    return sql`SELECT c.id AS chat, NULL::bigint AS item, 'person' AS service, f.at AS since, NULL::timestamptz AS due
      FROM (SELECT conversation_id AS id, max(failed_at) AS at FROM chat_message
        WHERE state = 'failed' AND campaign_id IS NULL AND failed_at > now() - interval '30 days' GROUP BY 1) f JOIN chat_conversation c USING (id)`;
  if (view === 'opted-out')
    return sql`SELECT id AS chat, NULL::bigint AS item, 'person' AS service, opted_out_at AS since, NULL::timestamptz AS due
      FROM chat_conversation WHERE opted_out_at IS NOT NULL`;
  return openEntries(timeZone);
}

function conditions({ view, username, service, over, words }: InboxFilter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (view === 'mine') all.push(sql`c.assigned_to = ${username}`);
  if (view === 'unassigned') all.push(sql`c.assigned_to IS NULL`);
  if (service !== undefined) all.push(sql`e.service = ${service}`);
  if (over !== undefined) all.push(over ? sql`e.due < now()` : sql`(e.due IS NULL OR e.due >= now())`);
  if (words) all.push(found(words));
  return sql`(${sql.join(all, sql` AND `)})`;
}

function found(words: string): RawBuilder<unknown> {
  const number = /^p?-?0*(\d{1,9})$/i.exec(words.trim())?.[1];
  if (number) return sql`(e.item = ${number}::bigint OR c.phone LIKE ${`%${number}`})`;
  const digits = words.replace(/\D/g, '').replace(/^(62|0)/, '');
  if (digits.length >= 6) return sql`c.phone LIKE ${`%${digits}`}`;
  const terms = words.trim().split(/\s+/).slice(0, 5);
  const like = (term: string) => `%${term.replace(/[\\%_]/g, '\\$&')}%`;
  return sql.join(
    terms.map((term) => sql`m.name ILIKE ${like(term)}`),
    sql` AND `,
  );
}

/** Counts over everything that is open. */
export interface InboxSummary {
  mine: number;
  unassigned: number;
  over: number;
  failed: number;
  optedOut: number;
  ratings: number;
  /** Mean of the ratings of 30 days, 1 to 3; null without any. */
  content: number | null;
  /** When anything was last said in what is open; null when nothing is. */
  touchedAt: Date | null;
  queues: { service: string; n: number; over: number; oldest: Date }[];
}

/** What lies in the inbox. */
export async function inboxSummary(
  db: Db,
  { username, timeZone }: Pick<InboxFilter, 'username' | 'timeZone'>,
): Promise<InboxSummary> {
  const { rows: queues } = await sql<
    InboxSummary['queues'][number] & { mine: number; unassigned: number; touched: Date }
  >`
    WITH entry AS (${openEntries(timeZone)})
    SELECT e.service, count(*)::int AS n, (count(*) FILTER (WHERE e.due < now()))::int AS over, min(e.since) AS oldest,
      max(c.touched_at) AS touched,
      (count(*) FILTER (WHERE c.assigned_to = ${username}))::int AS mine,
      (count(*) FILTER (WHERE c.assigned_to IS NULL))::int AS unassigned
    FROM entry e JOIN chat_conversation c ON c.id = e.chat GROUP BY 1 ORDER BY 1`.execute(db);
  const { rows } = await sql<{
    failed: number;
    optedOut: number;
    ratings: number;
    content: number | null;
  }>`
    SELECT (SELECT count(DISTINCT conversation_id)::int FROM chat_message
        WHERE state = 'failed' AND campaign_id IS NULL AND failed_at > now() - interval '30 days') AS failed,
      (SELECT count(*)::int FROM chat_conversation WHERE opted_out_at IS NOT NULL) AS "optedOut",
      count(*)::int AS ratings, avg(score)::float8 AS content
    FROM chat_rating WHERE at > now() - interval '30 days'`.execute(db);
  const sum = (key: 'mine' | 'unassigned' | 'over') => queues.reduce((total, queue) => total + queue[key], 0);
  return {
    mine: sum('mine'),
    unassigned: sum('unassigned'),
    over: sum('over'),
    failed: rows[0]?.failed ?? 0,
    optedOut: rows[0]?.optedOut ?? 0,
    ratings: rows[0]?.ratings ?? 0,
    content: rows[0]?.content ?? null,
    touchedAt: queues.reduce<Date | null>(
      (latest, { touched }) => (latest && latest > touched ? latest : touched),
      null,
    ),
    queues: queues.map(({ service, n, over, oldest }) => ({ service, n, over, oldest })),
  };
}
