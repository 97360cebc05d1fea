import { aidAgain } from './class-three-aid.ts';
import { answer, type CloseStep } from './close-step.ts';
import { takenBack } from './taken-back.ts';

/** A key noted at the end of the close, or before it. */
const mark = (when: 'before' | 'after', table: string) =>
  `(SELECT (marks -> '${when}' ->> '${table}')::bigint FROM month_close
    WHERE month = :month AND kind = 'close' ORDER BY id DESC LIMIT 1)`;

/** How many members of the close were changed since by something else than money: they stand in the way of an undo. */
export const laterChanges = `
  SELECT count(*)::int AS members FROM close_image i
  WHERE EXISTS (SELECT FROM membership_fact f WHERE f.member_id = i.member_id AND f.id > ($1::jsonb ->> 'membership_fact')::bigint)
    OR EXISTS (SELECT FROM status_change c WHERE c.member_id = i.member_id AND c.id > ($1::jsonb ->> 'status_change')::bigint
      AND c.cause NOT LIKE 'payment:%')`;

/** Members stand as before the close; every change it noted gets one that takes it back. */
const states: CloseStep = {
  id: 'undo-states',
  labelId: 'Status peserta kembali seperti sebelum ditutup',
  labelEn: 'Members stand as before the close',
  sql: `
  WITH noted AS (
    INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
    SELECT DISTINCT i.member_id, c.valid_on, i.segment, i.class, i.payer_id, i.active, i.inactive_kind, i.reason, :cause
    FROM close_image i JOIN status_change c ON c.member_id = i.member_id
    WHERE c.id > ${mark('before', 'status_change')}
    ORDER BY 1, 2
  ), turned AS (
    UPDATE member_status s SET segment = i.segment, class = i.class, payer_id = i.payer_id, household_id = i.household_id,
      role = i.role, active = i.active, inactive_kind = i.inactive_kind, since = i.since, reason = i.reason,
      arrears_months = i.arrears_months, arrears_amount = i.arrears_amount, due_on = i.due_on, due_reason = i.due_reason
    FROM close_image i WHERE s.member_id = i.member_id
    RETURNING s.member_id
  )
  ${answer('turned')}`,
};

/** Families that paid since the close. */
const paidSince = (household: string) => `EXISTS (
  SELECT FROM payment p WHERE p.household_id = ${household} AND p.id > ${mark('after', 'payment')})`;

/** Relief of months beyond the cap is taken back, unless a family has paid on the strength of it. */
const relief: CloseStep = {
  id: 'undo-beyond-cap',
  labelId: 'Tunggakan di luar 24 bulan yang dibebaskan, tercatat lagi',
  labelEn: 'Relief beyond 24 months is taken back',
  sql: `
  WITH taken AS (
    INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by, undoes)
    SELECT household_id, 'close-undone', 'Tutup bulan dibatalkan', -amount, on_date, :by, id FROM adjustment
    WHERE kind = 'beyond-cap' AND on_date = :next
      AND id > ${mark('before', 'adjustment')} AND id <= ${mark('after', 'adjustment')}
      AND NOT ${paidSince('adjustment.household_id')}
    ORDER BY id
    RETURNING id, household_id, amount, undoes
  ), given AS (${takenBack('taken')})
  ${answer('taken', '-sum(amount)::bigint', 'household_id')}`,
};

const aid = aidAgain(
  `id > ${mark('before', 'adjustment')} AND id <= ${mark('after', 'adjustment')}`,
  paidSince('adjustment.household_id'),
);

/** What was said of REHAB plans and their stages counts as not said. */
const rehab: CloseStep = {
  id: 'undo-rehab',
  labelId: 'Catatan tahap REHAB dibatalkan',
  labelEn: 'Notes on stages of REHAB are taken back',
  sql: `
  WITH said AS (
    INSERT INTO rehab_event (plan_id, kind, stage, on_date, undoes)
    SELECT plan_id, 'undone', stage, :next, id FROM live_rehab_event
    WHERE id > ${mark('before', 'rehab_event')} AND id <= ${mark('after', 'rehab_event')}
    ORDER BY id
    RETURNING plan_id
  )
  ${answer('said', 'NULL::bigint', 'plan_id')}`,
};

/** What is unpaid of the bills of the next month is not asked for; money that paid a bill stays where it is. */
const bills: CloseStep = {
  id: 'undo-bills',
  labelId: 'Tagihan bulan berikutnya yang belum dibayar tidak ditagih',
  labelEn: 'Unpaid bills of the next month are not asked for',
  sql: `
  WITH open AS MATERIALIZED (
    SELECT l.member_id, l.household_id, l.amount AS due, coalesce(a.paid, 0) AS paid, coalesce(a.step, 0) AS step
    FROM bill_line l
    LEFT JOIN (SELECT member_id, sum(amount)::int AS paid, max(step) AS step FROM allocation WHERE month = :next GROUP BY member_id) a
      ON a.member_id = l.member_id
    WHERE l.month = :next AND coalesce(a.paid, 0) < l.amount
  ), relief AS (
    INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by)
    SELECT household_id, 'close-undone', 'Tutup bulan dibatalkan', sum(due - paid), :next, :by
    FROM open GROUP BY household_id ORDER BY household_id
    RETURNING id, household_id, amount
  ), given AS (
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
    SELECT :next, o.member_id, o.step + 1, o.household_id, o.due, o.paid, o.due - o.paid, o.due, r.id
    FROM open o JOIN relief r ON r.household_id = o.household_id
  )
  ${answer('relief', 'sum(amount)::bigint', 'household_id')}`,
};

/** Families that paid since the close stand as their money says, now that the month is open again. */
const laterMoney: CloseStep = {
  id: 'undo-later-money',
  labelId: 'Keluarga yang membayar sesudah ditutup dinilai lagi menurut uangnya',
  labelEn: 'Families that paid since the close are judged by their money again',
  sql: `
  WITH family AS MATERIALIZED (
    SELECT DISTINCT household_id FROM close_image i WHERE ${paidSince('i.household_id')}
  ), judged AS MATERIALIZED (
    SELECT household_id, apply_standing(household_id, :today, :cause) AS changed FROM (SELECT * FROM family ORDER BY household_id) f
  )
  ${answer('judged', 'NULL::bigint', 'household_id')}`,
};

/** What takes a close back, in order; aid in class III where it hung on being covered. */
export function undoSteps(hadAid: boolean): readonly CloseStep[] {
  return hadAid
    ? [states, relief, aid, rehab, bills, laterMoney]
    : [states, relief, rehab, bills, laterMoney];
}
