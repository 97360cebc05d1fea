-- The hospital door. A facility's system has no session: what it may see is decided here, by its credential,
-- in the same statement that looks somebody up and records that it did.

CREATE TABLE eligibility_look_up (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  batch uuid NOT NULL,
  client_id text NOT NULL,
  member_id integer,
  face text NOT NULL,
  asked_by text NOT NULL,
  day date NOT NULL,
  covered boolean,
  request_id uuid NOT NULL,
  address text,
  CONSTRAINT eligibility_look_up_pk PRIMARY KEY (id),
  CONSTRAINT eligibility_look_up_face_known CHECK (face IN ('rest', 'vclaim', 'pcare', 'fhir')),
  CONSTRAINT eligibility_look_up_asked_by_known CHECK (asked_by IN ('nik', 'card', 'key')),
  CONSTRAINT eligibility_look_up_answer_of_member CHECK ((member_id IS NULL) = (covered IS NULL))
);
COMMENT ON TABLE eligibility_look_up IS
  'Who asked about whom at the hospital door, one row a question, kept before it is answered. Added, never changed; each batch is sealed by an entry of the audit';
COMMENT ON COLUMN eligibility_look_up.batch IS 'Rows written together; with the client, the subject of an audit entry that holds their hash';
COMMENT ON COLUMN eligibility_look_up.member_id IS 'Null: nobody with that number. The number itself is not kept';
COMMENT ON COLUMN eligibility_look_up.covered IS 'As the register had it; what was due by the day is applied in the answer';
CREATE INDEX eligibility_look_up_member_ix ON eligibility_look_up (member_id, id) WHERE member_id IS NOT NULL;
SELECT protect('eligibility_look_up');
CREATE POLICY eligibility_look_up_read ON eligibility_look_up FOR SELECT TO jangkau_app USING ((SELECT may('audit.read')));
GRANT SELECT ON eligibility_look_up TO jangkau_app, jangkau_system;
CREATE TRIGGER eligibility_look_up_append_only BEFORE UPDATE OR DELETE ON eligibility_look_up
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

-- What a row of the log says, as text: what the hash in the audit is made of.
CREATE FUNCTION look_up_text(l eligibility_look_up) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN concat_ws('|', l.id, extract(epoch FROM l.at), l.client_id, coalesce(l.member_id, 0), l.face, l.asked_by,
    l.day - date '2000-01-01', coalesce(l.covered::int, 2), l.request_id, l.address);

-- What a family in arrears owes up to a month, as far as it is billed.
CREATE FUNCTION family_arrears(family integer, this_month date) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'months', (SELECT count(DISTINCT u.month) FROM unpaid_lines(ARRAY[family]) u WHERE u.month < this_month),
    'amount', coalesce((SELECT sum(u.due - u.paid) FROM unpaid_lines(ARRAY[family]) u WHERE u.month <= this_month), 0),
    'deposit', coalesce((SELECT sum(h.amount) FROM open_holding h WHERE h.household_id = family AND h.kind = 'deposit'), 0),
    'lastBilled', (SELECT to_char(max(b.month), 'YYYY-MM') FROM bill b WHERE b.household_id = family),
    'payers', (SELECT jsonb_agg(jsonb_build_object('segment', s.segment, 'class', s.class, 'inactiveKind', s.inactive_kind))
      FROM member_status s WHERE s.household_id = family))
$$;

-- Looks up many at once and records it in the same transaction: an answer that was given is in the log,
-- whatever is killed when. A credential that no longer holds gets nothing: allowed is false.
CREATE FUNCTION look_up_eligibility(
  credentials bigint[], niks bigint[], cards text[], keys integer[], days date[], known timestamptz[],
  faces text[], requests uuid[], addresses text[], today date, of_batch uuid)
RETURNS TABLE (
  place integer, allowed boolean, member_id integer, card text, nik bigint, name text, sex text, born date,
  household_id integer, fktp text, fktp_name text, role text, segment text, class smallint, reason text, since date,
  arrears_months smallint, due_on date, due_reason text, planned jsonb, joined_on date, suspended_on date,
  month_unpaid boolean, family jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off
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
      m.id AS member_id, m.card, m.nik, m.name, m.sex, m.born, s.household_id, m.fktp, f.name AS fktp_name, s.role,
      coalesce(h.segment, s.segment) AS segment, coalesce(h.class, s.class) AS class,
      -- A day on which nothing was noted yet is a day before the member was one.
      CASE WHEN NOT p.past THEN s.reason ELSE coalesce(h.reason, 'NEVER_ENROLLED') END AS reason,
      CASE WHEN NOT p.past THEN s.active ELSE coalesce(h.active, false) END AS active,
      CASE WHEN NOT p.past THEN s.since ELSE h.valid_on END AS since,
      CASE WHEN NOT p.past THEN s.arrears_months ELSE 0::smallint END AS arrears_months,
      CASE WHEN NOT p.past THEN s.due_on END AS due_on, CASE WHEN NOT p.past THEN s.due_reason END AS due_reason,
      j.joined_on, p.past
    FROM asked a
    LEFT JOIN LATERAL (
      SELECT m.* FROM (
        SELECT * FROM member WHERE a.nik IS NOT NULL AND member.nik = a.nik
        UNION ALL SELECT * FROM member WHERE a.nik IS NULL AND a.card IS NOT NULL AND member.card = a.card
        UNION ALL SELECT * FROM member WHERE a.nik IS NULL AND a.card IS NULL AND member.id = a.key
      ) m
      JOIN member_status w ON w.member_id = m.id
      WHERE a.client_id IS NOT NULL
      -- A person with two cards is asked for by the one that works.
      ORDER BY w.active DESC, (w.inactive_kind IS DISTINCT FROM 'ended') DESC, w.since DESC, m.id LIMIT 1
    ) m ON true
    LEFT JOIN member_status s ON s.member_id = m.id
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
    CASE WHEN f.due_on <= f.day AND f.due_reason = 'PLANNED' THEN (
      SELECT jsonb_build_object('kind', e.kind, 'on', coalesce(e.cover_from, e.valid_on), 'segment', e.segment,
        'class', e.class, 'cause', e.cause, 'proof', e.proof)
      FROM membership_fact e
      WHERE e.member_id = f.member_id AND coalesce(e.cover_from, e.valid_on) BETWEEN f.due_on AND f.day
        AND e.kind IN ('enrolled', 'left', 'died', 'duplicate', 'went-abroad', 'citizenship-lost')
        AND NOT EXISTS (SELECT FROM membership_fact w WHERE w.withdraws = e.id)
      ORDER BY coalesce(e.cover_from, e.valid_on) DESC, e.id DESC LIMIT 1) END,
    f.joined_on,
    -- Cover that came back not long ago: since when it had been suspended.
    CASE WHEN f.active AND f.since > f.day - 50 THEN (
      SELECT max(c.valid_on) FROM status_change c
      WHERE c.member_id = f.member_id AND NOT c.active AND c.inactive_kind = 'arrears' AND c.valid_on < f.since) END,
    -- Covered, and this month still to be paid.
    CASE WHEN f.active AND f.reason = 'PAID' AND NOT f.past THEN coalesce((
      SELECT NOT EXISTS (SELECT FROM allocation a WHERE a.month = l.month AND a.member_id = l.member_id AND a.paid_after = a.due)
      FROM bill_line l WHERE l.month = this_month AND l.member_id = f.member_id),
      NOT EXISTS (SELECT FROM open_holding h WHERE h.household_id = f.household_id)) ELSE false END,
    CASE WHEN f.reason IN ('ARREARS', 'RETURNED') AND NOT f.past THEN family_arrears(f.household_id, this_month) END
  FROM found f ORDER BY f.place;
END $$;
COMMENT ON FUNCTION look_up_eligibility IS
  'The hospital door: looks members up for credentials that hold, and records every question before it is answered';
REVOKE EXECUTE ON FUNCTION look_up_eligibility(bigint[], bigint[], text[], integer[], date[], timestamptz[], text[],
  uuid[], text[], date, uuid), family_arrears(integer, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION look_up_eligibility(bigint[], bigint[], text[], integer[], date[], timestamptz[], text[],
  uuid[], text[], date, uuid) TO jangkau_gate;

-- Batches whose rows are no longer what the audit has the hash of.
CREATE FUNCTION changed_look_ups() RETURNS TABLE (entry_id bigint, subject_key text)
LANGUAGE sql STABLE AS $$
  SELECT e.id, e.subject_key FROM audit_entry e
  LEFT JOIN (
    SELECT l.batch || '/' || l.client_id AS subject_key, count(*) AS n, encode(sha256(convert_to(
      string_agg(look_up_text(l), E'\n' ORDER BY l.id), 'UTF8')), 'base64') AS hash
    FROM eligibility_look_up l GROUP BY l.batch, l.client_id
  ) l USING (subject_key)
  WHERE e.action = 'eligibility.read' AND e.subject_kind = 'look-ups'
    AND (l.hash IS DISTINCT FROM e.detail ->> 'sha256' OR l.n IS DISTINCT FROM (e.detail ->> 'questions')::bigint)
$$;
COMMENT ON FUNCTION changed_look_ups IS 'Entries of the audit whose questions were changed, deleted or added to since';
REVOKE EXECUTE ON FUNCTION changed_look_ups() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changed_look_ups() TO jangkau_system;
