-- The office: areas, officers, files, runs, and the facts people add. Two roles: the owner makes and
-- changes tables (migrations, loading, deleting a run); jangkau_app serves requests, owns nothing, and
-- may only insert into and read the tables of facts.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jangkau_app') THEN
    BEGIN
      CREATE ROLE jangkau_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      -- Roles belong to the whole server: another database was a moment quicker.
      NULL;
    END;
  END IF;
  -- A managed database may not let us: then somebody has to have done it.
  IF NOT pg_has_role(current_user, 'jangkau_app', 'SET') THEN
    EXECUTE format('GRANT jangkau_app TO %I WITH SET TRUE', current_user);
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO jangkau_app;

CREATE TABLE area (
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  level text NOT NULL,
  parent text COLLATE "C",
  CONSTRAINT area_pk PRIMARY KEY (code),
  CONSTRAINT area_level_known CHECK (level IN ('province', 'regency', 'district', 'village')),
  CONSTRAINT area_parent_fk FOREIGN KEY (parent) REFERENCES area (code) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT area_parent_of_code CHECK ((parent IS NULL) = (level = 'province'))
);
COMMENT ON TABLE area IS 'Administrative areas with the codes of Kemendagri, dotted, from province to village';
CREATE INDEX area_parent_ix ON area (parent);
GRANT SELECT, INSERT, UPDATE ON area TO jangkau_app;

CREATE TABLE banjar (
  village text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  CONSTRAINT banjar_pk PRIMARY KEY (village, name)
);
COMMENT ON TABLE banjar IS 'Banjar seen in registers; there is no official list of them';
GRANT SELECT ON banjar TO jangkau_app;

CREATE TABLE boundary (
  area_code text COLLATE "C" NOT NULL,
  geometry json NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT boundary_pk PRIMARY KEY (area_code),
  CONSTRAINT boundary_area_fk FOREIGN KEY (area_code) REFERENCES area (code)
);
COMMENT ON TABLE boundary IS 'Outline of an area as a GeoJSON geometry';
GRANT SELECT, INSERT, UPDATE ON boundary TO jangkau_app;

CREATE TABLE officer (
  username text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  areas text[] NOT NULL DEFAULT '{}',
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT officer_pk PRIMARY KEY (username),
  CONSTRAINT officer_role_known CHECK (role IN ('branch-officer', 'district-operator', 'village-operator'))
);
COMMENT ON TABLE officer IS 'People who sign in';
COMMENT ON COLUMN officer.areas IS 'Codes of the areas this officer may see; empty: the whole branch';
COMMENT ON COLUMN officer.password_hash IS 'scrypt$N$r$p$salt$hash';
GRANT SELECT ON officer TO jangkau_app;

CREATE TABLE session (
  token_hash bytea NOT NULL,
  username text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT session_pk PRIMARY KEY (token_hash),
  CONSTRAINT session_officer_fk FOREIGN KEY (username) REFERENCES officer (username) ON DELETE CASCADE
);
COMMENT ON TABLE session IS 'Signed-in browsers; only the SHA-256 of the token is kept';
GRANT SELECT, INSERT, DELETE ON session TO jangkau_app;

CREATE TABLE upload (
  id uuid NOT NULL,
  name text NOT NULL,
  size bigint NOT NULL,
  kind text NOT NULL,
  source text NOT NULL,
  path text NOT NULL,
  detection jsonb NOT NULL,
  profile jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  deleted_at timestamptz,
  CONSTRAINT upload_pk PRIMARY KEY (id),
  CONSTRAINT upload_kind_known CHECK (kind IN ('residents', 'members')),
  CONSTRAINT upload_source_known CHECK (source IN ('upload', 'demo')),
  CONSTRAINT upload_size_positive CHECK (size > 0)
);
COMMENT ON TABLE upload IS 'Register files on the server''s disk';
COMMENT ON COLUMN upload.deleted_at IS 'The file is gone; the row stays for the runs that used it';
GRANT SELECT, INSERT, UPDATE ON upload TO jangkau_app;

CREATE TABLE column_mapping (
  kind text NOT NULL,
  signature text NOT NULL,
  columns jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  CONSTRAINT column_mapping_pk PRIMARY KEY (kind, signature),
  CONSTRAINT column_mapping_kind_known CHECK (kind IN ('residents', 'members'))
);
COMMENT ON TABLE column_mapping IS 'Corrections of column names, remembered by the headers of the file';
GRANT SELECT, INSERT, UPDATE ON column_mapping TO jangkau_app;

CREATE TABLE run (
  id uuid NOT NULL,
  number integer GENERATED ALWAYS AS IDENTITY,
  state text NOT NULL,
  demo boolean NOT NULL,
  as_of date NOT NULL,
  threshold double precision,
  village text COLLATE "C",
  compare_with uuid,
  directory text NOT NULL,
  attempt integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  counts jsonb,
  summary jsonb,
  error jsonb,
  CONSTRAINT run_pk PRIMARY KEY (id),
  CONSTRAINT run_number_unique UNIQUE (number),
  CONSTRAINT run_state_known CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
  CONSTRAINT run_done_has_counts CHECK (state <> 'done' OR (counts IS NOT NULL AND summary IS NOT NULL)),
  CONSTRAINT run_compare_fk FOREIGN KEY (compare_with) REFERENCES run (id) ON DELETE SET NULL
);
COMMENT ON TABLE run IS 'A mapping of residents to member cards';
COMMENT ON COLUMN run.number IS 'What people call it, and the key of its result partitions';
CREATE INDEX run_state_ix ON run (state, number);
-- One run at a time, whatever the server believes.
CREATE UNIQUE INDEX run_one_running ON run (state) WHERE state = 'running';
GRANT SELECT, INSERT, UPDATE ON run TO jangkau_app;

CREATE TABLE run_upload (
  run_id uuid NOT NULL,
  upload_id uuid NOT NULL,
  position integer NOT NULL,
  CONSTRAINT run_upload_pk PRIMARY KEY (run_id, upload_id),
  CONSTRAINT run_upload_run_fk FOREIGN KEY (run_id) REFERENCES run (id) ON DELETE CASCADE,
  CONSTRAINT run_upload_upload_fk FOREIGN KEY (upload_id) REFERENCES upload (id)
);
COMMENT ON TABLE run_upload IS 'Files a run reads, in order';
GRANT SELECT, INSERT ON run_upload TO jangkau_app;

CREATE TABLE run_stage (
  run_id uuid NOT NULL,
  stage text NOT NULL,
  position integer NOT NULL,
  label_id text NOT NULL,
  label_en text NOT NULL,
  state text NOT NULL,
  done double precision,
  total double precision,
  rows double precision,
  ms double precision,
  CONSTRAINT run_stage_pk PRIMARY KEY (run_id, stage),
  CONSTRAINT run_stage_state_known CHECK (state IN ('waiting', 'running', 'done')),
  CONSTRAINT run_stage_run_fk FOREIGN KEY (run_id) REFERENCES run (id) ON DELETE CASCADE
);
COMMENT ON TABLE run_stage IS 'How far a run has come: the latest word on each stage';
GRANT SELECT, INSERT, UPDATE, DELETE ON run_stage TO jangkau_app;

CREATE TABLE run_event (
  id bigint GENERATED ALWAYS AS IDENTITY,
  run_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  payload jsonb NOT NULL,
  CONSTRAINT run_event_pk PRIMARY KEY (id),
  CONSTRAINT run_event_run_fk FOREIGN KEY (run_id) REFERENCES run (id) ON DELETE CASCADE
);
COMMENT ON TABLE run_event IS 'What happened in a run; a browser that was away reads on from the last id it saw';
CREATE INDEX run_event_run_ix ON run_event (run_id, id);
GRANT SELECT, INSERT ON run_event TO jangkau_app;

CREATE TABLE decision (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  officer text NOT NULL,
  no_penduduk text COLLATE "C" NOT NULL,
  no_kartu text COLLATE "C" NOT NULL,
  verdict text NOT NULL,
  note text,
  run_id uuid,
  resident_key integer NOT NULL,
  member_key integer NOT NULL,
  resident_name text NOT NULL,
  member_name text NOT NULL,
  area_code text COLLATE "C",
  CONSTRAINT decision_pk PRIMARY KEY (id),
  CONSTRAINT decision_verdict_known CHECK (verdict IN ('same', 'different', 'unsure', 'withdrawn')),
  CONSTRAINT decision_run_fk FOREIGN KEY (run_id) REFERENCES run (id) ON DELETE SET NULL
);
COMMENT ON TABLE decision IS
  'What reviewers said about pairs. Never changed: the latest row on a pair stands. Kept by the numbers of the registers, so that the next run knows them';
CREATE INDEX decision_pair_ix ON decision (no_penduduk, no_kartu, id DESC);
GRANT SELECT, INSERT ON decision TO jangkau_app;

CREATE VIEW standing_decision AS
  SELECT DISTINCT ON (no_penduduk, no_kartu) *
  FROM decision ORDER BY no_penduduk, no_kartu, id DESC;
COMMENT ON VIEW standing_decision IS 'The latest decision on each pair, withdrawn ones included';
GRANT SELECT ON standing_decision TO jangkau_app;

CREATE TABLE access_log (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  officer text NOT NULL,
  action text NOT NULL,
  run_id uuid,
  resident_key integer,
  member_key integer,
  subject text,
  reason text,
  request_id text,
  CONSTRAINT access_log_pk PRIMARY KEY (id),
  CONSTRAINT access_log_action_known
    CHECK (action IN ('read-person', 'read-member', 'unmask', 'search', 'export', 'print', 'read-file')),
  CONSTRAINT access_log_unmask_has_reason CHECK (action <> 'unmask' OR length(reason) >= 5)
);
COMMENT ON TABLE access_log IS 'Who read which personal record, and why when it was unmasked (UU 27/2022)';
COMMENT ON COLUMN access_log.subject IS 'List and filters of an export or a print; never a number of a person';
CREATE INDEX access_log_at_ix ON access_log (at);
GRANT SELECT, INSERT ON access_log TO jangkau_app;

CREATE TABLE idempotency (
  officer text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status integer,
  body jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_pk PRIMARY KEY (officer, key)
);
COMMENT ON TABLE idempotency IS 'Answers of writes by Idempotency-Key, for a day; status null: still being done';
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO jangkau_app;
