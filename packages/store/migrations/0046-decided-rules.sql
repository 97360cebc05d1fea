-- Rules that PostgreSQL applies itself ask for the branch's decision of the day.
CREATE FUNCTION rule_number(of_name text, on_day date, usual integer) RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT (r.value #>> '{}')::integer FROM rule_setting r
    WHERE r.name = of_name AND r.valid_from <= on_day ORDER BY r.valid_from DESC LIMIT 1), usual)
$$;
COMMENT ON FUNCTION rule_number IS 'A reading that is a whole number as decided by a day, or the usual one';

-- The first payment of new PBPU and BP: begins cover on that day and the bill with that month. No earlier than
-- so many days after registration (14 unless decided otherwise) if the wait is not waived; when the application has
-- lapsed, not at all.
CREATE OR REPLACE FUNCTION begin_applications(family integer, day date, money integer) RETURNS boolean
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
        AND day >= f.valid_on + CASE WHEN f.wait_waived THEN 0 ELSE rule_number('firstPaymentFromDay', f.valid_on, 14) END);
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

-- Relief with a decision behind it, and the aid in class III as far as it hangs on being covered.
ALTER TABLE adjustment DROP CONSTRAINT adjustment_kind_known;
ALTER TABLE adjustment ADD CONSTRAINT adjustment_kind_known CHECK (kind IN (
  'beyond-cap', 'write-off', 'write-off-undone', 'class3-aid', 'class3-aid-ended', 'correction', 'death', 'close-undone',
  'close-redone'));

CREATE TABLE write_off (
  id bigint GENERATED ALWAYS AS IDENTITY,
  household_id integer NOT NULL,
  member_id integer NOT NULL,
  undoes bigint,
  reading text NOT NULL,
  months date[] NOT NULL,
  amount integer NOT NULL,
  reason text NOT NULL,
  legal_basis text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT write_off_pk PRIMARY KEY (id),
  CONSTRAINT write_off_household_fk FOREIGN KEY (household_id) REFERENCES household (id),
  CONSTRAINT write_off_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT write_off_undoes_fk FOREIGN KEY (undoes) REFERENCES adjustment (id),
  CONSTRAINT write_off_of_something CHECK (amount > 0 AND cardinality(months) > 0),
  CONSTRAINT write_off_has_reason CHECK (length(reason) BETWEEN 5 AND 500 AND length(legal_basis) BETWEEN 5 AND 200),
  CONSTRAINT write_off_names_nobody CHECK (reason !~ '[0-9]{13}' AND legal_basis !~ '[0-9]{13}')
);
COMMENT ON TABLE write_off IS 'Proposals to write a family''s arrears off, or to take such a relief back; another officer decides';
COMMENT ON COLUMN write_off.undoes IS 'The relief it would take back; null: a proposal of relief';
COMMENT ON COLUMN write_off.reading IS 'The reading of the rule that was switched on';
CREATE INDEX write_off_household_ix ON write_off (household_id);

CREATE TABLE write_off_decision (
  write_off_id bigint NOT NULL,
  verdict text NOT NULL,
  note text NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  adjustment_id bigint,
  CONSTRAINT write_off_decision_pk PRIMARY KEY (write_off_id),
  CONSTRAINT write_off_decision_of_fk FOREIGN KEY (write_off_id) REFERENCES write_off (id),
  CONSTRAINT write_off_decision_adjustment_fk FOREIGN KEY (adjustment_id) REFERENCES adjustment (id),
  CONSTRAINT write_off_decision_verdict_known CHECK (verdict IN ('approved', 'refused')),
  CONSTRAINT write_off_decision_posts CHECK ((verdict = 'approved') = (adjustment_id IS NOT NULL)),
  CONSTRAINT write_off_decision_names_nobody CHECK (length(note) <= 500 AND note !~ '[0-9]{13}')
);
COMMENT ON TABLE write_off_decision IS 'Approved or refused by somebody else than who proposed; approved, the relief stands in the ledger';

CREATE FUNCTION write_off_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM write_off w WHERE w.id = NEW.write_off_id AND w.proposed_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'nobody decides on their own proposal' USING ERRCODE = 'check_violation', CONSTRAINT = 'write_off_four_eyes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER write_off_four_eyes BEFORE INSERT ON write_off_decision
  FOR EACH ROW EXECUTE FUNCTION write_off_four_eyes();
CREATE TRIGGER write_off_append_only BEFORE UPDATE OR DELETE ON write_off
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER write_off_decision_append_only BEFORE UPDATE OR DELETE ON write_off_decision
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

SELECT protect('write_off'), protect('write_off_decision');
CREATE POLICY write_off_seen ON write_off FOR SELECT TO jangkau_app
  USING ((SELECT may('ledger.read')) AND EXISTS (SELECT FROM household h WHERE h.id = household_id));
CREATE POLICY write_off_add ON write_off FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('write-off.propose')) AND proposed_by = (SELECT scope_username())
    AND EXISTS (SELECT FROM household h WHERE h.id = household_id));
CREATE POLICY write_off_decision_seen ON write_off_decision FOR SELECT TO jangkau_app
  USING (EXISTS (SELECT FROM write_off w WHERE w.id = write_off_id));
GRANT SELECT ON write_off, write_off_decision TO jangkau_app, jangkau_system;
GRANT INSERT (household_id, member_id, undoes, reading, months, amount, reason, legal_basis, proposed_by) ON write_off TO jangkau_app;
GRANT INSERT ON write_off_decision TO jangkau_system;

-- What a reading lets be written off of a family's ended months: the debt of those whom taxes pay for now, or class III.
CREATE FUNCTION lines_to_write_off(family integer, by_reading text, on_day date)
RETURNS TABLE (month date, member_id integer, household_id integer, due integer, paid integer, step smallint)
LANGUAGE sql STABLE AS $$
  SELECT u.month, u.member_id, u.household_id, u.due, u.paid, u.step
  FROM unpaid_lines(ARRAY[family]) u
  JOIN bill_line l ON l.month = u.month AND l.member_id = u.member_id
  JOIN member_status s ON s.member_id = u.member_id
  WHERE u.month < date_trunc('month', on_day)::date
    AND CASE by_reading
      WHEN 'announced-2025' THEN s.segment IN ('PBI_APBN', 'PBPU_PEMDA') AND s.active
      WHEN 'draft-2026' THEN l.class = 3 ELSE false END
$$;
COMMENT ON FUNCTION lines_to_write_off IS 'Unpaid lines of ended months that a reading of the write-off lets be relieved';

-- Puts an approved proposal in the ledger. Relief goes to what is still unpaid of the months proposed; taking it back
-- stands under the day of the relief, so that balances by date are as if it had never been.
CREATE FUNCTION post_write_off(proposal bigint, by_reading text, on_day date, by_whom text, why text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  asked write_off%ROWTYPE;
  posted bigint;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7031, 1);
  SELECT * INTO asked FROM write_off WHERE id = proposal;
  PERFORM pg_advisory_xact_lock(7032, asked.household_id);
  IF asked.undoes IS NULL THEN
    WITH line AS MATERIALIZED (
      SELECT l.* FROM lines_to_write_off(asked.household_id, by_reading, on_day) l WHERE l.month = ANY (asked.months)
    ), relief AS (
      INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by)
      SELECT asked.household_id, 'write-off', asked.legal_basis, sum(due - paid), on_day, by_whom FROM line HAVING count(*) > 0
      RETURNING id
    ), given AS (
      INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
      SELECT l.month, l.member_id, l.step + 1, l.household_id, l.due, l.paid, l.due - l.paid, l.due, r.id FROM line l, relief r
    )
    SELECT id INTO posted FROM relief;
  ELSE
    WITH taken AS (
      INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by, undoes)
      SELECT household_id, 'write-off-undone', asked.legal_basis, -amount, on_date, by_whom, id FROM adjustment
      WHERE id = asked.undoes AND kind = 'write-off'
        AND NOT EXISTS (SELECT FROM adjustment u WHERE u.undoes = asked.undoes)
      RETURNING id
    ), given AS (
      INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
      SELECT a.month, a.member_id, a.step + 1, a.household_id, a.due, a.paid_after, -a.amount, a.paid_before, t.id
      FROM allocation a, taken t WHERE a.adjustment_id = asked.undoes
    )
    SELECT id INTO posted FROM taken;
  END IF;
  IF posted IS NULL THEN RETURN NULL; END IF;
  PERFORM apply_standing(asked.household_id, on_day, 'write-off:' || proposal);
  INSERT INTO write_off_decision (write_off_id, verdict, note, decided_by, adjustment_id)
  VALUES (proposal, 'approved', why, by_whom, posted);
  RETURN posted;
END $$;
COMMENT ON FUNCTION post_write_off IS 'Enters an approved write-off or its taking back; null when there is nothing left to enter';
REVOKE EXECUTE ON FUNCTION post_write_off(bigint, text, date, text, text), lines_to_write_off(integer, text, date),
  rule_number(text, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION post_write_off(bigint, text, date, text, text) TO jangkau_system;
GRANT EXECUTE ON FUNCTION lines_to_write_off(integer, text, date), rule_number(text, date, integer) TO jangkau_app, jangkau_system;
