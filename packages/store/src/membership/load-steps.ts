/** The file as it is read: one row a member, with its past. */
export const stageTable = `
  CREATE TEMP TABLE stage (
    id integer GENERATED ALWAYS AS IDENTITY,
    card text, nik bigint, kk bigint, name text, sex text, born date, area_code text, address text, phone text,
    household integer, segment text, class smallint, role text, payer_kind text, payer_code text,
    active boolean, inactive_kind text, reason text, since date, registered_on date,
    unpaid_months smallint, paid_now boolean, due_on date, due_reason text, plan text,
    segment_before text, moved_on date, gap_from date, gap_to date
  ) ON COMMIT DROP`;

const activeReason = (segment: string) => `CASE ${segment} WHEN 'PBI_APBN' THEN 'STATE_PAYS'
  WHEN 'PBPU_PEMDA' THEN 'REGION_PAYS' WHEN 'PBPU' THEN 'PAID' WHEN 'BP' THEN 'PAID' ELSE 'EMPLOYER_PAYS' END`;
const lostReason = (segment: string) => `CASE ${segment} WHEN 'PBI_APBN' THEN 'PBI_REMOVED'
  WHEN 'PBPU_PEMDA' THEN 'PEMDA_REMOVED' ELSE 'EMPLOYMENT_ENDED' END`;
const lostCause = (segment: string) => `CASE ${segment} WHEN 'PBI_APBN' THEN 'pbi-removed'
  WHEN 'PBPU_PEMDA' THEN 'pemda-removed' ELSE 'employment-ended' END`;
const selfPaying = (segment: string) => `${segment} IN ('PBPU', 'BP')`;

const month = `date_trunc('month', :asOf)::date`;
/** First month billed: who has paid has some months of bills, who owes all that is owed and the paid ones before. */
const firstBill = (
  s: string,
) => `greatest(date_trunc('month', ${s}.registered_on), date_trunc('month', ${s}.moved_on),
  date_trunc('month', ${s}.gap_to), ${month} - make_interval(months => CASE WHEN ${s}.reason = 'ARREARS'
  THEN ${s}.unpaid_months + :before ELSE :months - 1 END))::date`;

/** First month owed in the new ledger: who had left before it begins owes nothing there. */
const owedFrom = (s: string) => `CASE WHEN ${s}.inactive_kind IN ('lapsed', 'ended')
  THEN (date_trunc('month', ${s}.since) + interval '1 month')::date ELSE ${firstBill(s)} END`;

/** Members, families, what happened to them and how they stand. */
export const registerSteps: readonly string[] = [
  `INSERT INTO payer (kind, code, name, area_code)
   SELECT payer_kind, payer_code, CASE payer_kind WHEN 'state' THEN 'APBN' WHEN 'pemda' THEN 'Pemda ' || payer_code
     ELSE 'Pemberi kerja ' || payer_code END,
     CASE payer_kind WHEN 'pemda' THEN payer_code WHEN 'employer' THEN coalesce(min(left(nullif(area_code, ''), 5)), '') ELSE '' END
   FROM stage WHERE payer_kind IS NOT NULL GROUP BY payer_kind, payer_code ORDER BY payer_kind, payer_code
   ON CONFLICT DO NOTHING`,
  `INSERT INTO household (id, kk, area_code)
   SELECT household + 1, min(kk), coalesce(max(area_code), '') FROM stage GROUP BY household ORDER BY household
   ON CONFLICT ON CONSTRAINT household_pk DO NOTHING`,
  `SELECT setval(pg_get_serial_sequence('household', 'id'), (SELECT max(id) FROM household))`,
  `INSERT INTO member (id, card, nik, name, sex, born, area_code, address, phone, fktp)
   SELECT s.id, card, nik, name, sex, born, s.area_code, address, phone, f.code
   FROM stage s LEFT JOIN (
     SELECT code, area_code, row_number() OVER district - 1 AS place, count(*) OVER (PARTITION BY area_code) AS places
     FROM facility WHERE :spread AND level = 'FKTP' WINDOW district AS (PARTITION BY area_code ORDER BY code)
   ) f ON f.area_code = left(s.area_code, 8) AND f.place = s.household % f.places
   ORDER BY s.id`,
  `SELECT setval(pg_get_serial_sequence('member', 'id'), (SELECT max(id) FROM member))`,
  `CREATE TEMP TABLE opening_line ON COMMIT DROP AS
   SELECT s.id AS member_id, s.household + 1 AS household_id, g.month::date AS month, s.segment, s.class, t.amount,
     coalesce(e.issue, 0) + 1 AS issue,
     CASE WHEN s.reason = 'ARREARS' THEN g.month < ${month} - make_interval(months => s.unpaid_months)
       ELSE s.paid_now OR g.month < ${month} END AS paid
   FROM stage s
   CROSS JOIN LATERAL generate_series(${firstBill('s')}, ${month}, interval '1 month') g (month)
   JOIN tariff t ON t.segment = s.segment AND t.class = s.class
     AND t.valid_from <= g.month AND (t.valid_to IS NULL OR t.valid_to >= g.month)
   -- Who comes onto the bill of a family that has one gets a bill of its own.
   LEFT JOIN (
     SELECT month, household_id, max(issue) AS issue FROM bill
     WHERE household_id IN (SELECT household + 1 FROM stage) GROUP BY month, household_id
   ) e ON e.month = g.month AND e.household_id = s.household + 1
   WHERE ${selfPaying('s.segment')} AND (s.active OR s.inactive_kind = 'arrears')`,
  'ANALYZE opening_line',
  // First enrolment, then moves, gaps and what ended it. A family on the bill owes from its first bill on.
  `INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, payer_id, household_id, role, owed_from, cover_from, source)
   SELECT s.id, 'enrolled', s.registered_on, coalesce(s.segment_before, s.segment), s.class,
     CASE WHEN s.segment_before IS NULL THEN p.id END, s.household + 1,
     CASE WHEN s.segment_before IS NULL THEN s.role END,
     CASE WHEN ${selfPaying('coalesce(s.segment_before, s.segment)')}
       THEN coalesce(date_trunc('month', s.moved_on)::date, ${owedFrom('s')}) END, NULL::date, :source
   FROM stage s LEFT JOIN payer p ON p.kind = s.payer_kind AND p.code = s.payer_code
   UNION ALL
   SELECT s.id, 'enrolled', s.moved_on, s.segment, s.class, p.id, s.household + 1, s.role,
     CASE WHEN ${selfPaying('s.segment')} THEN ${owedFrom('s')} END, NULL, :source
   FROM stage s LEFT JOIN payer p ON p.kind = s.payer_kind AND p.code = s.payer_code WHERE s.moved_on IS NOT NULL
   UNION ALL
   SELECT s.id, 'enrolled', s.gap_to, s.segment, s.class, p.id, s.household + 1, s.role, NULL, NULL, :source
   FROM stage s LEFT JOIN payer p ON p.kind = s.payer_kind AND p.code = s.payer_code
   WHERE s.gap_to IS NOT NULL AND NOT ${selfPaying('s.segment')}
   UNION ALL
   SELECT s.id, 'enrolled', :asOf, 'PBPU_PEMDA', 3, p.id, s.household + 1, NULL, NULL, s.due_on, :source
   FROM stage s JOIN payer p ON p.kind = 'pemda' AND p.code = coalesce(nullif(left(s.area_code, 5), ''), '51.71')
   WHERE s.plan = 'pemda-enrolled'`,
  `INSERT INTO membership_fact (member_id, kind, valid_on, cause, proof, source)
   SELECT id, 'left', gap_from, ${lostCause('segment')}, NULL::boolean, :source FROM stage
   WHERE gap_from IS NOT NULL AND NOT ${selfPaying('segment')}
   UNION ALL
   SELECT id, 'left', CASE WHEN reason = 'LAYOFF_GUARANTEE_OVER' THEN (since - interval '6 months')::date ELSE since END,
     CASE reason WHEN 'PBI_REMOVED' THEN 'pbi-removed' WHEN 'PEMDA_REMOVED' THEN 'pemda-removed'
       WHEN 'LAYOFF_GUARANTEE_OVER' THEN 'laid-off' WHEN 'FAMILY_DROPPED' THEN 'family-dropped'
       WHEN 'MOVED_OUT' THEN 'moved' ELSE 'employment-ended' END, reason = 'LAYOFF_GUARANTEE_OVER', :source
   FROM stage WHERE inactive_kind = 'lapsed' AND reason <> 'CHILD_OVER_AGE'
   UNION ALL
   SELECT id, 'left', (due_on - interval '6 months')::date, 'laid-off', true, :source FROM stage WHERE reason = 'LAYOFF_GUARANTEE'
   UNION ALL
   SELECT id, 'left', due_on, 'pbi-removed', NULL, :source FROM stage WHERE plan = 'pbi-removed'`,
  `INSERT INTO membership_fact (member_id, kind, valid_on, source)
   SELECT id, CASE reason WHEN 'DIED' THEN 'died' WHEN 'ABROAD' THEN 'went-abroad' ELSE 'duplicate' END,
     CASE WHEN reason IN ('DIED', 'ABROAD') THEN since - 1 ELSE since END, :source
   FROM stage WHERE inactive_kind = 'ended'`,
  `INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
   SELECT c.* FROM (
     SELECT s.id, s.registered_on AS valid_on, coalesce(s.segment_before, s.segment) AS segment, s.class,
       CASE WHEN s.segment_before IS NULL THEN p.id END, true, NULL, ${activeReason('coalesce(s.segment_before, s.segment)')}, :source
     FROM stage s LEFT JOIN payer p ON p.kind = s.payer_kind AND p.code = s.payer_code
     UNION ALL
     SELECT s.id, s.moved_on, s.segment, s.class, p.id, true, NULL, ${activeReason('s.segment')}, :source
     FROM stage s LEFT JOIN payer p ON p.kind = s.payer_kind AND p.code = s.payer_code WHERE s.moved_on IS NOT NULL
     UNION ALL
     SELECT id, gap_from, segment, class, NULL, false, CASE WHEN ${selfPaying('segment')} THEN 'arrears' ELSE 'lapsed' END,
       CASE WHEN ${selfPaying('segment')} THEN 'ARREARS' ELSE ${lostReason('segment')} END, :source
     FROM stage WHERE gap_from IS NOT NULL
     UNION ALL
     SELECT s.id, s.gap_to, s.segment, s.class, p.id, true, NULL, ${activeReason('s.segment')}, :source
     FROM stage s LEFT JOIN payer p ON p.kind = s.payer_kind AND p.code = s.payer_code WHERE s.gap_to IS NOT NULL
     UNION ALL
     SELECT s.id, CASE s.reason WHEN 'LAYOFF_GUARANTEE_OVER' THEN (s.since - interval '6 months')::date ELSE (s.due_on - interval '6 months')::date END,
       s.segment, s.class, p.id, true, NULL, 'LAYOFF_GUARANTEE', :source
     FROM stage s LEFT JOIN payer p ON p.kind = s.payer_kind AND p.code = s.payer_code
     WHERE s.reason IN ('LAYOFF_GUARANTEE', 'LAYOFF_GUARANTEE_OVER')
   ) c ORDER BY 1, 2`,
  // Last, so that an end on the day of an enrolment stands over it.
  `INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
   SELECT id, since, segment, class, NULL, false, inactive_kind, reason, :source FROM stage WHERE NOT active ORDER BY id`,
  `INSERT INTO member_status (member_id, household_id, area_code, segment, class, payer_id, role, active, inactive_kind,
     since, reason, due_on, due_reason, arrears_months, arrears_amount)
   SELECT s.id, s.household + 1, s.area_code, s.segment, s.class, p.id, s.role, s.active, s.inactive_kind, s.since,
     CASE WHEN s.plan = 'pemda-enrolled' THEN 'AWAITING_COVER_START' ELSE s.reason END,
     s.due_on, s.due_reason, coalesce(o.months, 0), coalesce(o.amount, 0)
   FROM stage s
   LEFT JOIN payer p ON p.kind = s.payer_kind AND p.code = s.payer_code
   LEFT JOIN (
     SELECT member_id, count(*) AS months, sum(amount) AS amount FROM opening_line
     WHERE NOT paid AND month < ${month} AND month >= ${month} - interval '24 months' GROUP BY member_id
   ) o ON o.member_id = s.id
   ORDER BY s.id`,
];

/** Bills, what was paid of them, and relief of what lies beyond the cap of 24 months. */
export const ledgerSteps: readonly string[] = [
  `INSERT INTO bill (month, household_id, issue, people, amount, issued_on)
   SELECT month, household_id, issue, count(*), sum(amount), month FROM opening_line GROUP BY month, household_id, issue
   ORDER BY month, household_id`,
  `INSERT INTO bill_line (month, member_id, household_id, issue, segment, class, amount)
   SELECT month, member_id, household_id, issue, segment, class, amount FROM opening_line ORDER BY month, household_id, member_id`,
  // One payment a family and month, in time, on a day of its own.
  `CREATE TEMP TABLE opening_payment ON COMMIT DROP AS
   SELECT nextval(pg_get_serial_sequence('payment', 'id')) AS id, o.*,
     o.month + abs(hashint4(o.household_id # extract(month FROM o.month)::integer)) % 27 AS paid_on
   FROM (
     SELECT household_id, month, sum(amount)::integer AS amount, min(member_id) AS member_id
     FROM opening_line WHERE paid GROUP BY month, household_id ORDER BY month, household_id
   ) o`,
  `INSERT INTO payment (id, bank, reference, va, household_id, amount, paid_on, paid_at, channel)
   SELECT o.id, b.bank, 'SALDO-' || o.id, CASE b.bank WHEN 'MANDIRI' THEN '89888' ELSE '88888' END || right(m.card, 11),
     o.household_id, o.amount, o.paid_on, o.paid_on + interval '2 hours', 'opening'
   FROM opening_payment o JOIN member m ON m.id = o.member_id
   CROSS JOIN LATERAL (SELECT (ARRAY['BRI', 'BNI', 'BCA', 'BTN', 'MANDIRI'])[1 + o.household_id % 5] AS bank) b`,
  `INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, payment_id)
   SELECT l.month, l.member_id, 1, l.household_id, l.amount, 0, l.amount, l.amount, p.id
   FROM opening_line l JOIN opening_payment p ON p.household_id = l.household_id AND p.month = l.month
   WHERE l.paid ORDER BY l.month, l.household_id`,
  `WITH over_cap AS (
     SELECT * FROM opening_line WHERE NOT paid AND month < ${month} - interval '24 months'
   ), relief AS (
     INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by)
     SELECT household_id, 'beyond-cap', 'Perpres 64/2020 Pasal 42 ayat (3) huruf a', sum(amount), ${month}, :source
     FROM over_cap GROUP BY household_id RETURNING id, household_id
   )
   INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
   SELECT o.month, o.member_id, 1, o.household_id, o.amount, 0, o.amount, o.amount, r.id
   FROM over_cap o JOIN relief r USING (household_id)`,
];
