import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { type MemberRow, memberColumns } from '../membership/member-row.ts';

/** A member of one's own family: card in full, NIK and phone as they are kept. */
export interface OwnMember extends MemberRow {
  role: string | null;
  phone: string | null;
  address: string | null;
  dueOn: string | null;
  dueReason: string | null;
  fktp: string | null;
  fktpName: string | null;
  /** Who pays, when it is not the family. */
  payer: string | null;
  /** Since when cover had been suspended before it last came back; null when it did not lately. */
  suspendedOn: string | null;
}

/** Everybody of the family of the session, oldest first; nobody without one. For jangkau_member. */
export async function ownFamily(db: Db): Promise<OwnMember[]> {
  const { rows } = await sql<OwnMember>`
    SELECT ${memberColumns}, s.role, m.phone, m.address, s.due_on AS "dueOn", s.due_reason AS "dueReason",
      m.fktp, (SELECT f.name FROM facility f WHERE f.code = m.fktp) AS "fktpName",
      (SELECT p.name FROM own_payers() p WHERE p.id = s.payer_id) AS payer,
      CASE WHEN s.active THEN (SELECT max(c.valid_on) FROM status_change c WHERE c.member_id = m.id
        AND NOT c.active AND c.inactive_kind = 'arrears' AND c.valid_on < s.since AND s.since > current_date - 50)
      END AS "suspendedOn"
    FROM member_status s JOIN member m ON m.id = s.member_id ORDER BY m.born NULLS LAST, m.id`.execute(db);
  return rows;
}

/** A use of care as its patient, or the parent of a child, may see it. */
export interface OwnVisit {
  memberId: number;
  day: string;
  level: string;
  kind: string;
  facility: string;
  facilityName: string | null;
  dischargedOn: string | null;
}

/** Visits one may see (see own_patients in the migrations), newest first. For jangkau_member. */
export async function ownVisits(db: Db, most: number): Promise<OwnVisit[]> {
  const { rows } = await sql<OwnVisit>`
    SELECT v.member_id AS "memberId", v.day, v.level, v.kind, v.facility,
      (SELECT f.name FROM facility f WHERE f.code = v.facility) AS "facilityName", v.discharged_on AS "dischargedOn"
    FROM visit v
    WHERE v.counts = 1 AND NOT EXISTS (SELECT FROM visit w WHERE w.facility = v.facility AND w.reference = v.reference
      AND w.revision = v.revision AND w.day = v.day AND w.counts = -1)
    ORDER BY v.day DESC, v.reference LIMIT ${most}`.execute(db);
  return rows;
}

/** Keys of those whose visits the session may see. For jangkau_member. */
export async function ownPatients(db: Db): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] }>`SELECT own_patients() AS ids`.execute(db);
  return rows[0]?.ids ?? [];
}

/** A request to the branch, as its maker sees it. */
export interface OwnRequest {
  id: string;
  service: string;
  madeAt: string;
  dueOn: string;
  done: boolean;
}

/** Requests made in one's own name, newest first. For jangkau_member. */
export async function ownRequests(db: Db): Promise<OwnRequest[]> {
  const { rows } = await sql<OwnRequest>`
    SELECT id::text AS id, service, to_json(made_at) #>> '{}' AS "madeAt", due_on AS "dueOn", done_at IS NOT NULL AS done
    FROM chat_work_item ORDER BY id DESC LIMIT 50`.execute(db);
  return rows;
}

/** Whether notices go out over WhatsApp. For jangkau_member. */
export async function ownNoticeChoice(db: Db): Promise<boolean> {
  const { rows } = await sql<{ whatsapp: boolean }>`
    SELECT whatsapp FROM member_notice_choice ORDER BY id DESC LIMIT 1`.execute(db);
  return rows[0]?.whatsapp ?? false;
}

/** When members of the family became covered again since a day, newest first. For jangkau_member. */
export async function ownActivations(db: Db, since: string): Promise<{ memberId: number; on: string }[]> {
  const { rows } = await sql<{ memberId: number; on: string }>`
    SELECT member_id AS "memberId", valid_on AS "on" FROM (
      SELECT c.member_id, c.valid_on, c.active, lag(c.active) OVER (PARTITION BY c.member_id ORDER BY c.valid_on, c.id) AS before
      FROM status_change c
    ) told WHERE active AND NOT before AND valid_on >= ${since}::date ORDER BY valid_on DESC`.execute(db);
  return rows;
}

/** When plans of the family were agreed to in the app, by plan. For jangkau_member. */
export async function rehabAgreements(db: Db): Promise<Map<number, string>> {
  const { rows } = await sql<{ plan: number; at: string }>`
    SELECT plan_id AS plan, to_json(agreed_at) #>> '{}' AS at FROM rehab_agreement`.execute(db);
  return new Map(rows.map(({ plan, at }) => [plan, at]));
}
