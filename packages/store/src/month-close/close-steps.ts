import type { Rules } from '@jangkau/contributions';
import type { MembershipSettings } from '@jangkau/membership';
import { overAge } from '../membership/over-age.ts';
import { aidEnded, classThreeAid } from './class-three-aid.ts';
import { answer, type CloseStep } from './close-step.ts';

// Cover goes on without contribution for some months after a layoff with proof.
const guaranteed = `f.kind = 'left' AND f.cause = 'laid-off' AND coalesce(f.proof, false)`;

/** Changes recorded earlier that take effect by the next 1st: decrees, Pemda lists, employers, moves. */
export const planned = (rules: MembershipSettings): CloseStep => {
  const grownUp = overAge('m.born', rules);
  const growsUp = `f.kind = 'enrolled' AND f.role = 'child' AND f.segment IN ('PPU_PN', 'PPU_BU') AND ${grownUp} > :next`;
  return {
    id: 'planned',
    labelId: 'Perubahan yang mulai berlaku (PBI, Pemda, pemberi kerja)',
    labelEn: 'Changes that take effect (PBI, Pemda, employers)',
    sql: `
  WITH fact AS (
    SELECT DISTINCT ON (s.member_id) f.*, coalesce(f.cover_from, f.valid_on) AS from_day
    FROM member_status s
    JOIN membership_fact f ON f.member_id = s.member_id
    WHERE s.due_on <= :next AND s.due_reason = 'PLANNED'
      AND f.kind IN ('enrolled', 'left', 'died', 'duplicate', 'went-abroad', 'citizenship-lost')
      AND coalesce(f.cover_from, f.valid_on) <= :next
      -- A removal ends only the segment it is about: who has found another payer stays covered there.
      AND (f.kind <> 'left' OR f.cause = 'moved' OR s.segment = ANY (CASE f.cause WHEN 'pbi-removed' THEN ARRAY['PBI_APBN']
        WHEN 'pemda-removed' THEN ARRAY['PBPU_PEMDA'] ELSE ARRAY['PPU_PN', 'PPU_BU'] END))
      AND NOT EXISTS (SELECT FROM membership_fact w WHERE w.withdraws = f.id)
    ORDER BY s.member_id, coalesce(f.cover_from, f.valid_on) DESC, f.id DESC
  ), turned AS (
    UPDATE member_status s SET
      segment = CASE WHEN f.kind = 'enrolled' THEN f.segment ELSE s.segment END,
      class = CASE WHEN f.kind = 'enrolled' THEN f.class ELSE s.class END,
      payer_id = CASE WHEN f.kind = 'enrolled' THEN f.payer_id ELSE s.payer_id END,
      household_id = CASE WHEN f.kind = 'enrolled' THEN f.household_id ELSE s.household_id END,
      role = CASE WHEN f.kind = 'enrolled' THEN f.role ELSE s.role END,
      active = f.kind = 'enrolled' OR ${guaranteed},
      inactive_kind = CASE WHEN f.kind = 'enrolled' OR ${guaranteed} THEN NULL
        WHEN f.kind = 'left' THEN 'lapsed' ELSE 'ended' END,
      since = CASE WHEN s.active AND (f.kind = 'enrolled' OR ${guaranteed}) THEN s.since ELSE f.from_day END,
      reason = CASE
        WHEN f.kind = 'enrolled' THEN CASE f.segment WHEN 'PBI_APBN' THEN 'STATE_PAYS' WHEN 'PBPU_PEMDA' THEN 'REGION_PAYS'
          WHEN 'PBPU' THEN 'PAID' WHEN 'BP' THEN 'PAID' ELSE 'EMPLOYER_PAYS' END
        WHEN f.kind = 'left' THEN CASE WHEN ${guaranteed} THEN 'LAYOFF_GUARANTEE' WHEN f.cause = 'laid-off' THEN 'EMPLOYMENT_ENDED'
          WHEN f.cause = 'moved' THEN 'MOVED_OUT' ELSE upper(replace(f.cause, '-', '_')) END
        WHEN f.kind = 'went-abroad' THEN 'ABROAD' ELSE upper(replace(f.kind, '-', '_')) END,
      due_on = CASE WHEN ${guaranteed} THEN (f.valid_on + interval '${rules.layoffMonths} months')::date WHEN ${growsUp} THEN ${grownUp} END,
      due_reason = CASE WHEN ${guaranteed} THEN 'LAYOFF_GUARANTEE_OVER' WHEN ${growsUp} THEN 'CHILD_OVER_AGE' END
    FROM fact f JOIN member m ON m.id = f.member_id
    WHERE s.member_id = f.member_id
    RETURNING s.*, f.from_day
  ), noted AS (
    INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
    SELECT member_id, from_day, segment, class, payer_id, active, inactive_kind, reason, :cause FROM turned
    ORDER BY member_id
  )
  ${answer('turned')}`,
  };
};

/** Cover that ends by itself: children past 21 or 25, cover after a layoff, applications without a first payment. */
const expiries: CloseStep = {
  id: 'expiries',
  labelId: 'Masa jaminan yang habis (usia 21/25, sesudah PHK, pendaftaran tanpa bayar)',
  labelEn: 'Cover that ends by itself (age 21/25, after a layoff, unpaid applications)',
  sql: `
  WITH turned AS (
    UPDATE member_status s SET active = false, inactive_kind = 'lapsed', since = s.due_on, reason = s.due_reason,
      due_on = NULL, due_reason = NULL
    WHERE s.due_on <= :next AND s.due_reason <> 'PLANNED'
    RETURNING s.*
  ), noted AS (
    INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
    SELECT member_id, since, segment, class, payer_id, active, inactive_kind, reason, :cause FROM turned
    ORDER BY member_id
  )
  ${answer('turned')}`,
};

const unpaidOfMonth = `
  unpaid AS MATERIALIZED (
    SELECT l.member_id, l.household_id, l.amount - coalesce(a.paid, 0) AS rest
    FROM bill_line l
    LEFT JOIN (SELECT member_id, sum(amount)::int AS paid FROM allocation WHERE month = :month GROUP BY member_id) a
      ON a.member_id = l.member_id
    WHERE l.month = :month AND coalesce(a.paid, 0) < l.amount
  ), late AS MATERIALIZED (SELECT DISTINCT household_id FROM unpaid)`;

/** Families that did not pay the month by its last day: suspended from the 1st (Perpres 64/2020 Art 42(1)). */
const suspensions: CloseStep = {
  id: 'suspensions',
  labelId: 'Keluarga yang belum membayar: nonaktif mulai tanggal 1, tunggakan bertambah sebulan',
  labelEn: 'Families that have not paid: suspended from the 1st, one more month in arrears',
  sql: `
  WITH ${unpaidOfMonth}, touched AS MATERIALIZED (
    SELECT s.member_id, u.rest,
      s.active AND s.segment IN ('PBPU', 'BP') AND f.household_id IS NOT NULL AS stops
    FROM member_status s
    LEFT JOIN unpaid u ON u.member_id = s.member_id
    LEFT JOIN late f ON f.household_id = s.household_id
    WHERE u.member_id IS NOT NULL OR f.household_id IS NOT NULL
  ), turned AS (
    UPDATE member_status s SET
      arrears_months = s.arrears_months + (t.rest IS NOT NULL)::int,
      arrears_amount = s.arrears_amount + coalesce(t.rest, 0),
      active = s.active AND NOT t.stops,
      inactive_kind = CASE WHEN t.stops THEN 'arrears' ELSE s.inactive_kind END,
      since = CASE WHEN t.stops THEN :next ELSE s.since END,
      reason = CASE WHEN t.stops THEN 'ARREARS' ELSE s.reason END
    FROM touched t WHERE s.member_id = t.member_id AND (t.stops OR t.rest IS NOT NULL)
    RETURNING s.*, t.stops
  ), stopped AS (SELECT * FROM turned WHERE stops), noted AS (
    INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
    SELECT member_id, :next, segment, class, payer_id, false, 'arrears', 'ARREARS', :cause FROM stopped
    ORDER BY member_id
  )
  ${answer('stopped', '(SELECT sum(rest)::bigint FROM unpaid)')}`,
};

/** Beyond so many months (24 by Art 42(3)(a)) nothing more is asked for: what lies before is relieved, with its basis. */
const beyondCap = (months: number): CloseStep => ({
  id: 'beyond-cap',
  labelId: `Tunggakan di luar ${months} bulan terakhir tidak ditagih`,
  labelEn: `Arrears before the last ${months} months are not asked for`,
  sql: `
  WITH candidate AS (
    SELECT DISTINCT l.household_id FROM member_status s
    JOIN bill_line l ON l.member_id = s.member_id AND l.month = :month
    WHERE s.arrears_months > ${months} AND NOT EXISTS (SELECT FROM running_rehab r WHERE r.household_id = l.household_id)
  ), open AS (
    SELECT u.*, dense_rank() OVER (PARTITION BY u.household_id ORDER BY u.month DESC) AS back
    FROM unpaid_lines((SELECT array_agg(household_id) FROM candidate)) u WHERE u.month <= :month
  ), over_cap AS MATERIALIZED (SELECT * FROM open WHERE back > ${months}), relief AS (
    INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by)
    SELECT household_id, 'beyond-cap', 'Perpres 64/2020 Pasal 42 ayat (3) huruf a', sum(due - paid), :next, :by
    FROM over_cap GROUP BY household_id ORDER BY household_id
    RETURNING id, household_id, amount
  ), given AS (
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
    SELECT o.month, o.member_id, o.step + 1, o.household_id, o.due, o.paid, o.due - o.paid, o.due, r.id
    FROM over_cap o JOIN relief r ON r.household_id = o.household_id
    RETURNING member_id, amount
  ), less AS (
    UPDATE member_status s SET arrears_months = s.arrears_months - g.months, arrears_amount = s.arrears_amount - g.amount
    FROM (SELECT member_id, count(*)::int AS months, sum(amount)::int AS amount FROM given GROUP BY member_id) g
    WHERE s.member_id = g.member_id
  )
  ${answer('relief', 'sum(amount)::bigint', 'household_id')}`,
});

/** What came in for a running plan since it began; deposits that only change place are not counted again. */
const rehabPaid = `
  plan AS MATERIALIZED (
    SELECT r.id, r.household_id, coalesce((
      SELECT sum(p.amount) FROM payment p LEFT JOIN holding h ON h.id = p.from_holding
      WHERE p.household_id = r.household_id AND p.paid_on BETWEEN r.registered_on AND :next - 1
        AND h.kind IS DISTINCT FROM 'deposit'), 0) AS paid
    FROM running_rehab r WHERE r.registered_on < :next
  ), stage AS MATERIALIZED (
    SELECT t.plan_id, t.stage, t.due_by, p.paid, sum(t.amount) OVER (PARTITION BY t.plan_id ORDER BY t.stage) AS upto,
      sum(t.amount) OVER (PARTITION BY t.plan_id) AS whole
    FROM rehab_stage t JOIN plan p ON p.id = t.plan_id
  )`;

/** Stages of REHAB: paid, missed; a plan with a missed stage lapses at the end of the month, a paid one is completed. */
const rehab: CloseStep = {
  id: 'rehab',
  labelId: 'Tahap REHAB: dibayar, terlewat, gugur, selesai',
  labelEn: 'Stages of REHAB: paid, missed, lapsed, completed',
  sql: `
  WITH ${rehabPaid}, said AS (
    INSERT INTO rehab_event (plan_id, kind, stage, on_date, round)
    SELECT e.plan_id, e.kind, e.stage, :next,
      (SELECT count(*) FROM rehab_event r WHERE r.plan_id = e.plan_id AND r.kind = e.kind AND r.stage = e.stage)
    FROM (
      SELECT plan_id, CASE WHEN paid >= upto THEN 'stage-paid' ELSE 'stage-missed' END AS kind, stage FROM stage
      WHERE paid >= upto OR due_by < :next
      UNION ALL
      SELECT DISTINCT plan_id, 'completed', 0 FROM stage WHERE paid >= whole
      UNION ALL
      SELECT DISTINCT plan_id, 'lapsed', 0 FROM stage WHERE paid < upto AND due_by < :next
    ) e
    WHERE NOT EXISTS (SELECT FROM live_rehab_event r WHERE r.plan_id = e.plan_id AND r.kind = e.kind AND r.stage = e.stage)
    RETURNING plan_id
  )
  ${answer('said', 'NULL::bigint', 'plan_id')}`,
};

const isBilled = `s.segment IN ('PBPU', 'BP') AND (s.active OR s.inactive_kind = 'arrears')`;

/** One bill a family for the next month: every PBPU and BP who is covered or in arrears. */
const bills = (aidClass3: number): CloseStep => ({
  id: 'bills',
  labelId: 'Tagihan bulan berikutnya',
  labelEn: 'Bills of the next month',
  sql: `
  WITH line AS MATERIALIZED (
    SELECT s.member_id, s.household_id, s.segment, s.class, t.amount + CASE s.class WHEN 3 THEN ${aidClass3} ELSE 0 END AS amount
    FROM member_status s
    JOIN tariff t ON t.segment = s.segment AND t.class = s.class
      AND t.valid_from <= :next AND (t.valid_to IS NULL OR t.valid_to > :next)
    WHERE ${isBilled} AND NOT EXISTS (SELECT FROM bill_line l WHERE l.month = :next AND l.member_id = s.member_id)
    ORDER BY s.household_id, s.member_id
  ), earlier AS MATERIALIZED (
    SELECT household_id, max(issue) AS issue FROM bill WHERE month = :next GROUP BY household_id
  ), billed AS (
    INSERT INTO bill (month, household_id, issue, people, amount, issued_on)
    SELECT :next, l.household_id, coalesce(max(e.issue), 0) + 1, count(*), sum(l.amount), :next
    FROM line l LEFT JOIN earlier e ON e.household_id = l.household_id
    GROUP BY l.household_id ORDER BY l.household_id
    RETURNING household_id, issue, amount
  ), lines AS (
    INSERT INTO bill_line (month, member_id, household_id, issue, segment, class, amount)
    SELECT :next, l.member_id, l.household_id, b.issue, l.segment, l.class, l.amount
    FROM line l JOIN billed b ON b.household_id = l.household_id
  )
  ${answer('billed', 'sum(amount)::bigint', 'household_id')}`,
});

/** Bills of the next month that an undo had taken back are asked for again, from those who are to be billed. */
const billsAgain: CloseStep = {
  id: 'bills-again',
  labelId: 'Tagihan bulan berikutnya yang dibatalkan, ditagih lagi',
  labelEn: 'Bills of the next month that were taken back, asked for again',
  sql: `
  WITH back AS MATERIALIZED (
    SELECT a.member_id, a.household_id, a.due, a.amount, a.adjustment_id, l.step, l.paid
    FROM allocation a
    JOIN (SELECT member_id, sum(amount)::int AS paid, max(step) AS step FROM allocation WHERE month = :next GROUP BY member_id) l
      ON l.member_id = a.member_id
    JOIN adjustment j ON j.id = a.adjustment_id AND j.kind = 'close-undone' AND j.on_date = :next AND j.amount > 0
    JOIN member_status s ON s.member_id = a.member_id
    WHERE a.month = :next AND ${isBilled} AND NOT EXISTS (SELECT FROM adjustment u WHERE u.undoes = j.id)
  ), asked AS (
    INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by, undoes)
    SELECT household_id, 'close-redone', 'Tutup bulan diulang', -sum(amount), :next, :by, adjustment_id
    FROM back GROUP BY household_id, adjustment_id ORDER BY household_id
    RETURNING id, household_id, amount, undoes
  ), given AS (
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
    SELECT :next, b.member_id, b.step + 1, b.household_id, b.due, b.paid, -b.amount, b.paid - b.amount, a.id
    FROM back b JOIN asked a ON a.undoes = b.adjustment_id
  )
  ${answer('asked', '-sum(amount)::bigint', 'household_id')}`,
};

/** Deposits pay the new bills: the day of the money stays the day it came in. */
const deposits: CloseStep = {
  id: 'deposits',
  labelId: 'Titipan dipakai untuk tagihan baru',
  labelEn: 'Deposits spent on new bills',
  sql: `
  WITH deposit AS MATERIALIZED (
    SELECT h.id, h.household_id, h.amount, p.va, p.paid_on, p.paid_at,
      sum(h.amount) OVER (PARTITION BY h.household_id ORDER BY h.id) - h.amount AS before
    FROM open_holding h JOIN payment p ON p.id = h.payment_id
    WHERE h.kind = 'deposit' AND EXISTS (SELECT FROM bill b WHERE b.month = :next AND b.household_id = h.household_id)
  ), open AS MATERIALIZED (
    SELECT u.*, u.due - u.paid AS rest,
      sum(u.due - u.paid) OVER (PARTITION BY u.household_id ORDER BY u.month, u.member_id) - (u.due - u.paid) AS before
    FROM unpaid_lines((SELECT array_agg(DISTINCT household_id) FROM deposit)) u
  ), moved AS (
    INSERT INTO payment (bank, reference, va, household_id, amount, paid_on, paid_at, channel, from_holding)
    SELECT 'jangkau', 'deposit:' || id, va, household_id, amount, paid_on, paid_at, 'holding', id
    FROM deposit d WHERE d.before < (SELECT sum(o.rest) FROM open o WHERE o.household_id = d.household_id)
    ORDER BY id RETURNING id, from_holding
  ), cut AS MATERIALIZED (
    SELECT o.month, o.member_id, o.household_id, o.due, o.paid, o.step, o.before, m.id AS payment_id, d.amount AS money,
      greatest(o.before, d.before) AS a, least(o.before + o.rest, d.before + d.amount) AS z
    FROM open o
    JOIN deposit d ON d.household_id = o.household_id AND d.before < o.before + o.rest AND o.before < d.before + d.amount
    JOIN moved m ON m.from_holding = d.id
  ), spent AS (
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, payment_id)
    SELECT month, member_id, step + row_number() OVER (PARTITION BY month, member_id ORDER BY a), household_id, due,
      paid + (a - before), z - a, paid + (z - before), payment_id
    FROM cut
    RETURNING household_id, amount
  ), kept AS (
    INSERT INTO holding (payment_id, kind, household_id, amount, reason)
    SELECT payment_id, 'deposit', household_id, money - sum(z - a), 'nothing more is billed'
    FROM cut GROUP BY payment_id, household_id, money HAVING money > sum(z - a)
  )
  ${answer('spent', 'sum(amount)::bigint', 'household_id')}`,
};

/** What decides about the steps of a close. */
interface CloseCase {
  /** The month was closed before and taken back. */
  wasUndone: boolean;
  /** Aid in class III was given for the month that ends. */
  hadAid: boolean;
  /** First day of the month after it, whose bills are made. */
  next: string;
  /** The readings in force on that day. */
  rules: Rules;
}

/** What a month close does for members and families, in order. */
export function closeSteps({ wasUndone, hadAid, next, rules }: CloseCase): readonly CloseStep[] {
  const { contributions, membership } = rules;
  const aid = classThreeAid(next, contributions);
  return [
    planned(membership),
    expiries,
    ...(hadAid ? [aidEnded] : []),
    suspensions,
    beyondCap(contributions.arrearsCapMonths),
    rehab,
    ...(wasUndone ? [billsAgain] : []),
    ...(aid ? [bills(aid.amount), aid.step] : [bills(0)]),
    deposits,
  ];
}
