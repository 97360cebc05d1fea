import { createHash } from 'node:crypto';
import { Problem } from '@jangkau/kernel';
import {
  employerAdditionFrom,
  employerRemovalFrom,
  firstOfNextMonth,
  type MembershipSettings,
  parseDate,
  pemdaCoverFrom,
} from '@jangkau/membership';
import type pg from 'pg';
import { applyPlanned } from '../month-close/apply-planned.ts';
import { rulesWith } from '../rules/rule-settings.ts';
import { readChangeList, type SubmittedName } from './change-list-file.ts';

/** What a list asks for. */
export type ChangeListKind =
  | 'pbi-add'
  | 'pbi-remove'
  | 'pemda-add'
  | 'pemda-remove'
  | 'employer-add'
  | 'employer-remove';

/** A list as it was sent. */
export interface ChangeListOrder {
  kind: ChangeListKind;
  /** 'APBN', a regency such as '51.02', or the code of an employer. */
  payerCode: string;
  /** Number of the decree, letter or file. */
  reference: string;
  text: string;
  /** Date of today, 'YYYY-MM-DD'; cut-offs and same-day cover go by it. */
  today: string;
  by: string;
  /** PBI decrees say from when; other lists follow their cut-off. */
  effectiveOn?: string | undefined;
  /** Heads a Pemda pays for this month; absent: no limit. */
  quota?: number | undefined;
  /** The area is UHC Prioritas: its Pemda's people are covered the same day. */
  prioritas?: boolean | undefined;
}

/** Why a name was refused. */
type RefusalReason =
  | NonNullable<SubmittedName['fault']>
  | 'double'
  | 'unknown-person'
  | 'ended'
  | 'has-employer'
  | 'already-covered'
  | 'not-of-payer'
  | 'over-quota';

/** What became of a list: submitted = accepted + refused, and every name in one of them. */
export interface ChangeListResult {
  listId: number;
  already: boolean;
  kind: ChangeListKind;
  effectiveOn: string;
  submitted: number;
  accepted: number;
  refused: number;
  reasons: Partial<Record<RefusalReason, number>>;
}

const payerKind = { pbi: 'state', pemda: 'pemda', employer: 'employer' } as const;
const segmentOf = { pbi: 'PBI_APBN', pemda: 'PBPU_PEMDA', employer: 'PPU_BU' } as const;
const leavingCause = { pbi: 'pbi-removed', pemda: 'pemda-removed', employer: 'employment-ended' } as const;

/**
 * Takes in a list in one transaction: every name is accepted or refused with one reason. Accepted changes
 * take effect on their day: now, or by the close of the month before. The same list twice changes nothing.
 * @throws Problem 'column-missing'
 */
export async function applyChangeList(pool: pg.Pool, order: ChangeListOrder): Promise<ChangeListResult> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await takeInList(client, order);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * The same inside the caller's transaction.
 * @throws Problem 'column-missing'
 */
export async function takeInList(client: pg.PoolClient, order: ChangeListOrder): Promise<ChangeListResult> {
  const names = readChangeList(order.text);
  if (!names) throw new Problem('column-missing', { file: order.reference, column: 'nik' });
  const [who, what] = order.kind.split('-') as [keyof typeof segmentOf, 'add' | 'remove'];
  const { membership } = await rulesWith(client, order.today);
  const effectiveOn = effectiveDay(order, false, membership);
  const digest = createHash('sha256')
    .update(`${order.kind}\n${order.payerCode}\n${order.reference}\n${order.text}`)
    .digest();
  await client.query('SELECT pg_advisory_xact_lock(7031, 1)');
  const known = await client.query<{ id: number }>('SELECT id FROM change_list WHERE sha256 = $1', [digest]);
  if (known.rows[0]) {
    const result = await readResult(client, known.rows[0].id);
    return { ...result, already: true };
  }
  const payer = await client.query<{ id: number }>(
    `INSERT INTO payer (kind, code, name, area_code) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind, code) DO UPDATE SET code = excluded.code RETURNING id`,
    [
      payerKind[who],
      order.payerCode,
      `${who === 'employer' ? 'Pemberi kerja' : 'Pemda'} ${order.payerCode}`,
      who === 'pemda' ? order.payerCode : '',
    ],
  );
  const payerId = payer.rows[0]?.id as number;
  const judged = await client.query<JudgedName>(judging, [
    JSON.stringify(names),
    what,
    segmentOf[who],
    payerId,
    order.quota ?? null,
  ]);
  const refused = judged.rows.filter(({ reason }) => reason !== null).length;
  const list = await client.query<{ id: number }>(
    `INSERT INTO change_list (kind, payer_id, reference, month, submitted_on, submitted_by, sha256, effective_on,
       submitted, accepted, refused)
     VALUES ($1, $2, $3, date_trunc('month', $4::date), $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      order.kind,
      payerId,
      order.reference,
      order.today,
      order.by,
      digest,
      effectiveOn,
      judged.rows.length,
      judged.rows.length - refused,
      refused,
    ],
  );
  const listId = list.rows[0]?.id as number;
  const rows = JSON.stringify(
    judged.rows.map((row) => ({ ...row, startsOn: effectiveDay(order, row.fromPemda, membership) })),
  );
  await client.query(
    `INSERT INTO change_list_row (list_id, line, member_id, name, area_code, outcome, reason)
     SELECT $1, line, member_id, name, coalesce(area_code, ''), CASE WHEN reason IS NULL THEN 'accepted' ELSE 'refused' END, reason
     FROM jsonb_to_recordset($2::jsonb) AS r (line int, member_id int, name text, area_code text, reason text)`,
    [listId, rows],
  );
  await client.query(
    `INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, payer_id, household_id, cover_from, cause, proof, source, reference)
     SELECT r.member_id, CASE $3 WHEN 'add' THEN 'enrolled' ELSE 'left' END,
       CASE WHEN $3 = 'add' AND $6 = 'pemda' THEN $7::date ELSE r."startsOn" END,
       CASE $3 WHEN 'add' THEN $5 END, CASE $3 WHEN 'add' THEN CASE WHEN $6 = 'employer' THEN coalesce(r.class, 2) ELSE 3 END END,
       CASE $3 WHEN 'add' THEN $8::int END, CASE $3 WHEN 'add' THEN s.household_id END,
       CASE WHEN $3 = 'add' AND $6 = 'pemda' AND r."startsOn" > $7::date THEN r."startsOn" END,
       CASE $3 WHEN 'remove' THEN CASE WHEN r."laidOff" AND $6 = 'employer' THEN 'laid-off' ELSE $4 END END,
       CASE WHEN $3 = 'remove' THEN r."laidOff" END, 'change-list', 'list:' || $1
     FROM jsonb_to_recordset($2::jsonb)
       AS r (line int, member_id int, class int, "laidOff" boolean, reason text, "startsOn" date)
     JOIN member_status s ON s.member_id = r.member_id
     WHERE r.reason IS NULL ORDER BY r.line`,
    [String(listId), rows, what, leavingCause[who], segmentOf[who], who, order.today, payerId],
  );
  await client.query(
    `UPDATE member_status s SET due_on = r."startsOn", due_reason = 'PLANNED',
       reason = CASE WHEN $2 = 'add' AND NOT s.active THEN 'AWAITING_COVER_START' ELSE s.reason END
     FROM jsonb_to_recordset($1::jsonb) AS r (member_id int, reason text, "startsOn" date)
     WHERE r.reason IS NULL AND s.member_id = r.member_id`,
    [rows, what],
  );
  if (effectiveOn <= order.today) await applyPlanned(client, order.today, `list:${listId}`);
  return readResult(client, listId);
}

interface JudgedName extends SubmittedName {
  member_id: number | null;
  area_code: string | null;
  reason: RefusalReason | null;
  /** Covered by a Pemda now: an employer's list takes effect later for them. */
  fromPemda: boolean;
}

// One reason a name, the first that holds; $1 names, $2 add or remove, $3 segment, $4 payer, $5 quota.
const judging = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS r (line int, nik bigint, card text, name text, class int, "laidOff" boolean, fault text)
  ), found AS (
    SELECT g.*, m.id AS member_id, m.area_code, s.active, s.inactive_kind, s.segment, s.payer_id, s.due_reason,
      row_number() OVER (PARTITION BY coalesce(m.id::text, g.nik::text, g.card, g.line::text) ORDER BY g.line) AS nth
    FROM given g
    LEFT JOIN LATERAL (
      SELECT m.id, m.area_code FROM member m LEFT JOIN member_status t ON t.member_id = m.id
      WHERE g.fault IS NULL AND ((g.card IS NOT NULL AND m.card = g.card) OR (g.card IS NULL AND m.nik = g.nik))
      ORDER BY (t.inactive_kind = 'ended') NULLS LAST, m.id LIMIT 1
    ) m ON true
    LEFT JOIN member_status s ON s.member_id = m.id
  ), judged AS (
    SELECT f.*, CASE
      WHEN f.fault IS NOT NULL THEN f.fault
      WHEN f.nth > 1 THEN 'double'
      WHEN f.member_id IS NULL THEN 'unknown-person'
      WHEN f.inactive_kind = 'ended' THEN 'ended'
      WHEN $2 = 'add' AND f.active AND f.segment IN ('PPU_PN', 'PPU_BU') AND $3 <> 'PPU_BU' THEN 'has-employer'
      WHEN $2 = 'add' AND f.active AND f.segment = $3 AND f.payer_id IS NOT DISTINCT FROM $4::int THEN 'already-covered'
      WHEN $2 = 'remove' AND NOT (f.active AND f.segment = $3 AND f.payer_id IS NOT DISTINCT FROM $4::int) THEN 'not-of-payer'
    END AS reason
    FROM found f
  ), counted AS (
    SELECT j.*, count(*) FILTER (WHERE j.reason IS NULL) OVER (ORDER BY j.line) AS place FROM judged j
  )
  SELECT line, nik::text, card, name, class, "laidOff", fault, member_id, area_code,
    coalesce(active AND segment = 'PBPU_PEMDA', false) AS "fromPemda",
    CASE WHEN reason IS NULL AND $2 = 'add' AND place > coalesce($5::int - (
      SELECT count(*) FROM member_status s WHERE s.payer_id = $4::int AND s.active AND s.segment = $3), 2147483647)
      THEN 'over-quota' ELSE reason END AS reason
  FROM counted ORDER BY line`;

/** First day of the change for somebody: PBI as decreed, Pemda by its kind of area, employers by when they sent it. */
function effectiveDay(order: ChangeListOrder, fromPemda: boolean, rules: MembershipSettings): string {
  if (order.effectiveOn) return order.effectiveOn;
  const today = parseDate(order.today);
  switch (order.kind) {
    case 'pemda-add':
      return pemdaCoverFrom(today, order.prioritas ? 'prioritas' : 'cut-off').toString();
    case 'employer-add':
      return employerAdditionFrom(today, fromPemda ? 'pemda' : 'new', rules).toString();
    case 'employer-remove':
      return employerRemovalFrom(today, rules).toString();
    default:
      return firstOfNextMonth(today).toString();
  }
}

async function readResult(client: pg.PoolClient, listId: number): Promise<ChangeListResult> {
  const { rows } = await client.query<ChangeListResult>(
    `SELECT id AS "listId", false AS already, kind, effective_on AS "effectiveOn", submitted, accepted, refused,
       coalesce((SELECT jsonb_object_agg(reason, n) FROM (
         SELECT reason, count(*) AS n FROM change_list_row WHERE list_id = $1 AND reason IS NOT NULL GROUP BY reason) r), '{}') AS reasons
     FROM change_list WHERE id = $1`,
    [listId],
  );
  return rows[0] as ChangeListResult;
}
