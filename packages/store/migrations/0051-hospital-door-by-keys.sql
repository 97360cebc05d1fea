-- The hospital door, with less work a question. Credentials are found by their keys: the plan made while there
-- were few compared every question with every credential of every client. Status is read once a member.

-- As concat_ws is: a function that claims more than what it is made of is called row by row, not inlined.
ALTER FUNCTION look_up_text(eligibility_look_up) STABLE;

-- What few are asked for stands in functions of its own: as parts of one query they were made ready for every batch.

-- The last change of membership that was planned to take effect within these days.
CREATE FUNCTION planned_change(member integer, from_day date, to_day date) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('kind', e.kind, 'on', coalesce(e.cover_from, e.valid_on), 'segment', e.segment,
    'class', e.class, 'cause', e.cause, 'proof', e.proof)
  FROM membership_fact e
  WHERE e.member_id = member AND coalesce(e.cover_from, e.valid_on) BETWEEN from_day AND to_day
    AND e.kind IN ('enrolled', 'left', 'died', 'duplicate', 'went-abroad', 'citizenship-lost')
    AND NOT EXISTS (SELECT FROM membership_fact w WHERE w.withdraws = e.id)
  ORDER BY coalesce(e.cover_from, e.valid_on) DESC, e.id DESC LIMIT 1
$$;

-- Cover that came back: since when it had been suspended.
CREATE FUNCTION suspended_before(member integer, day date) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT max(c.valid_on) FROM status_change c
  WHERE c.member_id = member AND NOT c.active AND c.inactive_kind = 'arrears' AND c.valid_on < day
$$;

-- Whether the contribution of a month is still to be paid. What is paid has a line, so the line of most is not looked for.
CREATE FUNCTION month_unpaid(member integer, family integer, of_month date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT FROM allocation a WHERE a.month = of_month AND a.member_id = member AND a.paid_after = a.due)
    AND (EXISTS (SELECT FROM bill_line l WHERE l.month = of_month AND l.member_id = member)
      OR NOT EXISTS (SELECT FROM open_holding h WHERE h.household_id = family))
$$;
REVOKE EXECUTE ON FUNCTION planned_change(integer, date, date), suspended_before(integer, date),
  month_unpaid(integer, integer, date) FROM PUBLIC;

CREATE OR REPLACE FUNCTION look_up_eligibility(
  credentials bigint[], niks bigint[], cards text[], keys integer[], days date[], known timestamptz[],
  faces text[], requests uuid[], addresses text[], today date, of_batch uuid)
RETURNS TABLE (
  place integer, allowed boolean, member_id integer, card text, nik bigint, name text, sex text, born date,
  household_id integer, fktp text, fktp_name text, role text, segment text, class smallint, reason text, since date,
  arrears_months smallint, due_on date, due_reason text, planned jsonb, joined_on date, suspended_on date,
  month_unpaid boolean, family jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off
SET enable_seqscan = off SET enable_material = off SET enable_memoize = off
AS $$
#variable_conflict use_column
DECLARE
  this_month date := date_trunc('month', today)::date;
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT a.*, c.id AS client_id
    FROM unnest(credentials, niks, cards, keys, days, known, faces, requests, addresses)
      WITH ORDINALITY AS a (credential, nik, card, key, day, known_at, face, request_id, address, place)
    LEFT JOIN LATERAL (
      SELECT c.id FROM api_credential k JOIN api_client c ON c.id = k.client_id
      WHERE k.id = a.credential AND c.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
        AND 'eligibility.read' = ANY (c.scopes)
    ) c ON true
  ), found AS MATERIALIZED (
    SELECT a.place::int, a.client_id, a.day, a.face, a.request_id, a.address,
      CASE WHEN a.nik IS NOT NULL THEN 'nik' WHEN a.card IS NOT NULL THEN 'card' ELSE 'key' END AS asked_by,
      m.id AS member_id, m.card, m.nik, m.name, m.sex, m.born, m.household_id, m.fktp, f.name AS fktp_name, m.role,
      coalesce(h.segment, m.segment) AS segment, coalesce(h.class, m.class) AS class,
      -- A day on which nothing was noted yet is a day before the member was one.
      CASE WHEN NOT p.past THEN m.reason ELSE coalesce(h.reason, 'NEVER_ENROLLED') END AS reason,
      CASE WHEN NOT p.past THEN m.active ELSE coalesce(h.active, false) END AS active,
      CASE WHEN NOT p.past THEN m.since ELSE h.valid_on END AS since,
      CASE WHEN NOT p.past THEN m.arrears_months ELSE 0::smallint END AS arrears_months,
      CASE WHEN NOT p.past THEN m.due_on END AS due_on, CASE WHEN NOT p.past THEN m.due_reason END AS due_reason,
      j.joined_on, p.past
    FROM asked a
    LEFT JOIN LATERAL (
      SELECT m.id, m.card, m.nik, m.name, m.sex, m.born, m.fktp, s.household_id, s.role, s.segment, s.class, s.reason,
        s.active, s.since, s.arrears_months, s.due_on, s.due_reason
      FROM (
        SELECT * FROM member WHERE a.nik IS NOT NULL AND member.nik = a.nik
        UNION ALL SELECT * FROM member WHERE a.nik IS NULL AND a.card IS NOT NULL AND member.card = a.card
        UNION ALL SELECT * FROM member WHERE a.nik IS NULL AND a.card IS NULL AND member.id = a.key
      ) m
      JOIN member_status s ON s.member_id = m.id
      WHERE a.client_id IS NOT NULL
      -- A person with two cards is asked for by the one that works.
      ORDER BY s.active DESC, (s.inactive_kind IS DISTINCT FROM 'ended') DESC, s.since DESC, m.id LIMIT 1
    ) m ON true
    LEFT JOIN facility f ON f.code = m.fktp
    CROSS JOIN LATERAL (SELECT a.day < today OR a.known_at IS NOT NULL AS past) p
    -- The latest word about a day is the one that holds.
    LEFT JOIN LATERAL (
      SELECT c.* FROM status_change c
      WHERE p.past AND c.member_id = m.id AND c.valid_on <= a.day AND (a.known_at IS NULL OR c.recorded_at <= a.known_at)
      ORDER BY c.id DESC LIMIT 1
    ) h ON true
    LEFT JOIN LATERAL (
      SELECT min(c.valid_on) AS joined_on FROM status_change c WHERE c.member_id = m.id AND a.face <> 'rest'
    ) j ON true
  ), kept AS (
    INSERT INTO eligibility_look_up (batch, client_id, member_id, face, asked_by, day, covered, request_id, address)
    SELECT of_batch, f.client_id, f.member_id, f.face, f.asked_by, f.day,
      CASE WHEN f.member_id IS NOT NULL THEN f.active END, f.request_id, f.address
    FROM found f WHERE f.client_id IS NOT NULL
    RETURNING *
  ), sealed AS (
    INSERT INTO audit_entry (username, action, subject_kind, subject_key, detail, outcome)
    SELECT 'client ' || k.client_id, 'eligibility.read', 'look-ups', of_batch || '/' || k.client_id,
      jsonb_build_object('questions', count(*), 'sha256', encode(sha256(convert_to(
        string_agg(look_up_text(k), E'\n' ORDER BY k.id), 'UTF8')), 'base64')), 'done'
    FROM kept k GROUP BY k.client_id
  )
  SELECT f.place, f.client_id IS NOT NULL, f.member_id, f.card, f.nik, f.name, f.sex, f.born, f.household_id, f.fktp,
    f.fktp_name, f.role, f.segment, f.class, f.reason, f.since, f.arrears_months, f.due_on, f.due_reason,
    CASE WHEN f.due_on <= f.day AND f.due_reason = 'PLANNED' THEN planned_change(f.member_id, f.due_on, f.day) END,
    f.joined_on,
    CASE WHEN f.active AND f.since > f.day - 50 THEN suspended_before(f.member_id, f.since) END,
    CASE WHEN f.active AND f.reason = 'PAID' AND NOT f.past THEN month_unpaid(f.member_id, f.household_id, this_month)
      ELSE false END,
    CASE WHEN f.reason IN ('ARREARS', 'RETURNED') AND NOT f.past THEN family_arrears(f.household_id, this_month) END
  FROM found f ORDER BY f.place;
END $$;
