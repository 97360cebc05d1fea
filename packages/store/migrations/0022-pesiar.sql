-- Finding, visiting and registering people (Petakan, Sisir, Advokasi, Registrasi). What happened in a case is
-- appended and never changed; pesiar_case is what the facts come to (caseState of packages/pesiar), kept for lists
-- and figures. Numbers of people that were typed at a door are kept apart from the facts, so that what goes to
-- phones carries none.

CREATE TABLE pesiar_case (
  case_id uuid NOT NULL,
  version integer NOT NULL,
  phase text NOT NULL,
  bucket text,
  reason text NOT NULL,
  resident_no text COLLATE "C",
  subject_member_id integer,
  name text COLLATE "C" NOT NULL,
  sex text,
  born date,
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  address text,
  household_key text COLLATE "C",
  segment text,
  class smallint,
  arrears_months smallint,
  run_number integer,
  probability real,
  agent text COLLATE "C",
  due_on date,
  visits smallint NOT NULL DEFAULT 0,
  last_visit_at timestamptz,
  last_visit_by text COLLATE "C",
  last_result text,
  identity text,
  payer_class text,
  advocacy text,
  consent boolean,
  exit_kind text,
  exit_form uuid,
  exit_at timestamptz,
  exit_status text,
  exit_reasons text[] NOT NULL DEFAULT '{}',
  exit_from date,
  exit_until date,
  active_from date,
  member_id integer,
  opened_at timestamptz NOT NULL,
  assigned_at timestamptz,
  visited_at timestamptz,
  advocated_at timestamptz,
  registered_at timestamptz,
  ended_at timestamptz,
  last_at timestamptz NOT NULL,
  CONSTRAINT pesiar_case_pk PRIMARY KEY (case_id),
  CONSTRAINT pesiar_case_phase_known CHECK (phase IN (
    'open', 'assigned', 'visited', 'advocated', 'registered', 'active', 'closed')),
  CONSTRAINT pesiar_case_bucket_known CHECK (bucket IN ('already-active', 'arrears', 'lapsed', 'died', 'moved',
    'duplicate', 'not-at-address', 'refused', 'foreigner', 'other-scheme', 'data-mismatch', 'registered')),
  -- Every case that is over is in exactly one bucket, and no other has one.
  CONSTRAINT pesiar_case_one_bucket CHECK ((bucket IS NOT NULL) = (phase IN ('active', 'closed'))),
  CONSTRAINT pesiar_case_of_village CHECK (area_code ~ '^\d{2}\.\d{2}\.\d{2}\.\d{4}$')
) WITH (fillfactor = 80);
COMMENT ON TABLE pesiar_case IS 'One person to resolve: derived from case_fact, kept for speed, rebuildable';
COMMENT ON COLUMN pesiar_case.household_key IS 'The same for everyone of a family card of a village; says nothing else';
COMMENT ON COLUMN pesiar_case.exit_form IS 'The fact with the form of registration that stands';
CREATE INDEX pesiar_case_list ON pesiar_case (area_code, banjar, name, case_id);
CREATE INDEX pesiar_case_by_agent ON pesiar_case (agent, due_on, case_id) WHERE agent IS NOT NULL;
CREATE INDEX pesiar_case_by_household ON pesiar_case (area_code, household_key) WHERE household_key IS NOT NULL;
CREATE INDEX pesiar_case_words ON pesiar_case USING gin (to_tsvector('simple', name)) WITH (fastupdate = off);
-- Nobody is looked for twice at the same time.
CREATE UNIQUE INDEX pesiar_case_resident_once ON pesiar_case (resident_no) WHERE resident_no IS NOT NULL AND bucket IS NULL;
CREATE UNIQUE INDEX pesiar_case_member_once ON pesiar_case (subject_member_id)
  WHERE resident_no IS NULL AND subject_member_id IS NOT NULL AND bucket IS NULL;

CREATE TABLE case_fact (
  id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  case_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  made_by text COLLATE "C" NOT NULL,
  device uuid,
  base integer NOT NULL,
  body jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  CONSTRAINT case_fact_pk PRIMARY KEY (id),
  CONSTRAINT case_fact_seq_unique UNIQUE (seq),
  CONSTRAINT case_fact_version_unique UNIQUE (case_id, version),
  CONSTRAINT case_fact_case_fk FOREIGN KEY (case_id) REFERENCES pesiar_case (case_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT case_fact_kind_known CHECK (kind IN ('opened', 'assigned', 'recalled', 'visited', 'identified',
    'classified', 'advocated', 'consented', 'registered', 'desk-decided', 'activated', 'closed', 'reopened',
    'resolved-conflict', 'corrected')),
  -- The register's numbers of residents and cards may look like anything; a person's NIK or KK is sixteen digits.
  CONSTRAINT case_fact_without_numbers_of_people CHECK (body::text !~ '(^|[^0-9a-f])[0-9]{16}([^0-9a-f]|$)')
);
COMMENT ON TABLE case_fact IS 'What happened in cases, as whoever was there wrote it down: added, never changed';
COMMENT ON COLUMN case_fact.seq IS 'Order in which facts became visible: appends wait for one another (lock 7040)';
COMMENT ON COLUMN case_fact.at IS 'By the clock of whoever made it; received_at is the server''s';
COMMENT ON COLUMN case_fact.base IS 'Version of the case its maker had seen';
CREATE INDEX case_fact_by_area ON case_fact (area_code, seq);
CREATE INDEX case_fact_visits ON case_fact (at, made_by) WHERE kind = 'visited';

CREATE TABLE case_number (
  fact_id uuid NOT NULL,
  path text NOT NULL,
  case_id uuid NOT NULL,
  value bigint NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  CONSTRAINT case_number_pk PRIMARY KEY (fact_id, path),
  CONSTRAINT case_number_fact_fk FOREIGN KEY (fact_id) REFERENCES case_fact (id)
);
COMMENT ON TABLE case_number IS 'NIK and KK as typed on forms, taken out of the facts; path says which field';
CREATE INDEX case_number_of_case ON case_number (case_id);

CREATE TABLE attachment (
  case_id uuid NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  mime text NOT NULL,
  size integer NOT NULL,
  bytes bytea NOT NULL,
  sealed boolean NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  CONSTRAINT attachment_pk PRIMARY KEY (case_id, sha256),
  CONSTRAINT attachment_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT attachment_mime_known CHECK (mime IN ('image/jpeg', 'image/png', 'image/webp', 'image/svg+xml', 'application/pdf')),
  CONSTRAINT attachment_size CHECK (size BETWEEN 1 AND 5000000)
);
COMMENT ON TABLE attachment IS 'Photographs and signatures of visits, by the hash of what was photographed';
COMMENT ON COLUMN attachment.sealed IS 'Encrypted with the key of the server';

CREATE TABLE household_point (
  area_code text COLLATE "C" NOT NULL,
  household_key text COLLATE "C" NOT NULL,
  lat double precision NOT NULL,
  lon double precision NOT NULL,
  accuracy real NOT NULL,
  CONSTRAINT household_point_pk PRIMARY KEY (area_code, household_key),
  CONSTRAINT household_point_on_earth CHECK (lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 AND accuracy >= 0)
);
COMMENT ON TABLE household_point IS 'Where families live, from the surest measurement of a visit';

-- Keys that join people of a family without showing its number, different in every village.
CREATE TABLE village_salt (
  area_code text COLLATE "C" NOT NULL,
  salt uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT village_salt_pk PRIMARY KEY (area_code)
);
COMMENT ON TABLE village_salt IS 'What family keys and hashes of NIK of a village are made with';

CREATE FUNCTION village_key(area text, number bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE seed uuid;
BEGIN
  IF number IS NULL THEN RETURN NULL; END IF;
  SELECT salt INTO seed FROM public.village_salt WHERE area_code = area;
  IF seed IS NULL THEN
    INSERT INTO public.village_salt (area_code) VALUES (area) ON CONFLICT DO NOTHING;
    SELECT salt INTO seed FROM public.village_salt WHERE area_code = area;
  END IF;
  RETURN left(encode(sha256(convert_to(seed::text || ':' || lpad(number::text, 16, '0'), 'UTF8')), 'hex'), 24);
END $$;
COMMENT ON FUNCTION village_key IS 'Key of a NIK or KK number: first 24 hexadecimal digits of SHA-256 of salt:number';
CREATE FUNCTION salt_of_village(area text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT public.scope_covers(area) AND NOT EXISTS (
    SELECT FROM unnest(public.scope_areas()) code WHERE code LIKE area || '/%') THEN RETURN NULL; END IF;
  INSERT INTO public.village_salt (area_code) VALUES (area) ON CONFLICT DO NOTHING;
  RETURN (SELECT salt FROM public.village_salt WHERE area_code = area);
END $$;
COMMENT ON FUNCTION salt_of_village IS 'Salt of a village within what the session may see';

-- Choices per area, dated; the nearest area that says something counts.
CREATE TABLE pesiar_setting (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  area_code text COLLATE "C" NOT NULL DEFAULT '',
  name text NOT NULL,
  value jsonb,
  CONSTRAINT pesiar_setting_pk PRIMARY KEY (id),
  CONSTRAINT pesiar_setting_name_known CHECK (name IN ('live', 'prioritas', 'target', 'unable-per-head'))
);
COMMENT ON TABLE pesiar_setting IS
  'Where the drive runs (live), where the Pemda activates the same day (prioritas), people to be made active in a village (target)';
COMMENT ON COLUMN pesiar_setting.value IS 'Null: what the larger area says again';
CREATE INDEX pesiar_setting_by_name ON pesiar_setting (name, area_code, id DESC);

CREATE TABLE pemda_quota (
  id bigint GENERATED ALWAYS AS IDENTITY,
  regency text COLLATE "C" NOT NULL,
  month date NOT NULL,
  heads integer NOT NULL,
  budget bigint,
  reference text NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT pemda_quota_pk PRIMARY KEY (id),
  CONSTRAINT pemda_quota_month_first CHECK (extract(day FROM month) = 1),
  CONSTRAINT pemda_quota_not_negative CHECK (heads >= 0 AND (budget IS NULL OR budget >= 0))
);
COMMENT ON TABLE pemda_quota IS 'Heads and rupiah a regional government pays for from a month on; the latest row of the latest month counts';
CREATE INDEX pemda_quota_by_regency ON pemda_quota (regency, month DESC, id DESC);

-- Forms at their desks. How a form stands is in the facts as well; this is the queue.
CREATE TABLE pesiar_application (
  form uuid NOT NULL,
  case_id uuid NOT NULL,
  exit text NOT NULL,
  desk text NOT NULL,
  status text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  employer_code text COLLATE "C",
  employer_name text,
  people smallint NOT NULL,
  class smallint,
  bank text,
  handed_in_at timestamptz NOT NULL,
  handed_in_by text NOT NULL,
  decided_at timestamptz,
  decided_by text,
  reasons text[] NOT NULL DEFAULT '{}',
  starts_on date,
  pay_until date,
  amount integer,
  va text COLLATE "C",
  household_id integer,
  joins_household_id integer,
  list_id integer,
  CONSTRAINT pesiar_application_pk PRIMARY KEY (form),
  CONSTRAINT pesiar_application_case_fk FOREIGN KEY (case_id) REFERENCES pesiar_case (case_id),
  CONSTRAINT pesiar_application_list_fk FOREIGN KEY (list_id) REFERENCES change_list (id),
  CONSTRAINT pesiar_application_exit_known CHECK (exit IN ('pbpu', 'pemda', 'ppu', 'pbi', 'newborn', 'reactivation')),
  CONSTRAINT pesiar_application_desk_known CHECK (desk IN ('dinas-sosial', 'employer', 'officer')),
  CONSTRAINT pesiar_application_status_known CHECK (status IN (
    'waiting', 'approved', 'refused', 'lapsed', 'withdrawn', 'active')),
  CONSTRAINT pesiar_application_decided_by_somebody CHECK ((decided_at IS NULL) = (decided_by IS NULL))
) WITH (fillfactor = 80);
COMMENT ON TABLE pesiar_application IS 'Forms of registration at the desk that decides about them';
COMMENT ON COLUMN pesiar_application.va IS 'Virtual account the first payment goes to';
COMMENT ON COLUMN pesiar_application.joins_household_id IS 'Newborn: the mother''s family, joined on the 1st after the first payment';
CREATE INDEX pesiar_application_queue ON pesiar_application (desk, status, area_code, handed_in_at);
CREATE INDEX pesiar_application_by_household ON pesiar_application (household_id) WHERE household_id IS NOT NULL AND status = 'approved';
CREATE INDEX pesiar_application_of_case ON pesiar_application (case_id);

CREATE TABLE pesiar_application_member (
  form uuid NOT NULL,
  member_id integer NOT NULL,
  resident_no text COLLATE "C",
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  CONSTRAINT pesiar_application_member_pk PRIMARY KEY (form, member_id),
  CONSTRAINT pesiar_application_member_form_fk FOREIGN KEY (form) REFERENCES pesiar_application (form),
  CONSTRAINT pesiar_application_member_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
COMMENT ON TABLE pesiar_application_member IS 'Members a form is about; it has succeeded when they are covered';
CREATE INDEX pesiar_application_member_of ON pesiar_application_member (member_id);

-- Gatherings at the banjar.
CREATE TABLE gathering (
  id uuid NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  title text NOT NULL,
  place text NOT NULL,
  starts_at timestamptz NOT NULL,
  with_dinas_sosial boolean NOT NULL,
  state text NOT NULL DEFAULT 'planned',
  note text,
  planned_by text NOT NULL,
  planned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT gathering_pk PRIMARY KEY (id),
  CONSTRAINT gathering_state_known CHECK (state IN ('planned', 'held', 'cancelled'))
);
COMMENT ON TABLE gathering IS 'Meetings at a banjar at which duty, rights and costs are explained (sosialisasi)';
CREATE INDEX gathering_by_area ON gathering (area_code, starts_at DESC);

CREATE TABLE gathering_guest (
  gathering_id uuid NOT NULL,
  case_id uuid NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  attended boolean,
  answer text,
  CONSTRAINT gathering_guest_pk PRIMARY KEY (gathering_id, case_id),
  CONSTRAINT gathering_guest_gathering_fk FOREIGN KEY (gathering_id) REFERENCES gathering (id),
  CONSTRAINT gathering_guest_case_fk FOREIGN KEY (case_id) REFERENCES pesiar_case (case_id),
  CONSTRAINT gathering_guest_answer_known CHECK (answer IN ('agrees', 'thinks-about-it', 'refuses'))
);
COMMENT ON TABLE gathering_guest IS 'Who is invited to a gathering, came, and what they said';

-- Letters of the drive beside those about personal data: one numbering.
ALTER TABLE letter ADD COLUMN topic text, ADD COLUMN area_code text COLLATE "C";
ALTER TABLE letter DROP CONSTRAINT letter_of_one_thing;
ALTER TABLE letter ADD CONSTRAINT letter_of_one_thing CHECK (num_nonnulls(request_id, breach_id, topic) = 1),
  ADD CONSTRAINT letter_topic_has_area CHECK ((topic IS NULL) = (area_code IS NULL)),
  ADD CONSTRAINT letter_topic_known CHECK (topic IN ('employer', 'dinas-sosial', 'invitation', 'visit-list'));
COMMENT ON COLUMN letter.topic IS 'Letters of PESIAR: to whom or what for; area_code is the area they are about';
CREATE INDEX letter_by_topic ON letter (area_code, at DESC) WHERE topic IS NOT NULL;
GRANT INSERT (topic, area_code) ON letter TO jangkau_app;
DROP POLICY letter_read ON letter;
DROP POLICY letter_add ON letter;
CREATE POLICY letter_read ON letter FOR SELECT TO jangkau_app USING (
  CASE WHEN topic IS NOT NULL THEN (SELECT may('letter.manage')) AND scope_covers(area_code)
    WHEN breach_id IS NOT NULL THEN (SELECT may('breach.manage'))
    ELSE request_id IN (SELECT id FROM subject_request) END);
CREATE POLICY letter_add ON letter FOR INSERT TO jangkau_app WITH CHECK (
  username = (SELECT scope_username()) AND
  CASE WHEN topic IS NOT NULL THEN (SELECT may('letter.manage')) AND scope_covers(area_code)
    WHEN breach_id IS NOT NULL THEN (SELECT may('breach.manage'))
    ELSE request_id IN (SELECT id FROM subject_request) END);

-- Cards of people we register: the branch's own series until the national number is known.
CREATE SEQUENCE own_card_seq;
GRANT USAGE ON SEQUENCE own_card_seq TO jangkau_system;

-- Who sees and does what.
SELECT protect_by_area('pesiar_case', banjar => 'banjar'), protect_by_area('case_fact', banjar => 'banjar'),
  protect_by_area('case_number', banjar => 'banjar'), protect_by_area('attachment', banjar => 'banjar'),
  protect_by_area('household_point'), protect_by_area('pesiar_application', banjar => 'banjar'),
  protect_by_area('pesiar_application_member', banjar => 'banjar'),
  protect_by_area('gathering', banjar => 'banjar'), protect_by_area('gathering_guest', banjar => 'banjar'),
  protect('village_salt'), protect('pesiar_setting'), protect('pemda_quota');

-- An employer sees the forms of its own workers, wherever they live.
CREATE POLICY pesiar_application_employer ON pesiar_application FOR SELECT TO jangkau_app
  USING (desk = 'employer' AND employer_code = ANY ((SELECT scope_codes('employer', 'desk.employer'))::text[]));

CREATE FUNCTION in_scope(area text, part text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN scope_covers(area) OR coalesce((area || '/' || part) = ANY (scope_areas()), false);
COMMENT ON FUNCTION in_scope IS 'Whether the session reaches this banjar of a village';

CREATE POLICY pesiar_case_add ON pesiar_case FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('case.work')) AND in_scope(area_code, banjar));
CREATE POLICY pesiar_case_follow ON pesiar_case FOR UPDATE TO jangkau_app
  USING ((SELECT may('case.work')) AND in_scope(area_code, banjar))
  WITH CHECK ((SELECT may('case.work')) AND in_scope(area_code, banjar));
CREATE POLICY case_fact_add ON case_fact FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('case.work')) AND made_by = (SELECT scope_username()) AND in_scope(area_code, banjar));
CREATE POLICY case_number_add ON case_number FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('case.work')) AND in_scope(area_code, banjar));
CREATE POLICY attachment_add ON attachment FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('case.work')) AND added_by = (SELECT scope_username()) AND in_scope(area_code, banjar));
-- Of families that one may see a case of.
CREATE POLICY household_point_add ON household_point FOR INSERT TO jangkau_app WITH CHECK ((SELECT may('case.work')) AND
  EXISTS (SELECT FROM pesiar_case c WHERE c.area_code = household_point.area_code AND c.household_key = household_point.household_key));
CREATE POLICY household_point_better ON household_point FOR UPDATE TO jangkau_app USING ((SELECT may('case.work')) AND
  EXISTS (SELECT FROM pesiar_case c WHERE c.area_code = household_point.area_code AND c.household_key = household_point.household_key));
CREATE POLICY household_point_seen ON household_point FOR SELECT TO jangkau_app USING (
  EXISTS (SELECT FROM pesiar_case c WHERE c.area_code = household_point.area_code AND c.household_key = household_point.household_key));
CREATE POLICY pesiar_application_add ON pesiar_application FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('case.work')) AND in_scope(area_code, banjar));
CREATE POLICY pesiar_application_follow ON pesiar_application FOR UPDATE TO jangkau_app
  USING ((SELECT may('case.work')) AND in_scope(area_code, banjar))
  WITH CHECK ((SELECT may('case.work')) AND in_scope(area_code, banjar));
CREATE POLICY gathering_manage ON gathering FOR ALL TO jangkau_app
  USING ((SELECT may('gathering.manage')) AND in_scope(area_code, banjar))
  WITH CHECK ((SELECT may('gathering.manage')) AND in_scope(area_code, banjar));
CREATE POLICY gathering_guest_manage ON gathering_guest FOR ALL TO jangkau_app
  USING ((SELECT may('gathering.manage')) AND in_scope(area_code, banjar))
  WITH CHECK ((SELECT may('gathering.manage')) AND in_scope(area_code, banjar));
CREATE POLICY pesiar_setting_read ON pesiar_setting FOR SELECT TO jangkau_app USING (scope_username() IS NOT NULL);
CREATE POLICY pesiar_setting_add ON pesiar_setting FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('rollout.manage')) AND username = (SELECT scope_username()));
CREATE POLICY pemda_quota_read ON pemda_quota FOR SELECT TO jangkau_app USING ((SELECT may('desk.read')));
CREATE POLICY pemda_quota_add ON pemda_quota FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('quota.manage')) AND set_by = (SELECT scope_username()) AND scope_covers(regency));

GRANT SELECT ON pesiar_case, case_fact, case_number, attachment, household_point, pesiar_setting, pemda_quota,
  pesiar_application, pesiar_application_member, gathering, gathering_guest TO jangkau_app, jangkau_system;
GRANT INSERT ON pesiar_application_member TO jangkau_system;
GRANT INSERT, UPDATE ON pesiar_case, household_point, pesiar_application, gathering, gathering_guest TO jangkau_app, jangkau_system;
GRANT INSERT (id, case_id, version, kind, at, made_by, device, base, body, area_code, banjar) ON case_fact TO jangkau_app, jangkau_system;
GRANT INSERT ON case_number TO jangkau_app, jangkau_system;
GRANT INSERT (case_id, sha256, mime, size, bytes, sealed, added_by, area_code, banjar) ON attachment TO jangkau_app, jangkau_system;
GRANT INSERT (username, area_code, name, value) ON pesiar_setting TO jangkau_app;
GRANT INSERT (regency, month, heads, budget, reference, set_by) ON pemda_quota TO jangkau_app;
GRANT SELECT ON village_salt TO jangkau_system;
REVOKE EXECUTE ON FUNCTION village_key(text, bigint), salt_of_village(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION village_key(text, bigint) TO jangkau_system;
GRANT EXECUTE ON FUNCTION salt_of_village(text) TO jangkau_app;

CREATE FUNCTION agents_within() RETURNS TABLE (username text, name text, areas text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT (public.may('case.assign') OR public.may('command.read')) THEN RETURN; END IF;
  RETURN QUERY
    SELECT o.username, o.name, array_agg(a.scope_code ORDER BY a.scope_code)
    FROM public.officer o JOIN public.assignment a USING (username)
    WHERE o.active AND a.revoked_at IS NULL AND a.role IN ('pesiar-agent', 'village-operator')
      AND (public.scope_whole() OR public.scope_covers(left(a.scope_code, 13)))
    GROUP BY o.username, o.name;
END $$;
COMMENT ON FUNCTION agents_within IS 'Agents and village operators of places within what the session may see';
REVOKE EXECUTE ON FUNCTION agents_within() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION agents_within() TO jangkau_app;
