-- Personal data as UU 27/2022 wants it kept: requests of people about themselves, breaches, letters, and how
-- long what is kept. What happened is added and never changed; where things stand is a fold over it.

CREATE TABLE privacy_setting (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  name text NOT NULL,
  value integer,
  reason text NOT NULL,
  CONSTRAINT privacy_setting_pk PRIMARY KEY (id),
  CONSTRAINT privacy_setting_name_known CHECK (name ~ '^(clock|retention)\.[a-z-]+$' OR name = 'figures.hide-inside'),
  CONSTRAINT privacy_setting_has_reason CHECK (length(reason) >= 5)
);
COMMENT ON TABLE privacy_setting IS 'Hours and days the office set for itself; the latest row of a name stands';
COMMENT ON COLUMN privacy_setting.value IS 'Hours of a clock, days of a retention rule, 0 or 1; null: the default again';

CREATE TABLE subject_request (
  id uuid NOT NULL,
  number integer GENERATED ALWAYS AS IDENTITY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by text NOT NULL,
  received_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  clock_hours integer NOT NULL,
  legal_basis text NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL,
  asked_by_name text NOT NULL,
  asked_by_relation text NOT NULL,
  asked_by_address text NOT NULL,
  wish text NOT NULL,
  run_id uuid,
  resident_key integer,
  no_penduduk text COLLATE "C",
  nik bigint,
  register_name text COLLATE "C",
  born date,
  subject_name text NOT NULL,
  area_code text COLLATE "C" NOT NULL DEFAULT '',
  CONSTRAINT subject_request_pk PRIMARY KEY (id),
  CONSTRAINT subject_request_number_unique UNIQUE (number),
  CONSTRAINT subject_request_kind_known
    CHECK (kind IN ('access', 'correction', 'restriction', 'objection', 'withdrawal', 'erasure')),
  CONSTRAINT subject_request_channel_known CHECK (channel IN ('counter', 'letter', 'email', 'phone')),
  CONSTRAINT subject_request_relation_known CHECK (asked_by_relation IN ('self', 'parent', 'guardian', 'proxy')),
  CONSTRAINT subject_request_due_after_received CHECK (due_at > received_at),
  CONSTRAINT subject_request_person_whole CHECK ((run_id IS NULL) = (resident_key IS NULL) AND
    (run_id IS NULL) = (no_penduduk IS NULL) AND (run_id IS NULL) = (register_name IS NULL))
);
COMMENT ON TABLE subject_request IS 'What people asked about data held on them, as received';
COMMENT ON COLUMN subject_request.register_name IS
  'With the birth date: numbers alone may be another person''s in another file';
COMMENT ON COLUMN subject_request.area_code IS 'Village of the person; '''' when nobody was found in the registers';
COMMENT ON COLUMN subject_request.run_id IS 'Mapping in which the person was found; no reference: it may be deleted';
CREATE INDEX subject_request_by_due ON subject_request (due_at);
SELECT protect('subject_request');
GRANT SELECT ON subject_request TO jangkau_app, jangkau_system;
GRANT INSERT (id, recorded_by, received_at, due_at, clock_hours, legal_basis, kind, channel, asked_by_name,
  asked_by_relation, asked_by_address, wish, run_id, resident_key, no_penduduk, nik,
  register_name, born, subject_name, area_code) ON subject_request TO jangkau_app;
CREATE POLICY subject_request_read ON subject_request FOR SELECT TO jangkau_app USING (
  (SELECT may('subject-request.manage'))
  AND ((SELECT scope_whole('subject-request.manage')) OR scope_covers(area_code) OR recorded_by = (SELECT scope_username())));
CREATE POLICY subject_request_add ON subject_request FOR INSERT TO jangkau_app WITH CHECK (
  (SELECT may('subject-request.manage')) AND recorded_by = (SELECT scope_username())
  AND (area_code = '' OR (SELECT scope_whole('subject-request.manage')) OR scope_covers(area_code)));

CREATE TABLE subject_request_fact (
  id bigint GENERATED ALWAYS AS IDENTITY,
  request_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  type text NOT NULL,
  payload jsonb NOT NULL,
  CONSTRAINT subject_request_fact_pk PRIMARY KEY (id),
  CONSTRAINT subject_request_fact_of_request FOREIGN KEY (request_id) REFERENCES subject_request (id),
  CONSTRAINT subject_request_fact_type_known CHECK (type IN ('identity-checked', 'decided', 'carried-out',
    'letter-issued', 'restriction-lifted', 'taken-back', 'noted'))
);
COMMENT ON TABLE subject_request_fact IS 'What happened to a request, in order';
CREATE INDEX subject_request_fact_in_order ON subject_request_fact (request_id, id);
-- A wish is carried out once and decided once, whoever presses the button twice.
CREATE UNIQUE INDEX subject_request_done_once ON subject_request_fact (request_id) WHERE type = 'carried-out';
CREATE UNIQUE INDEX subject_request_decided_once ON subject_request_fact (request_id) WHERE type = 'decided';
SELECT protect('subject_request_fact');
GRANT SELECT ON subject_request_fact TO jangkau_app, jangkau_system;
GRANT INSERT (request_id, username, type, payload) ON subject_request_fact TO jangkau_app;
CREATE POLICY subject_request_fact_read ON subject_request_fact FOR SELECT TO jangkau_app
  USING (request_id IN (SELECT id FROM subject_request));
CREATE POLICY subject_request_fact_add ON subject_request_fact FOR INSERT TO jangkau_app
  WITH CHECK (username = (SELECT scope_username()) AND request_id IN (SELECT id FROM subject_request));

-- People whose data are not to be worked with. Lists, prints, downloads and reviews pass over them.
CREATE TABLE restriction_fact (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  request_id uuid NOT NULL,
  no_penduduk text COLLATE "C" NOT NULL,
  nik bigint,
  name text COLLATE "C" NOT NULL,
  born date,
  area_code text COLLATE "C" NOT NULL,
  restricted boolean NOT NULL,
  CONSTRAINT restriction_fact_pk PRIMARY KEY (id),
  CONSTRAINT restriction_fact_of_request FOREIGN KEY (request_id) REFERENCES subject_request (id)
);
COMMENT ON TABLE restriction_fact IS 'Processing of a person stopped, or taken up again';
SELECT protect('restriction_fact');
GRANT SELECT ON restriction_fact TO jangkau_app, jangkau_system;
GRANT INSERT (username, request_id, no_penduduk, nik, name, born, area_code, restricted) ON restriction_fact TO jangkau_app;
CREATE POLICY restriction_fact_read ON restriction_fact FOR SELECT TO jangkau_app USING (scope_covers(area_code));
CREATE POLICY restriction_fact_add ON restriction_fact FOR INSERT TO jangkau_app WITH CHECK (
  username = (SELECT scope_username()) AND request_id IN (SELECT id FROM subject_request));

CREATE VIEW restricted_person WITH (security_invoker = true) AS
  SELECT no_penduduk, nik, name, born, area_code FROM (
    SELECT DISTINCT ON (request_id) * FROM restriction_fact ORDER BY request_id, id DESC
  ) latest WHERE restricted;
COMMENT ON VIEW restricted_person IS 'People whose data are not to be worked with';
GRANT SELECT ON restricted_person TO jangkau_app, jangkau_system;

CREATE TABLE breach (
  id uuid NOT NULL,
  number integer GENERATED ALWAYS AS IDENTITY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by text NOT NULL,
  title text NOT NULL,
  what_happened text NOT NULL,
  happened_at timestamptz,
  known_at timestamptz NOT NULL,
  how_known text NOT NULL,
  due_at timestamptz NOT NULL,
  clock_hours integer NOT NULL,
  legal_basis text NOT NULL,
  CONSTRAINT breach_pk PRIMARY KEY (id),
  CONSTRAINT breach_number_unique UNIQUE (number),
  CONSTRAINT breach_due_after_known CHECK (due_at > known_at),
  CONSTRAINT breach_known_after_happened CHECK (happened_at IS NULL OR happened_at <= known_at)
);
COMMENT ON TABLE breach IS 'Failures to protect personal data (UU 27/2022 Art 46), as first recorded';
SELECT protect('breach');
GRANT SELECT ON breach TO jangkau_app, jangkau_system;
GRANT INSERT (id, recorded_by, title, what_happened, happened_at, known_at, how_known, due_at, clock_hours,
  legal_basis) ON breach TO jangkau_app;
CREATE POLICY breach_read ON breach FOR SELECT TO jangkau_app USING ((SELECT may('breach.manage')));
CREATE POLICY breach_add ON breach FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('breach.manage')) AND recorded_by = (SELECT scope_username()));

CREATE TABLE breach_fact (
  id bigint GENERATED ALWAYS AS IDENTITY,
  breach_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  type text NOT NULL,
  payload jsonb NOT NULL,
  CONSTRAINT breach_fact_pk PRIMARY KEY (id),
  CONSTRAINT breach_fact_of_breach FOREIGN KEY (breach_id) REFERENCES breach (id),
  CONSTRAINT breach_fact_type_known
    CHECK (type IN ('assessed', 'remedied', 'letter-issued', 'notified', 'noted', 'closed'))
);
COMMENT ON TABLE breach_fact IS 'What became known and was done about a breach, in order';
CREATE INDEX breach_fact_in_order ON breach_fact (breach_id, id);
SELECT protect('breach_fact');
GRANT SELECT ON breach_fact TO jangkau_app, jangkau_system;
GRANT INSERT (breach_id, username, type, payload) ON breach_fact TO jangkau_app;
CREATE POLICY breach_fact_read ON breach_fact FOR SELECT TO jangkau_app USING ((SELECT may('breach.manage')));
CREATE POLICY breach_fact_add ON breach_fact FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('breach.manage')) AND username = (SELECT scope_username()));

-- Letters are kept as they were sent: printing one again gives the same bytes.
CREATE TABLE letter (
  id uuid NOT NULL,
  number text NOT NULL,
  year integer NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  request_id uuid,
  breach_id uuid,
  content jsonb NOT NULL,
  pdf bytea NOT NULL,
  CONSTRAINT letter_pk PRIMARY KEY (id),
  CONSTRAINT letter_number_unique UNIQUE (number),
  CONSTRAINT letter_seq_unique UNIQUE (year, seq),
  CONSTRAINT letter_of_one_thing CHECK ((request_id IS NULL) <> (breach_id IS NULL)),
  CONSTRAINT letter_request_fk FOREIGN KEY (request_id) REFERENCES subject_request (id),
  CONSTRAINT letter_breach_fk FOREIGN KEY (breach_id) REFERENCES breach (id)
);
COMMENT ON TABLE letter IS 'Letters to people and to the authority, numbered within the year';
CREATE INDEX letter_of_request ON letter (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX letter_of_breach ON letter (breach_id) WHERE breach_id IS NOT NULL;
SELECT protect('letter');
GRANT SELECT ON letter TO jangkau_app, jangkau_system;
GRANT INSERT (id, number, year, seq, username, kind, title, request_id, breach_id, content, pdf)
  ON letter TO jangkau_app;
CREATE POLICY letter_read ON letter FOR SELECT TO jangkau_app USING (
  (breach_id IS NOT NULL AND (SELECT may('breach.manage'))) OR request_id IN (SELECT id FROM subject_request));
CREATE POLICY letter_add ON letter FOR INSERT TO jangkau_app WITH CHECK (
  username = (SELECT scope_username())
  AND ((breach_id IS NOT NULL AND (SELECT may('breach.manage'))) OR request_id IN (SELECT id FROM subject_request)));

-- Numbers have no gaps and no doubles: whoever numbers a letter waits for the one before.
CREATE FUNCTION next_letter_seq(wanted integer) RETURNS integer LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
  SELECT pg_advisory_xact_lock(hashtext('letter'), wanted);
  SELECT coalesce(max(seq), 0) + 1 FROM letter WHERE year = wanted;
END;
COMMENT ON FUNCTION next_letter_seq IS 'The next number of a letter in a year, held until the transaction ends';
REVOKE EXECUTE ON FUNCTION next_letter_seq(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_letter_seq(integer) TO jangkau_app;

CREATE TABLE retention_hold_fact (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  kind text NOT NULL,
  key text,
  held boolean NOT NULL,
  reason text NOT NULL,
  CONSTRAINT retention_hold_fact_pk PRIMARY KEY (id),
  CONSTRAINT retention_hold_has_reason CHECK (length(reason) >= 5)
);
COMMENT ON TABLE retention_hold_fact IS 'Things kept beyond their days, for a dispute or an open request; and let go';
COMMENT ON COLUMN retention_hold_fact.key IS 'Of one thing; null: everything of the kind';

CREATE VIEW standing_hold WITH (security_invoker = true) AS
  SELECT kind, key, reason, username, at FROM (
    SELECT DISTINCT ON (kind, coalesce(key, '')) * FROM retention_hold_fact ORDER BY kind, coalesce(key, ''), id DESC
  ) latest WHERE held;
COMMENT ON VIEW standing_hold IS 'What is being held now';

CREATE TABLE retention_run (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  deleted jsonb NOT NULL,
  held integer NOT NULL,
  failed integer NOT NULL,
  CONSTRAINT retention_run_pk PRIMARY KEY (id)
);
COMMENT ON TABLE retention_run IS 'What the retention job deleted, and how much it had to leave';

SELECT protect('privacy_setting'), protect('retention_hold_fact'), protect('retention_run');
GRANT SELECT ON privacy_setting, retention_hold_fact, standing_hold, retention_run TO jangkau_app, jangkau_system;
GRANT INSERT (username, name, value, reason) ON privacy_setting TO jangkau_app;
GRANT INSERT (username, kind, key, held, reason) ON retention_hold_fact TO jangkau_app;
GRANT INSERT (username, deleted, held, failed) ON retention_run TO jangkau_system;
CREATE POLICY privacy_setting_read ON privacy_setting FOR SELECT TO jangkau_app USING (true);
CREATE POLICY privacy_setting_add ON privacy_setting FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('retention.manage')) AND username = (SELECT scope_username()));
CREATE POLICY retention_hold_read ON retention_hold_fact FOR SELECT TO jangkau_app
  USING ((SELECT may('retention.manage')));
CREATE POLICY retention_hold_add ON retention_hold_fact FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('retention.manage')) AND username = (SELECT scope_username()));
CREATE POLICY retention_run_read ON retention_run FOR SELECT TO jangkau_app USING ((SELECT may('retention.manage')));

-- A download is ordered with its purpose before it is fetched, so that the address says nothing.
CREATE TABLE export_order (
  id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  username text NOT NULL,
  run_id uuid NOT NULL,
  what jsonb NOT NULL,
  full_numbers boolean NOT NULL,
  purpose text,
  people integer NOT NULL,
  CONSTRAINT export_order_pk PRIMARY KEY (id),
  CONSTRAINT export_order_run_fk FOREIGN KEY (run_id) REFERENCES run (id) ON DELETE CASCADE,
  CONSTRAINT export_order_full_has_purpose CHECK (NOT full_numbers OR length(purpose) >= 5)
);
COMMENT ON TABLE export_order IS 'Downloads as ordered; each may be fetched by whoever ordered it until it expires';
SELECT protect('export_order');
GRANT SELECT ON export_order TO jangkau_app, jangkau_system;
GRANT INSERT (id, expires_at, username, run_id, what, full_numbers, purpose, people) ON export_order TO jangkau_app;
CREATE POLICY export_order_own ON export_order FOR SELECT TO jangkau_app USING (username = (SELECT scope_username()));
CREATE POLICY export_order_add ON export_order FOR INSERT TO jangkau_app WITH CHECK (
  username = (SELECT scope_username()) AND (SELECT may('export.people'))
  AND (NOT full_numbers OR (SELECT may('export.full'))));
