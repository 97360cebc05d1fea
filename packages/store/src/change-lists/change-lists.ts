import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { ChangeListKind } from './apply-change-list.ts';

/** A list that was taken in. */
export interface ChangeListRow {
  listId: number;
  kind: ChangeListKind;
  payer: string;
  reference: string;
  submittedOn: string;
  submittedBy: string;
  effectiveOn: string;
  submitted: number;
  accepted: number;
  refused: number;
}

/** A submitted name and what became of it. */
export interface ChangeListName {
  line: number;
  memberId: number | null;
  name: string | null;
  outcome: 'accepted' | 'refused';
  reason: string | null;
}

/** Lists, newest first. */
export async function changeLists(db: Db, limit: number): Promise<ChangeListRow[]> {
  const { rows } = await sql<ChangeListRow>`
    SELECT l.id AS "listId", l.kind, p.name AS payer, l.reference, l.submitted_on AS "submittedOn",
      l.submitted_by AS "submittedBy", l.effective_on AS "effectiveOn", l.submitted, l.accepted, l.refused
    FROM change_list l JOIN payer p ON p.id = l.payer_id ORDER BY l.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** Names of a list after a line. */
export async function changeListNames(
  db: Db,
  listId: number,
  filter: { outcome?: 'accepted' | 'refused' | undefined; after: number; limit: number },
): Promise<ChangeListName[]> {
  const { rows } = await sql<ChangeListName>`
    SELECT line, member_id AS "memberId", name, outcome, reason FROM change_list_row
    WHERE list_id = ${listId} AND line > ${filter.after}
      AND ${filter.outcome ? sql`outcome = ${filter.outcome}` : sql`true`}
    ORDER BY line LIMIT ${filter.limit}`.execute(db);
  return rows;
}
