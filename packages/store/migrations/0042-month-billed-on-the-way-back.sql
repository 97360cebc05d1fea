-- The way back costs what is owed and the running month (Perpres 64/2020 Art 42(3)). Until the month before is closed
-- the running one has no bill: a family that brings the whole sum is billed at once instead of waiting for the close
-- with its money in deposit. The close finds the bill and writes no second one.
CREATE FUNCTION bill_running_month(family integer, day date, money integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  this_month date := date_trunc('month', day)::date;
  owed bigint;
BEGIN
  -- Months are billed one after the other; room for a new year is made by a close.
  IF to_regclass('bill_' || extract(year FROM day)) IS NULL
    OR NOT EXISTS (SELECT FROM bill b WHERE b.household_id = family AND b.month = (this_month - interval '1 month')::date)
    OR EXISTS (SELECT FROM bill b WHERE b.household_id = family AND b.month >= this_month) THEN
    RETURN;
  END IF;
  SELECT coalesce(sum(u.due - u.paid), 0) INTO owed FROM unpaid_lines(ARRAY[family]) u;
  -- Who is covered and owes nothing pays ahead: that stays a deposit.
  IF owed > money OR (owed = 0 AND NOT EXISTS (
    SELECT FROM member_status s WHERE s.household_id = family AND s.inactive_kind = 'arrears')) THEN
    RETURN;
  END IF;
  WITH line AS MATERIALIZED (
    SELECT s.member_id, s.segment, s.class, t.amount, sum(t.amount) OVER () AS asked
    FROM member_status s
    JOIN tariff t ON t.segment = s.segment AND t.class = s.class
      AND t.valid_from <= this_month AND (t.valid_to IS NULL OR t.valid_to > this_month)
    WHERE s.household_id = family AND s.segment IN ('PBPU', 'BP') AND (s.active OR s.inactive_kind = 'arrears')
  ), billed AS (
    INSERT INTO bill (month, household_id, people, amount, issued_on)
    SELECT this_month, family, count(*), sum(amount), day FROM line WHERE owed + asked <= money HAVING count(*) > 0
    RETURNING household_id
  )
  INSERT INTO bill_line (month, member_id, household_id, segment, class, amount)
  SELECT this_month, member_id, b.household_id, segment, class, amount FROM line, billed b;
END $$;
COMMENT ON FUNCTION bill_running_month IS
  'Bills the month of a payment that brings everything owed and that month, when the close has not billed it yet';
REVOKE EXECUTE ON FUNCTION bill_running_month(integer, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bill_running_month(integer, date, integer) TO jangkau_app, jangkau_system;

-- Posts one payment of a bank. Safe to call again and in any order: the bank's reference counts once. A month
-- close and postings wait for one another; postings of one family do too.
--   posted    allocated, what was left over is a deposit
--   suspense  the account number is of no family, or of more than one
--   repeated  known already, nothing done
--   conflict  known already with another amount or account: nothing done, for people to look at
CREATE OR REPLACE FUNCTION post_payment(
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
    PERFORM bill_running_month(household, day, of_amount);
    PERFORM distribute_payment(fresh);
    reactivated := apply_standing(household, today, 'payment:' || fresh) OR reactivated;
    outcome := 'posted';
    payment_id := fresh;
  END IF;
  RETURN NEXT;
END $$;
