import type pg from 'pg';
import { type ChangeListKind, takeInList } from '../change-lists/apply-change-list.ts';
import { clientDb } from './client-db.ts';
import { type Deciding, keepVerdicts, type Verdict, waitingForms } from './decision.ts';
import { type EnrolledMember, enrolPeople } from './enrol-people.ts';
import type { FormDetail } from './form-people.ts';

/** A list that registers people at their payer. */
export interface ListApproval {
  forms: readonly string[];
  kind: Extract<ChangeListKind, 'pemda-add' | 'employer-add'>;
  payerCode: string;
  /** Number of the letter or decree; the list keeps it. */
  reference: string;
  note?: string | undefined;
  /** Heads that may still be approved; undefined: no limit. */
  left?: number | undefined;
  prioritas?: boolean | undefined;
}

/** What became of the forms: approved, refused by the rules of lists, or left waiting for want of quota. */
export interface ApprovedForms {
  approved: number;
  people: number;
  refused: number;
  overQuota: number;
  /** First day of cover. */
  startsOn: string | null;
  listId: number | null;
}

/**
 * Approves waiting forms: their people enter the member register and go to the payer by a list of changes, with its
 * rules, its effective day and its reasons of refusal. In the order of handing in, as far as the quota reaches; the
 * rest goes on waiting. One transaction of the caller, as the owner.
 */
export async function approveByList(
  client: pg.PoolClient,
  deciding: Deciding,
  order: ListApproval,
): Promise<ApprovedForms> {
  const db = clientDb(client);
  const pemda = order.kind === 'pemda-add';
  const waiting = await waitingForms(db, deciding.desk, order.forms);
  const taken: { form: FormDetail; members: EnrolledMember[] }[] = [];
  let left = order.left ?? Number.POSITIVE_INFINITY;
  let overQuota = 0;
  for (const form of waiting) {
    const people = form.people.filter(({ coveredIn }) => coveredIn === null);
    if (people.length > left) {
      overQuota++;
      continue;
    }
    left -= people.length;
    const members = await enrolPeople(client, form, people, {
      segment: pemda ? 'PBPU_PEMDA' : 'PPU_BU',
      class: pemda ? 3 : 2,
      reason: 'AWAITING_COVER_START',
      dueOn: null,
      today: deciding.today,
    });
    taken.push({ form, members });
  }
  const cards = taken.flatMap(({ form, members }) =>
    members.map(
      ({ card }) => `${card},${form.body.employer?.wage && form.body.employer.wage > 4_000_000 ? 1 : 2}`,
    ),
  );
  if (cards.length === 0)
    return { approved: 0, people: 0, refused: 0, overQuota, startsOn: null, listId: null };
  const list = await takeInList(client, {
    kind: order.kind,
    payerCode: order.payerCode,
    reference: order.reference,
    text: `no_kartu,kelas\n${cards.join('\n')}\n`,
    today: deciding.today,
    by: deciding.scope.username,
    prioritas: order.prioritas,
  });
  const { rows } = await client.query<{ memberId: number; reason: string | null }>(
    'SELECT member_id AS "memberId", reason FROM change_list_row WHERE list_id = $1 AND member_id IS NOT NULL',
    [list.listId],
  );
  const reasonOf = new Map(rows.map(({ memberId, reason }) => [memberId, reason]));
  const verdicts = taken.map(({ form, members }): Verdict => {
    const reasons = [...new Set(members.flatMap(({ memberId }) => reasonOf.get(memberId) ?? []))];
    const ok = members.filter(({ memberId }) =>
      [null, 'already-covered'].includes(reasonOf.get(memberId) ?? null),
    );
    return {
      form,
      verdict: ok.length > 0 ? 'approved' : 'refused',
      reasons,
      note: order.note,
      startsOn: ok.length > 0 ? list.effectiveOn : null,
      listId: list.listId,
      members: ok,
    };
  });
  await keepVerdicts(db, deciding, verdicts);
  const approved = verdicts.filter(({ verdict }) => verdict === 'approved');
  return {
    approved: approved.length,
    people: approved.reduce((sum, { members }) => sum + (members?.length ?? 0), 0),
    refused: verdicts.length - approved.length,
    overQuota,
    startsOn: list.effectiveOn,
    listId: list.listId,
  };
}
