-- The floor of trust: who may see what is decided here, in the database. Requests come in as a login role
-- that owns nothing and cannot become another. A transaction says only which session it belongs to; what
-- that session may see is looked up by functions of the owner, so that nothing made up gives anything.

-- Three login roles beside the owner. The server gives them their passwords when it starts.
--   jangkau_app     answers requests
--   jangkau_gate    signs people in: the only one that reads password hashes and opens sessions
--   jangkau_system  works in the background: the queue of mappings, sealing the audit
DO $$
DECLARE login text;
BEGIN
  FOREACH login IN ARRAY ARRAY['jangkau_gate', 'jangkau_system'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', login);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
  -- Temporary tables are tables too.
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;
GRANT USAGE ON SCHEMA public TO jangkau_gate, jangkau_system;

-- Roles people have, on the branch, on areas, on employers or on facilities.
CREATE TABLE assignment (
  id bigint GENERATED ALWAYS AS IDENTITY,
  username text NOT NULL,
  role text NOT NULL,
  scope_kind text NOT NULL,
  scope_code text COLLATE "C",
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  revoked_by text,
  CONSTRAINT assignment_pk PRIMARY KEY (id),
  CONSTRAINT assignment_officer_fk FOREIGN KEY (username) REFERENCES officer (username) ON DELETE CASCADE,
  CONSTRAINT assignment_role_known CHECK (role IN ('head-of-branch', 'branch-officer', 'front-liner',
    'village-operator', 'pesiar-agent', 'pesiar-supervisor', 'social-affairs-officer', 'employer-pic',
    'facility-clerk', 'auditor', 'system-administrator')),
  CONSTRAINT assignment_scope_fits_role CHECK (scope_kind = CASE role
    WHEN 'employer-pic' THEN 'employer'
    WHEN 'facility-clerk' THEN 'facility'
    WHEN 'front-liner' THEN 'area'
    WHEN 'village-operator' THEN 'area'
    WHEN 'pesiar-agent' THEN 'area'
    WHEN 'pesiar-supervisor' THEN 'area'
    WHEN 'social-affairs-officer' THEN 'area'
    ELSE 'branch' END),
  CONSTRAINT assignment_code_unless_branch CHECK ((scope_code IS NULL) = (scope_kind = 'branch')),
  CONSTRAINT assignment_area_code_known CHECK (scope_kind <> 'area'
    OR scope_code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4}(/.+)?)?)?)?$'),
  CONSTRAINT assignment_revoked_by_somebody CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
COMMENT ON TABLE assignment IS 'Roles people have and on what; ended, never deleted';
COMMENT ON COLUMN assignment.scope_code IS
  'Code of an area of any level, or village/banjar; of an employer; of a facility; null for the branch';
CREATE UNIQUE INDEX assignment_once ON assignment (username, role, coalesce(scope_code, ''))
  WHERE revoked_at IS NULL;

INSERT INTO assignment (username, role, scope_kind, scope_code, granted_by)
  SELECT username, 'branch-officer', 'branch', NULL, 'sistem' FROM officer WHERE areas = '{}'
  UNION ALL
  SELECT DISTINCT username, 'village-operator', 'area', area, 'sistem' FROM officer, unnest(areas) AS area;
ALTER TABLE officer DROP COLUMN role, DROP COLUMN areas;

CREATE TABLE access_rule (
  role text NOT NULL,
  action text NOT NULL,
  reach text NOT NULL,
  CONSTRAINT access_rule_pk PRIMARY KEY (action, role),
  CONSTRAINT access_rule_reach_known CHECK (reach IN ('branch', 'area', 'employer', 'facility', 'own'))
);
COMMENT ON TABLE access_rule IS 'The matrix of packages/access, written by the owner when it differs';

-- What a session may do. Every function is parsed now, so that no search_path of a caller changes it.

CREATE FUNCTION scope_token() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN current_setting('jangkau.session', true) ~ '^[0-9a-f]{64}$'
    THEN decode(current_setting('jangkau.session', true), 'hex') END;
COMMENT ON FUNCTION scope_token IS 'Hash of the token the transaction was begun with';

CREATE FUNCTION scope_username() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT s.username FROM session s JOIN officer o USING (username)
  WHERE s.token_hash = scope_token() AND s.expires_at > now() AND o.active;
END;
COMMENT ON FUNCTION scope_username IS 'Who the transaction works for; null without a session that holds';

CREATE FUNCTION may(action text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT EXISTS (
    SELECT FROM session s JOIN officer o USING (username) JOIN assignment a USING (username)
    JOIN access_rule r ON r.role = a.role AND r.action = may.action
    WHERE s.token_hash = scope_token() AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
      AND (r.reach = 'branch' OR r.reach = a.scope_kind));
END;
COMMENT ON FUNCTION may IS 'Whether some role of the session allows this action somewhere';

CREATE FUNCTION scope_whole(action text DEFAULT 'person.read') RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT EXISTS (
    SELECT FROM session s JOIN officer o USING (username) JOIN assignment a USING (username)
    JOIN access_rule r ON r.role = a.role AND r.action = scope_whole.action
    WHERE s.token_hash = scope_token() AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
      AND r.reach = 'branch');
END;
COMMENT ON FUNCTION scope_whole IS 'Whether the session reaches every area of the branch';

CREATE FUNCTION scope_codes(kind text, action text) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT coalesce(array_agg(a.scope_code), '{}')
  FROM session s JOIN officer o USING (username) JOIN assignment a USING (username)
  JOIN access_rule r ON r.role = a.role AND r.action = scope_codes.action
  WHERE s.token_hash = scope_token() AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
    AND r.reach = scope_codes.kind AND a.scope_kind = scope_codes.kind;
END;
COMMENT ON FUNCTION scope_codes IS 'Codes of areas, employers or facilities within reach of the session';

CREATE FUNCTION scope_areas() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN scope_codes('area', 'person.read');
COMMENT ON FUNCTION scope_areas IS 'Areas of any level whose people the session may see, if not all';

CREATE FUNCTION scope_covers(area text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN scope_whole() OR coalesce(
    ARRAY[area, left(area, 8), left(area, 5), left(area, 2)] && scope_areas(), false);
COMMENT ON FUNCTION scope_covers IS 'Whether the session reaches this village or larger area';

CREATE FUNCTION session_of(token bytea)
RETURNS TABLE (username text, name text, expires_at timestamptz, assignments jsonb)
LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
  SELECT o.username, o.name, s.expires_at, coalesce((
    SELECT jsonb_agg(jsonb_build_object('role', a.role, 'kind', a.scope_kind, 'code', a.scope_code) ORDER BY a.id)
    FROM assignment a WHERE a.username = o.username AND a.revoked_at IS NULL), '[]')
  FROM session s JOIN officer o USING (username)
  WHERE s.token_hash = token AND s.expires_at > now() AND o.active;
END;
COMMENT ON FUNCTION session_of IS 'Who holds the token with this hash, and in which roles';

REVOKE EXECUTE ON FUNCTION scope_username(), may(text), scope_whole(text), scope_codes(text, text),
  session_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scope_username(), may(text), scope_whole(text), scope_codes(text, text)
  TO jangkau_app, jangkau_gate, jangkau_system;
GRANT EXECUTE ON FUNCTION session_of(bytea) TO jangkau_app;

-- How tables are closed. The owner and the background see all rows, requests what a policy lets through.

CREATE FUNCTION protect(target regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE name text := (SELECT relname FROM pg_class WHERE oid = target);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY %I ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', name || '_owner', target);
  EXECUTE format('CREATE POLICY %I ON %s TO jangkau_system USING (true) WITH CHECK (true)', name || '_system', target);
END $$;
COMMENT ON FUNCTION protect IS
  'Turns row security on, for the owner too; requests see nothing until a policy for jangkau_app is added';

-- Sub-selects are worked out once a query, not once a row. Short codes are looked up as they are written
-- in assignments: village, district, regency, province.
CREATE FUNCTION protect_by_area(target regclass, area name DEFAULT 'area_code', banjar name DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text := (SELECT relname FROM pg_class WHERE oid = target);
  condition text := format(
    '(SELECT scope_whole()) OR %1$I = ANY ((SELECT scope_areas())::text[])
       OR left(%1$I, 8) = ANY ((SELECT scope_areas())::text[])
       OR left(%1$I, 5) = ANY ((SELECT scope_areas())::text[])
       OR left(%1$I, 2) = ANY ((SELECT scope_areas())::text[])', area);
BEGIN
  PERFORM protect(target);
  IF banjar IS NOT NULL THEN
    condition := condition || format(' OR (%I || ''/'' || %I) = ANY ((SELECT scope_areas())::text[])', area, banjar);
  END IF;
  EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO jangkau_app USING (%s)', name || '_area', target, condition);
END $$;
COMMENT ON FUNCTION protect_by_area IS 'Row security by area: requests read rows of the areas of their session';
REVOKE EXECUTE ON FUNCTION protect(regclass), protect_by_area(regclass, name, name) FROM PUBLIC;

-- People and their sessions: closed to requests altogether.
REVOKE ALL ON officer, session FROM jangkau_app;
SELECT protect('officer'), protect('session'), protect('assignment'), protect('access_rule');
GRANT SELECT ON officer, assignment TO jangkau_gate;
GRANT SELECT, INSERT, DELETE ON session TO jangkau_gate;
CREATE POLICY officer_gate ON officer TO jangkau_gate USING (true) WITH CHECK (true);
CREATE POLICY session_gate ON session TO jangkau_gate USING (true) WITH CHECK (true);
CREATE POLICY assignment_gate ON assignment TO jangkau_gate USING (true) WITH CHECK (true);

-- What runs found. A pair carries the area of its resident and the number of its card, so that reading
-- pairs needs neither of their tables.
ALTER TABLE candidate_result
  ADD COLUMN area_code text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN banjar text COLLATE "C",
  ADD COLUMN no_kartu text COLLATE "C" NOT NULL DEFAULT '';
UPDATE candidate_result c SET area_code = r.area_code, banjar = r.banjar, no_kartu = m.no_kartu
  FROM resident_result r, member_result m
  WHERE r.run_number = c.run_number AND r.resident_key = c.resident_key
    AND m.run_number = c.run_number AND m.member_key = c.member_key;
COMMENT ON COLUMN candidate_result.area_code IS 'Village of the resident, as banjar is the resident''s';

SELECT protect_by_area('resident_result', banjar => 'banjar'), protect_by_area('member_result'),
  protect_by_area('candidate_result', banjar => 'banjar'), protect_by_area('village_result'), protect_by_area('list_count'),
  protect_by_area('banjar_result'), protect_by_area('compared_resident'), protect_by_area('decision');
GRANT SELECT ON resident_result, member_result, candidate_result, village_result, list_count, banjar_result
  TO jangkau_system;
REVOKE INSERT ON run_comparison, compared_resident FROM jangkau_app;
GRANT SELECT, INSERT ON run_comparison, compared_resident TO jangkau_system;
SELECT protect('run_comparison');
CREATE POLICY run_comparison_read ON run_comparison FOR SELECT TO jangkau_app USING ((SELECT may('list.read')));

-- Cards of people one may see, wherever the card says they live.
CREATE FUNCTION cards_of_residents(run integer, residents integer[]) RETURNS SETOF member_result
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
BEGIN ATOMIC
  WITH seen AS MATERIALIZED (
    SELECT r.resident_key, r.member_key, r.best_member_key FROM resident_result r
    WHERE r.run_number = run AND r.resident_key = ANY (residents)
      AND ((SELECT scope_whole()) OR scope_covers(r.area_code)
        OR coalesce((r.area_code || '/' || r.banjar) = ANY (scope_areas()), false))
  )
  SELECT m.* FROM member_result m WHERE m.run_number = run AND m.member_key IN (
    SELECT member_key FROM seen
    UNION SELECT best_member_key FROM seen
    UNION SELECT c.member_key FROM candidate_result c
      WHERE c.run_number = run AND c.resident_key IN (SELECT resident_key FROM seen)
    UNION SELECT o.member_key FROM member_result o
      WHERE o.run_number = run AND o.resident_key IN (SELECT resident_key FROM seen));
END;
COMMENT ON FUNCTION cards_of_residents IS
  'Linked, best, compared and further cards of those of these residents that the session may see';
CREATE FUNCTION linked_cards(run integer, residents integer[])
RETURNS TABLE (resident_key integer, no_kartu text) LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
BEGIN ATOMIC
  SELECT r.resident_key, m.no_kartu FROM resident_result r
  JOIN member_result m ON m.run_number = run AND m.member_key = r.member_key
  WHERE r.run_number = run AND r.resident_key = ANY (residents)
    AND ((SELECT scope_whole()) OR scope_covers(r.area_code)
      OR coalesce((r.area_code || '/' || r.banjar) = ANY (scope_areas()), false));
END;
COMMENT ON FUNCTION linked_cards IS 'Number of the linked card of those of these residents that the session may see';
REVOKE EXECUTE ON FUNCTION cards_of_residents(integer, integer[]), linked_cards(integer, integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cards_of_residents(integer, integer[]), linked_cards(integer, integer[]) TO jangkau_app;

-- Decisions: one's own word on people one may see. The number and the moment are the database's.
REVOKE INSERT ON decision FROM jangkau_app;
GRANT INSERT (officer, no_penduduk, no_kartu, verdict, note, run_id, resident_key, member_key, resident_name,
  member_name, area_code) ON decision TO jangkau_app;
CREATE POLICY decision_add ON decision FOR INSERT TO jangkau_app WITH CHECK (
  (SELECT may('decision.add')) AND officer = (SELECT scope_username())
  AND (scope_covers(area_code) OR (SELECT scope_whole())));
GRANT SELECT ON decision, standing_decision TO jangkau_system;
-- A view reads as its owner unless told otherwise.
ALTER VIEW standing_decision SET (security_invoker = true);

-- Runs and files.
SELECT protect('run'), protect('run_upload'), protect('run_stage'), protect('run_event'), protect('upload'),
  protect('column_mapping'), protect('idempotency');
REVOKE UPDATE ON run FROM jangkau_app;
REVOKE INSERT, UPDATE, DELETE ON run_stage FROM jangkau_app;
REVOKE INSERT ON run_event FROM jangkau_app;
GRANT SELECT, INSERT, UPDATE ON run, upload, column_mapping TO jangkau_system;
GRANT SELECT, INSERT ON run_upload, run_event TO jangkau_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON run_stage TO jangkau_system;
CREATE POLICY run_read ON run FOR SELECT TO jangkau_app USING ((SELECT may('run.read')));
CREATE POLICY run_order ON run FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('run.manage')) AND created_by = (SELECT scope_username()) AND state = 'queued');
CREATE POLICY run_upload_read ON run_upload FOR SELECT TO jangkau_app USING ((SELECT may('run.read')));
CREATE POLICY run_upload_order ON run_upload FOR INSERT TO jangkau_app WITH CHECK ((SELECT may('run.manage')));
CREATE POLICY run_stage_read ON run_stage FOR SELECT TO jangkau_app USING ((SELECT may('run.read')));
CREATE POLICY run_event_read ON run_event FOR SELECT TO jangkau_app USING ((SELECT may('run.read')));
CREATE POLICY upload_manage ON upload TO jangkau_app
  USING ((SELECT may('upload.manage'))) WITH CHECK ((SELECT may('upload.manage')));
CREATE POLICY column_mapping_manage ON column_mapping TO jangkau_app
  USING ((SELECT may('upload.manage'))) WITH CHECK ((SELECT may('upload.manage')));
CREATE POLICY idempotency_own ON idempotency TO jangkau_app
  USING (officer = (SELECT scope_username())) WITH CHECK (officer = (SELECT scope_username()));

-- Places are public; changing them is not.
REVOKE INSERT, UPDATE ON area FROM jangkau_app;
GRANT SELECT ON area, banjar, boundary TO jangkau_system;
SELECT protect('boundary');
CREATE POLICY boundary_read ON boundary FOR SELECT TO jangkau_app USING (true);
CREATE POLICY boundary_add ON boundary FOR INSERT TO jangkau_app WITH CHECK ((SELECT may('area.manage')));
CREATE POLICY boundary_change ON boundary FOR UPDATE TO jangkau_app
  USING ((SELECT may('area.manage'))) WITH CHECK ((SELECT may('area.manage')));

-- The audit. Entries are added by whoever acts, links by the sealer alone: a chain of hashes over all
-- entries in the order they were sealed, numbered by day.
CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  role text,
  area text COLLATE "C",
  purpose text,
  action text NOT NULL,
  subject_kind text,
  subject_key text,
  detail jsonb,
  outcome text NOT NULL,
  request_id text,
  address text,
  CONSTRAINT audit_entry_pk PRIMARY KEY (id),
  CONSTRAINT audit_entry_outcome_known CHECK (outcome IN ('done', 'denied')),
  CONSTRAINT audit_entry_unmask_has_purpose
    CHECK (action <> 'person.unmask' OR outcome = 'denied' OR length(purpose) >= 5),
  CONSTRAINT audit_entry_without_numbers_of_people
    CHECK (concat_ws(' ', purpose, subject_key, detail::text) !~ '[0-9]{16}')
);
COMMENT ON TABLE audit_entry IS
  'Who did or read what, in which role, when, from where and why (UU 27/2022). Added, never changed';
COMMENT ON COLUMN audit_entry.subject_key IS 'Key of a row, such as run/resident; never a number of a person';
COMMENT ON COLUMN audit_entry.detail IS 'Filters and counts; never rows, names or what was searched for';
COMMENT ON COLUMN audit_entry.outcome IS 'denied: asked for and not given';
CREATE INDEX audit_entry_by_time ON audit_entry (at);
CREATE INDEX audit_entry_by_user ON audit_entry (username, id);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_kind, subject_key, id);

CREATE TABLE audit_link (
  day date NOT NULL,
  seq integer NOT NULL,
  entry_id bigint NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  CONSTRAINT audit_link_pk PRIMARY KEY (day, seq),
  CONSTRAINT audit_link_once UNIQUE (entry_id),
  CONSTRAINT audit_link_seq_positive CHECK (seq > 0),
  CONSTRAINT audit_link_hash_length CHECK (length(previous_hash) = 32 AND length(hash) = 32)
);
COMMENT ON TABLE audit_link IS
  'Seals audit entries: hash = SHA-256 of the hash before, the place and the entry. A day begins with the last hash of the day before';

SELECT protect('audit_entry'), protect('audit_link');
GRANT SELECT ON audit_entry, audit_link TO jangkau_app;
GRANT INSERT (username, role, area, purpose, action, subject_kind, subject_key, detail, outcome, request_id,
  address) ON audit_entry TO jangkau_app, jangkau_gate, jangkau_system;
GRANT SELECT ON audit_entry TO jangkau_system;
GRANT SELECT, INSERT ON audit_link TO jangkau_system;
CREATE POLICY audit_entry_add ON audit_entry FOR INSERT TO jangkau_app
  WITH CHECK (username = (SELECT scope_username()));
CREATE POLICY audit_entry_read ON audit_entry FOR SELECT TO jangkau_app USING ((SELECT may('audit.read')));
CREATE POLICY audit_entry_gate ON audit_entry FOR INSERT TO jangkau_gate WITH CHECK (true);
CREATE POLICY audit_link_read ON audit_link FOR SELECT TO jangkau_app USING ((SELECT may('audit.read')));

INSERT INTO audit_entry (at, username, purpose, action, subject_kind, subject_key, detail, outcome, request_id)
  SELECT at, officer, regexp_replace(reason, '[0-9]{16}', '*', 'g'),
    CASE action WHEN 'read-person' THEN 'person.read' WHEN 'read-member' THEN 'person.read'
      WHEN 'unmask' THEN 'person.unmask' WHEN 'search' THEN 'list.read' WHEN 'export' THEN 'export.people'
      WHEN 'print' THEN 'print.people' ELSE 'run-file.read' END,
    CASE WHEN resident_key IS NOT NULL THEN 'person' WHEN member_key IS NOT NULL THEN 'card' ELSE 'run' END,
    concat_ws('/', run_id, coalesce(resident_key, member_key)),
    CASE WHEN subject IS NOT NULL
      THEN jsonb_build_object('filter', regexp_replace(subject, '[0-9]{16}', '*', 'g')) END,
    'done', request_id
  FROM access_log ORDER BY id;
DROP TABLE access_log;
