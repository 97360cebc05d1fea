-- A bill that is not asked for since its close was taken back has not been paid: who paid the month before it too
-- late is not covered by that.
CREATE OR REPLACE FUNCTION household_standing(families integer[], on_day date)
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
      AND NOT coalesce(j.kind = 'close-redone' OR (j.kind = 'close-undone' AND j.undoes IS NULL), false)
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
