-- A month close can be taken back by a run of its own: nothing is deleted, every entry gets a counter-entry.

-- How members stood before the last close: what its undo brings back. Working data, of the last close alone.
CREATE TABLE close_image (
  LIKE member_status,
  CONSTRAINT close_image_pk PRIMARY KEY (member_id),
  CONSTRAINT close_image_member_fk FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);
COMMENT ON TABLE close_image IS 'How the members that the last month close changed stood before it';
SELECT protect('close_image');
GRANT SELECT, INSERT, DELETE ON close_image TO jangkau_system;

CREATE FUNCTION keep_close_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('jangkau.closing', true), '') = 'on' THEN
    INSERT INTO close_image SELECT * FROM before ON CONFLICT (member_id) DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_close_image AFTER UPDATE ON member_status
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION keep_close_image();

ALTER TABLE month_close ADD COLUMN marks jsonb;
COMMENT ON COLUMN month_close.marks IS 'Last keys of the tables before and after: what lies between is the work of the close';

-- A counter-entry names what it takes back, and nothing is taken back twice.
ALTER TABLE adjustment ADD COLUMN undoes bigint;
ALTER TABLE adjustment ADD CONSTRAINT adjustment_undone_once UNIQUE (undoes),
  ADD CONSTRAINT adjustment_undoes_fk FOREIGN KEY (undoes) REFERENCES adjustment (id);

-- Bills stay. A bill that is asked for again after an undo keeps its number; people who come onto a bill of the
-- same month later get one of their own.
ALTER TABLE bill ADD COLUMN issue smallint NOT NULL DEFAULT 1;
ALTER TABLE bill DROP CONSTRAINT bill_pk;
ALTER TABLE bill ADD CONSTRAINT bill_pk PRIMARY KEY (month, household_id, issue);
COMMENT ON COLUMN bill.issue IS '1 for the bill of the month; later ones are of people who came onto it afterwards';
ALTER TABLE bill_line ADD COLUMN issue smallint NOT NULL DEFAULT 1;

CREATE OR REPLACE FUNCTION bill_line_has_bill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT a.month, a.household_id, a.issue FROM added a) a
    LEFT JOIN bill b ON b.month = a.month AND b.household_id = a.household_id AND b.issue = a.issue
    WHERE b.month IS NULL
  ) THEN
    RAISE EXCEPTION 'a line has no bill' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'bill_line_has_bill';
  END IF;
  RETURN NULL;
END $$;

-- What became of a plan is said once, and once more after it was taken back.
ALTER TABLE rehab_event ADD COLUMN round smallint NOT NULL DEFAULT 0, ADD COLUMN undoes bigint;
ALTER TABLE rehab_event DROP CONSTRAINT rehab_event_once, DROP CONSTRAINT rehab_event_kind_known;
ALTER TABLE rehab_event
  ADD CONSTRAINT rehab_event_kind_known CHECK (
    kind IN ('stage-paid', 'stage-missed', 'lapsed', 'completed', 'cancelled', 'undone')),
  ADD CONSTRAINT rehab_event_undoes CHECK ((kind = 'undone') = (undoes IS NOT NULL)),
  ADD CONSTRAINT rehab_event_undone_once UNIQUE (undoes),
  ADD CONSTRAINT rehab_event_undoes_fk FOREIGN KEY (undoes) REFERENCES rehab_event (id);
CREATE UNIQUE INDEX rehab_event_once ON rehab_event (plan_id, kind, stage, round) WHERE kind <> 'undone';
COMMENT ON COLUMN rehab_event.round IS 'How often the same was said before and taken back';

CREATE VIEW live_rehab_event WITH (security_invoker = true) AS
  SELECT e.* FROM rehab_event e
  WHERE e.kind <> 'undone' AND NOT EXISTS (SELECT FROM rehab_event u WHERE u.undoes = e.id);
COMMENT ON VIEW live_rehab_event IS 'What became of plans, without what was taken back';
GRANT SELECT ON live_rehab_event TO jangkau_app, jangkau_system;
CREATE OR REPLACE VIEW running_rehab WITH (security_invoker = true) AS
  SELECT p.* FROM rehab_plan p
  WHERE NOT EXISTS (SELECT FROM live_rehab_event e
                    WHERE e.plan_id = p.id AND e.kind IN ('lapsed', 'completed', 'cancelled'));

-- The first month that is not closed: what is billed for it is owed and not yet in arrears in the books. Before
-- the first close it is the latest month with a whole round of bills; first payments of new members, who begin
-- during a month, do not make one.
CREATE FUNCTION ledger_open_month() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT (max(c.month) + interval '1 month')::date FROM (
      SELECT DISTINCT ON (month) month, kind FROM month_close ORDER BY month, id DESC) c WHERE c.kind = 'close'),
    (SELECT min(c.month) FROM month_close c),
    (SELECT max(b.month) FROM bill b WHERE b.issued_on <= b.month))
$$;
COMMENT ON FUNCTION ledger_open_month IS 'The first month that is not closed; null without bills';

DROP FUNCTION household_standing(integer[], date);
-- As before, and with the day from which a family was suspended before it came back.
CREATE FUNCTION household_standing(families integer[], on_day date)
RETURNS TABLE (household_id integer, active boolean, since date, late_from date)
LANGUAGE sql STABLE AS $$
  WITH due AS (
    SELECT b.household_id, b.month, sum(sum(b.amount)) OVER (PARTITION BY b.household_id ORDER BY b.month) AS upto
    FROM bill b
    WHERE b.household_id = ANY (families) AND b.month <= on_day
    GROUP BY b.household_id, b.month
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
      min(t.next_month) FILTER (
        WHERE NOT t.in_time AND t.month <= t.last_late AND t.month > coalesce(t.in_time_before, '-infinity')) AS late_from,
      min(t.next_month) FILTER (WHERE NOT t.in_time AND t.month > coalesce(t.in_time_before, '-infinity')) AS suspended_on
    FROM turned t GROUP BY t.household_id
  )
  SELECT s.household_id, s.active, CASE WHEN s.active THEN s.back_on ELSE s.suspended_on END, s.late_from FROM stood s
$$;

-- As before, but arrears are counted up to the last closed month: its successor is counted by its own close, and
-- once. A family that paid a month of the open books too late was without cover in between: both changes are noted.
CREATE OR REPLACE FUNCTION apply_standing(family integer, on_day date, why text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  now_active boolean;
  from_day date;
  gap_from date;
  open_month date := ledger_open_month();
  changed boolean := false;
BEGIN
  UPDATE member_status s SET arrears_months = coalesce(o.months, 0), arrears_amount = coalesce(o.amount, 0)
  FROM member_status t
  LEFT JOIN (
    SELECT u.member_id, count(*) AS months, sum(u.due - u.paid) AS amount
    FROM unpaid_lines(ARRAY[family]) u
    WHERE u.month < least(date_trunc('month', on_day)::date, open_month) GROUP BY u.member_id
  ) o ON o.member_id = t.member_id
  WHERE t.household_id = family AND s.member_id = t.member_id
    AND (s.arrears_months, s.arrears_amount) IS DISTINCT FROM (coalesce(o.months, 0), coalesce(o.amount, 0));
  SELECT h.active, h.since, h.late_from INTO now_active, from_day, gap_from
  FROM household_standing(ARRAY[family], on_day) h;
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
  IF now_active AND gap_from > open_month THEN
    WITH turned AS (
      UPDATE member_status s SET since = from_day, reason = 'PAID'
      WHERE s.household_id = family AND s.segment IN ('PBPU', 'BP') AND s.active AND s.since < gap_from
        AND EXISTS (SELECT FROM bill_line l WHERE l.member_id = s.member_id AND l.month = gap_from - interval '1 month')
        AND NOT EXISTS (
          SELECT FROM status_change c WHERE c.member_id = s.member_id AND c.valid_on >= gap_from AND c.cause NOT LIKE 'undo:%'
            AND NOT EXISTS (SELECT FROM status_change d
              WHERE d.member_id = c.member_id AND d.valid_on = c.valid_on AND d.id > c.id AND d.cause LIKE 'undo:%'))
      RETURNING s.*
    )
    INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
    SELECT t.member_id, x.valid_on, t.segment, t.class, t.payer_id, x.active, x.inactive_kind, x.reason, why
    FROM turned t CROSS JOIN LATERAL (VALUES
      (1, gap_from, false, 'arrears', 'ARREARS'), (2, from_day, true, NULL, 'PAID')) x (n, valid_on, active, inactive_kind, reason)
    ORDER BY t.member_id, x.n;
    changed := changed OR FOUND;
  END IF;
  RETURN changed;
END $$;
