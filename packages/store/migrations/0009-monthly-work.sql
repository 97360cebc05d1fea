-- Posting of payments, the close of a month, and lists of changes by others.

-- The family a virtual account number belongs to. Two recipes are in use: 88888 (89888 at Mandiri) and the
-- last 11 digits of the card, or 888880 and the last 10. A number that fits two families fits none.
CREATE FUNCTION household_of_va(number text) RETURNS TABLE (household_id integer, families integer)
LANGUAGE sql STABLE AS $$
  SELECT min(s.household_id), count(DISTINCT s.household_id)::integer
  FROM member m JOIN member_status s ON s.member_id = m.id
  WHERE number ~ '^8[89]888[0-9]{11}$' AND right(m.card, 10) = right(number, 10)
    AND (right(m.card, 11) = right(number, 11) OR substr(number, 1, 6) = '888880')
$$;

-- Every line of some families that is not fully paid, with the balance of its chain.
CREATE FUNCTION unpaid_lines(families integer[])
RETURNS TABLE (month date, member_id integer, household_id integer, due integer, paid integer, step smallint)
LANGUAGE sql STABLE AS $$
  SELECT l.month, l.member_id, l.household_id, l.amount, coalesce(a.paid_after, 0), coalesce(a.step, 0::smallint)
  FROM bill_line l
  LEFT JOIN LATERAL (
    SELECT a.paid_after, a.step FROM allocation a
    WHERE a.month = l.month AND a.member_id = l.member_id ORDER BY a.step DESC LIMIT 1
  ) a ON true
  WHERE l.household_id = ANY (families) AND coalesce(a.paid_after, 0) < l.amount
$$;

-- Where a family stands on a day, from nothing but its bills and the dates on which money came in. A month
-- is late when what came in by its last day does not cover all that was billed up to it (Perpres 64/2020
-- Art 42(1)); a late month suspends from the 1st after it; the first month covered in time ends that, on the
-- day the cover was complete. Sums and not single allocations, so the order in which banks deliver is
-- without effect. since is null for a family that was never late.
CREATE FUNCTION household_standing(families integer[], on_day date)
RETURNS TABLE (household_id integer, active boolean, since date)
LANGUAGE sql STABLE AS $$
  WITH due AS (
    SELECT b.household_id, b.month, sum(b.amount) OVER (PARTITION BY b.household_id ORDER BY b.month) AS upto
    FROM bill b
    WHERE b.household_id = ANY (families) AND b.month <= on_day
  ), credit AS (
    SELECT a.household_id, coalesce(p.paid_on, j.on_date) AS on_date,
      sum(sum(a.amount)) OVER (PARTITION BY a.household_id ORDER BY coalesce(p.paid_on, j.on_date)) AS upto
    FROM allocation a
    LEFT JOIN payment p ON p.id = a.payment_id
    LEFT JOIN adjustment j ON j.id = a.adjustment_id
    WHERE a.household_id = ANY (families) AND a.month <= on_day
    GROUP BY a.household_id, coalesce(p.paid_on, j.on_date)
  ), met AS (
    -- A bill is settled on the first day on which credits reach it: credits that reach further stand before it.
    SELECT e.household_id, e.month,
      min(e.on_date) OVER (PARTITION BY e.household_id ORDER BY e.upto DESC, e.month NULLS FIRST ROWS UNBOUNDED PRECEDING) AS settled_on
    FROM (
      SELECT d.household_id, d.month, NULL::date AS on_date, d.upto FROM due d
      UNION ALL SELECT c.household_id, NULL, c.on_date, c.upto FROM credit c
    ) e
  ), judged AS (
    SELECT m.household_id, m.month, m.settled_on, n.next_month,
      coalesce(m.settled_on < n.next_month AND m.settled_on <= on_day, false) AS in_time
    FROM met m
    CROSS JOIN LATERAL (SELECT (m.month + interval '1 month')::date AS next_month) n
    WHERE m.month IS NOT NULL
  ), marked AS (
    SELECT j.*,
      max(j.month) FILTER (WHERE j.in_time) OVER family AS last_in_time,
      max(j.month) FILTER (WHERE NOT j.in_time AND j.next_month <= on_day) OVER family AS last_late
    FROM judged j WINDOW family AS (PARTITION BY j.household_id)
  ), turned AS (
    SELECT m.*, max(m.month) FILTER (WHERE m.in_time AND m.month < m.last_late) OVER (PARTITION BY m.household_id) AS in_time_before
    FROM marked m
  ), stood AS (
    SELECT t.household_id,
      coalesce(max(t.last_late) IS NULL OR max(t.last_in_time) > max(t.last_late), false) AS active,
      min(greatest(t.settled_on, t.month)) FILTER (WHERE t.in_time AND t.month > t.last_late) AS back_on,
      min(t.next_month) FILTER (WHERE NOT t.in_time AND t.month > coalesce(t.in_time_before, '-infinity')) AS suspended_on
    FROM turned t GROUP BY t.household_id
  )
  SELECT s.household_id, s.active, CASE WHEN s.active THEN s.back_on ELSE s.suspended_on END FROM stood s
$$;

-- Brings the kept state of one family into line with its ledger: arrears of every member, and cover of those
-- who pay for themselves. A change is noted once, from the day on which it took effect.
CREATE FUNCTION apply_standing(family integer, on_day date, why text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  now_active boolean;
  from_day date;
  changed boolean := false;
BEGIN
  UPDATE member_status s SET arrears_months = coalesce(o.months, 0), arrears_amount = coalesce(o.amount, 0)
  FROM member_status t
  LEFT JOIN (
    SELECT u.member_id, count(*) AS months, sum(u.due - u.paid) AS amount
    FROM unpaid_lines(ARRAY[family]) u WHERE u.month < date_trunc('month', on_day)::date GROUP BY u.member_id
  ) o ON o.member_id = t.member_id
  WHERE t.household_id = family AND s.member_id = t.member_id
    AND (s.arrears_months, s.arrears_amount) IS DISTINCT FROM (coalesce(o.months, 0), coalesce(o.amount, 0));
  SELECT h.active, h.since INTO now_active, from_day FROM household_standing(ARRAY[family], on_day) h;
  IF now_active IS NULL THEN RETURN false; END IF;
  WITH turned AS (
    UPDATE member_status s
    SET active = now_active,
      inactive_kind = CASE WHEN now_active THEN NULL ELSE 'arrears' END,
      since = coalesce(from_day, (
        SELECT c.valid_on FROM status_change c WHERE c.member_id = s.member_id AND c.active
        ORDER BY c.valid_on DESC, c.id DESC LIMIT 1), s.since),
      reason = CASE WHEN now_active THEN 'PAID' ELSE 'ARREARS' END
    WHERE s.household_id = family AND s.segment IN ('PBPU', 'BP')
      AND (s.active OR s.inactive_kind = 'arrears') AND s.active <> now_active
    RETURNING s.*
  ), noted AS (
    INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
    SELECT member_id, since, segment, class, payer_id, active, inactive_kind, reason, why FROM turned
    RETURNING 1
  )
  SELECT count(*) > 0 INTO changed FROM noted;
  RETURN changed;
END $$;

-- Spends a payment on the oldest unpaid lines of its family; the rest becomes a deposit.
CREATE FUNCTION distribute_payment(payment_key bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  family integer;
  money integer;
  rest integer;
BEGIN
  SELECT household_id, amount INTO family, money FROM payment WHERE id = payment_key;
  WITH open AS (
    SELECT u.*, sum(u.due - u.paid) OVER (ORDER BY u.month, u.member_id) - (u.due - u.paid) AS before
    FROM unpaid_lines(ARRAY[family]) u
  ), spent AS (
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, payment_id)
    SELECT o.month, o.member_id, o.step + 1, o.household_id, o.due, o.paid,
      least(o.due - o.paid, money - o.before), o.paid + least(o.due - o.paid, money - o.before), payment_key
    FROM open o WHERE o.before < money
    RETURNING amount
  )
  SELECT money - coalesce(sum(amount), 0) INTO rest FROM spent;
  IF rest > 0 THEN
    INSERT INTO holding (payment_id, kind, household_id, amount, reason)
    VALUES (payment_key, 'deposit', family, rest, 'nothing more is billed');
  END IF;
END $$;

-- The first payment of new PBPU and BP: begins cover on that day and the bill with that month. No earlier than
-- 14 days after registration unless the wait is waived; after 30 days the application has lapsed.
CREATE FUNCTION begin_applications(family integer, day date, money integer) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  this_month date := date_trunc('month', day)::date;
  asked bigint;
BEGIN
  SELECT sum(t.amount) INTO asked
  FROM member_status s
  JOIN tariff t ON t.segment = s.segment AND t.class = s.class
    AND t.valid_from <= this_month AND (t.valid_to IS NULL OR t.valid_to > this_month)
  WHERE s.household_id = family AND s.reason = 'AWAITING_FIRST_PAYMENT' AND day < s.due_on
    AND EXISTS (
      SELECT FROM membership_fact f WHERE f.member_id = s.member_id AND f.kind = 'enrolled'
        AND f.household_id = family AND f.owed_from IS NULL
        AND day >= f.valid_on + CASE WHEN f.wait_waived THEN 0 ELSE 14 END);
  IF asked IS NULL OR asked > money OR EXISTS (SELECT FROM bill b WHERE b.month = this_month AND b.household_id = family) THEN
    RETURN false;
  END IF;
  WITH line AS MATERIALIZED (
    SELECT s.member_id, s.segment, s.class, t.amount
    FROM member_status s
    JOIN tariff t ON t.segment = s.segment AND t.class = s.class
      AND t.valid_from <= this_month AND (t.valid_to IS NULL OR t.valid_to > this_month)
    WHERE s.household_id = family AND s.reason = 'AWAITING_FIRST_PAYMENT'
  ), billed AS (
    INSERT INTO bill (month, household_id, people, amount, issued_on)
    SELECT this_month, family, count(*), sum(amount), day FROM line
  )
  INSERT INTO bill_line (month, member_id, household_id, segment, class, amount)
  SELECT this_month, member_id, family, segment, class, amount FROM line;
  WITH turned AS (
    UPDATE member_status s SET active = true, inactive_kind = NULL, since = day, reason = 'PAID', due_on = NULL, due_reason = NULL
    WHERE s.household_id = family AND s.reason = 'AWAITING_FIRST_PAYMENT'
    RETURNING s.*
  )
  INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
  SELECT member_id, since, segment, class, payer_id, true, NULL, 'PAID', 'first-payment' FROM turned;
  RETURN true;
END $$;

-- Posts one payment of a bank. Safe to call again and in any order: the bank's reference counts once. A month
-- close and postings wait for one another; postings of one family do too.
--   posted    allocated, what was left over is a deposit
--   suspense  the account number is of no family, or of more than one
--   repeated  known already, nothing done
--   conflict  known already with another amount or account: nothing done, for people to look at
CREATE FUNCTION post_payment(
  of_bank text, of_reference text, to_va text, of_amount integer, at_moment timestamptz, zone text,
  by_channel text, of_file integer, today date)
RETURNS TABLE (outcome text, payment_id bigint, household integer, reactivated boolean)
LANGUAGE plpgsql AS $$
DECLARE
  known payment%ROWTYPE;
  found_families integer;
  fresh bigint;
  day date := (at_moment AT TIME ZONE zone)::date;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7031, 1);
  SELECT v.household_id, v.families INTO household, found_families FROM household_of_va(to_va) v;
  IF found_families <> 1 THEN household := NULL; END IF;
  -- First the family, so that deliveries of one reference and payments of one family come one by one.
  IF household IS NOT NULL THEN PERFORM pg_advisory_xact_lock(7032, household); END IF;
  INSERT INTO payment (bank, reference, va, household_id, amount, paid_on, paid_at, channel, file_id)
  VALUES (of_bank, of_reference, to_va, household, of_amount, day, at_moment, by_channel, of_file)
  ON CONFLICT (bank, reference) DO NOTHING
  RETURNING id INTO fresh;
  reactivated := false;
  IF fresh IS NULL THEN
    SELECT p.* INTO known FROM payment p WHERE p.bank = of_bank AND p.reference = of_reference;
    outcome := CASE WHEN known.amount = of_amount AND known.va = to_va THEN 'repeated' ELSE 'conflict' END;
    payment_id := known.id;
    household := known.household_id;
  ELSIF household IS NULL THEN
    INSERT INTO holding (payment_id, kind, amount, reason)
    VALUES (fresh, 'suspense', of_amount, CASE WHEN found_families > 1 THEN 'account fits several families' ELSE 'account unknown' END);
    outcome := 'suspense';
    payment_id := fresh;
  ELSE
    reactivated := begin_applications(household, day, of_amount);
    PERFORM distribute_payment(fresh);
    reactivated := apply_standing(household, today, 'payment:' || fresh) OR reactivated;
    outcome := 'posted';
    payment_id := fresh;
  END IF;
  RETURN NEXT;
END $$;

-- Moves money out of suspense to a family, as of the day it was paid.
CREATE FUNCTION resolve_suspense(holding_key bigint, family integer, by_whom text, today date) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  fresh bigint;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7031, 1);
  PERFORM pg_advisory_xact_lock(7032, family);
  INSERT INTO payment (bank, reference, va, household_id, amount, paid_on, paid_at, channel, from_holding)
  SELECT 'jangkau', 'holding:' || h.id || ':' || by_whom, p.va, family, h.amount, p.paid_on, p.paid_at, 'holding', h.id
  FROM open_holding h JOIN payment p ON p.id = h.payment_id
  WHERE h.id = holding_key AND h.kind = 'suspense'
  RETURNING id INTO fresh;
  IF fresh IS NULL THEN RETURN NULL; END IF;
  PERFORM distribute_payment(fresh);
  PERFORM apply_standing(family, today, 'payment:' || fresh);
  RETURN fresh;
END $$;

CREATE TABLE month_close (
  id integer GENERATED ALWAYS AS IDENTITY,
  month date NOT NULL,
  kind text NOT NULL,
  closed_at timestamptz NOT NULL DEFAULT now(),
  closed_by text NOT NULL,
  counts jsonb NOT NULL,
  CONSTRAINT month_close_pk PRIMARY KEY (id),
  CONSTRAINT month_close_month_first CHECK (extract(day FROM month) = 1),
  CONSTRAINT month_close_kind_known CHECK (kind IN ('close', 'undo'))
);
COMMENT ON TABLE month_close IS 'Closes of months and what each changed; an undo is a run of its own. The latest row of a month says how it stands';
CREATE INDEX month_close_month_ix ON month_close (month, id DESC);

CREATE TABLE change_list (
  id integer GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  payer_id integer NOT NULL,
  reference text NOT NULL,
  month date NOT NULL,
  submitted_on date NOT NULL,
  submitted_by text NOT NULL,
  sha256 bytea NOT NULL,
  effective_on date NOT NULL,
  submitted integer NOT NULL,
  accepted integer NOT NULL,
  refused integer NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT change_list_pk PRIMARY KEY (id),
  CONSTRAINT change_list_once UNIQUE (sha256),
  CONSTRAINT change_list_payer_fk FOREIGN KEY (payer_id) REFERENCES payer (id),
  CONSTRAINT change_list_kind_known CHECK (kind IN (
    'pbi-add', 'pbi-remove', 'pemda-add', 'pemda-remove', 'employer-add', 'employer-remove')),
  CONSTRAINT change_list_reconciles CHECK (submitted = accepted + refused)
);
COMMENT ON TABLE change_list IS 'Lists sent by others: PBI decrees, monthly lists of a Pemda, additions and removals by employers. Every name is accepted or refused';

CREATE TABLE change_list_row (
  list_id integer NOT NULL,
  line integer NOT NULL,
  member_id integer,
  name text,
  area_code text COLLATE "C" NOT NULL DEFAULT '',
  outcome text NOT NULL,
  reason text,
  CONSTRAINT change_list_row_pk PRIMARY KEY (list_id, line),
  CONSTRAINT change_list_row_list_fk FOREIGN KEY (list_id) REFERENCES change_list (id),
  CONSTRAINT change_list_row_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT change_list_row_outcome_known CHECK (outcome IN ('accepted', 'refused')),
  CONSTRAINT change_list_row_refusal_has_reason CHECK ((outcome = 'refused') = (reason IS NOT NULL))
);
COMMENT ON TABLE change_list_row IS 'Every submitted name in exactly one bucket, with the reason of a refusal';

-- Who sees and does what. Members, families and their state by area; what hangs on them through them.
SELECT protect_by_area('member'), protect_by_area('household'), protect_by_area('member_status'),
  protect_by_area('change_list_row');
SELECT protect('household_number'), protect('membership_fact'), protect('status_change'), protect('bill'),
  protect('bill_line'), protect('allocation'), protect('payment'), protect('holding'), protect('adjustment'),
  protect('payment_file'), protect('payment_quarantine'), protect('rehab_plan'), protect('rehab_stage'),
  protect('rehab_event'), protect('change_list'), protect('month_close');

CREATE POLICY household_number_seen ON household_number FOR SELECT TO jangkau_app
  USING (EXISTS (SELECT FROM household h WHERE h.id = household_id));
CREATE POLICY membership_fact_seen ON membership_fact FOR SELECT TO jangkau_app
  USING (EXISTS (SELECT FROM member_status s WHERE s.member_id = membership_fact.member_id));
CREATE POLICY status_change_seen ON status_change FOR SELECT TO jangkau_app
  USING (EXISTS (SELECT FROM member_status s WHERE s.member_id = status_change.member_id));
CREATE POLICY bill_seen ON bill FOR SELECT TO jangkau_app
  USING ((SELECT may('ledger.read')) AND EXISTS (SELECT FROM household h WHERE h.id = household_id));
CREATE POLICY bill_line_seen ON bill_line FOR SELECT TO jangkau_app
  USING ((SELECT may('ledger.read')) AND EXISTS (SELECT FROM household h WHERE h.id = household_id));
CREATE POLICY allocation_seen ON allocation FOR SELECT TO jangkau_app
  USING ((SELECT may('ledger.read')) AND EXISTS (SELECT FROM household h WHERE h.id = household_id));
CREATE POLICY adjustment_seen ON adjustment FOR SELECT TO jangkau_app
  USING ((SELECT may('ledger.read')) AND EXISTS (SELECT FROM household h WHERE h.id = household_id));
CREATE POLICY rehab_plan_seen ON rehab_plan FOR SELECT TO jangkau_app
  USING ((SELECT may('ledger.read')) AND EXISTS (SELECT FROM household h WHERE h.id = household_id));
CREATE POLICY rehab_stage_seen ON rehab_stage FOR SELECT TO jangkau_app
  USING (EXISTS (SELECT FROM rehab_plan p WHERE p.id = plan_id));
CREATE POLICY rehab_event_seen ON rehab_event FOR SELECT TO jangkau_app
  USING (EXISTS (SELECT FROM rehab_plan p WHERE p.id = plan_id));
-- Money that belongs to no family yet is for those who enter payments.
CREATE POLICY payment_seen ON payment FOR SELECT TO jangkau_app
  USING ((SELECT may('ledger.add')) OR ((SELECT may('ledger.read'))
    AND EXISTS (SELECT FROM household h WHERE h.id = household_id)));
CREATE POLICY holding_seen ON holding FOR SELECT TO jangkau_app
  USING ((SELECT may('ledger.add')) OR ((SELECT may('ledger.read'))
    AND EXISTS (SELECT FROM household h WHERE h.id = household_id)));
CREATE POLICY payment_file_seen ON payment_file FOR SELECT TO jangkau_app USING ((SELECT may('ledger.add')));
CREATE POLICY payment_quarantine_seen ON payment_quarantine FOR SELECT TO jangkau_app USING ((SELECT may('ledger.add')));
CREATE POLICY change_list_seen ON change_list FOR SELECT TO jangkau_app USING ((SELECT may('bulk.order')));
CREATE POLICY month_close_seen ON month_close FOR SELECT TO jangkau_app USING ((SELECT may('drive.read')));
ALTER VIEW open_holding SET (security_invoker = true);
ALTER VIEW running_rehab SET (security_invoker = true);

GRANT SELECT ON member, household, household_number, membership_fact, status_change, member_status, bill,
  bill_line, allocation, payment, holding, open_holding, adjustment, payment_file, payment_quarantine, rehab_plan,
  rehab_stage, rehab_event, running_rehab, change_list, change_list_row, month_close, payer, tariff, rule_setting,
  population_figure, name_word
  TO jangkau_app, jangkau_system;
GRANT INSERT ON household_number, membership_fact, status_change, member_status, bill, bill_line, allocation,
  payment, holding, adjustment, payment_file, payment_quarantine, rehab_plan, rehab_stage, rehab_event, change_list,
  change_list_row, month_close, member, household, payer, rule_setting, population_figure
  TO jangkau_system;
GRANT UPDATE ON member_status, member, household TO jangkau_system;
GRANT EXECUTE ON FUNCTION ledger_years(integer, integer) TO jangkau_system;
REVOKE EXECUTE ON FUNCTION begin_applications(integer, date, integer), distribute_payment(bigint), apply_standing(integer, date, text),
  post_payment(text, text, text, integer, timestamptz, text, text, integer, date),
  resolve_suspense(bigint, integer, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_applications(integer, date, integer), distribute_payment(bigint), apply_standing(integer, date, text),
  post_payment(text, text, text, integer, timestamptz, text, text, integer, date),
  resolve_suspense(bigint, integer, text, date) TO jangkau_system;
