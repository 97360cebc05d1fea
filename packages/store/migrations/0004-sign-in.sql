-- Signing in: second factors, half-finished sign-ins, brakes on guessing, and the credentials of programs
-- that call the API. Only jangkau_gate sees any of it; requests reach people's data as jangkau_app and find
-- nothing here.

ALTER TABLE officer
  ADD COLUMN password_changed_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
  ADD COLUMN oidc_subject text,
  ADD CONSTRAINT officer_oidc_subject_unique UNIQUE (oidc_subject),
  ADD CONSTRAINT officer_username_form CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,49}$') NOT VALID,
  ADD CONSTRAINT officer_username_no_number CHECK (username !~ '[0-9]{8}') NOT VALID,
  ADD CONSTRAINT officer_name_no_number CHECK (name !~ '[0-9]{8}') NOT VALID;
COMMENT ON COLUMN officer.password_hash IS 'argon2id in PHC form; scrypt$N$r$p$salt$hash until the next sign-in';
COMMENT ON COLUMN officer.must_change_password IS 'Set with a password somebody else chose';
COMMENT ON COLUMN officer.oidc_subject IS 'Issuer and subject at the identity provider, bound at the first sign-in there';
GRANT INSERT, UPDATE (name, active, password_hash, must_change_password, password_changed_at, oidc_subject)
  ON officer TO jangkau_gate;

GRANT INSERT (username, role, scope_kind, scope_code, granted_by), UPDATE (revoked_at, revoked_by)
  ON assignment TO jangkau_gate;

-- A service without anybody who can manage users could only be mended by hand.
CREATE FUNCTION is_administrator(username text) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM assignment a
    WHERE a.username = is_administrator.username AND a.role = 'system-administrator' AND a.revoked_at IS NULL);
END;
COMMENT ON FUNCTION is_administrator IS 'Whether this user has the role system-administrator';
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- One after the other: two administrators who remove each other at once must not both succeed.
  PERFORM pg_advisory_xact_lock(hashtext('keep_an_administrator'));
  IF (TG_TABLE_NAME = 'assignment' OR is_administrator(OLD.username))
    AND NOT EXISTS (SELECT FROM officer o WHERE o.active AND is_administrator(o.username)) THEN
    RAISE EXCEPTION 'the last system administrator must stay'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'officer_last_administrator';
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION is_administrator(text), keep_an_administrator() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_administrator(text) TO jangkau_gate;
CREATE TRIGGER assignment_keeps_an_administrator AFTER UPDATE ON assignment
  FOR EACH ROW WHEN (OLD.role = 'system-administrator' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
  EXECUTE FUNCTION keep_an_administrator();
CREATE TRIGGER officer_keeps_an_administrator AFTER UPDATE ON officer
  FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION keep_an_administrator();

ALTER TABLE session
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN ends_at timestamptz,
  ADD COLUMN device text NOT NULL DEFAULT '',
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN proven text[] NOT NULL DEFAULT '{password}';
UPDATE session SET ends_at = expires_at;
ALTER TABLE session
  ALTER COLUMN ends_at SET NOT NULL,
  ADD CONSTRAINT session_id_unique UNIQUE (id),
  ADD CONSTRAINT session_expires_before_end CHECK (expires_at <= ends_at),
  ADD CONSTRAINT session_token_is_hash CHECK (length(token_hash) = 32);
CREATE INDEX session_by_user ON session (username);
COMMENT ON COLUMN session.expires_at IS 'When it ends unless it is used again before';
COMMENT ON COLUMN session.ends_at IS 'When it ends whatever happens';
COMMENT ON COLUMN session.device IS 'Browser and system as far as the browser told';
COMMENT ON COLUMN session.proven IS 'How the person was recognised: password, code, recovery, oidc';
GRANT UPDATE (seen_at, expires_at) ON session TO jangkau_gate;

CREATE TABLE sign_in_step (
  token_hash bytea NOT NULL,
  username text NOT NULL,
  proven text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT sign_in_step_pk PRIMARY KEY (token_hash),
  CONSTRAINT sign_in_step_officer_fk FOREIGN KEY (username) REFERENCES officer (username) ON DELETE CASCADE,
  CONSTRAINT sign_in_step_token_is_hash CHECK (length(token_hash) = 32)
);
COMMENT ON TABLE sign_in_step IS
  'People who have given their password and owe something more: a code, a new password. Allows nothing else';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_step TO jangkau_gate;

CREATE TABLE second_factor (
  username text NOT NULL,
  secret text NOT NULL,
  used_step bigint NOT NULL DEFAULT -1,
  created_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  CONSTRAINT second_factor_pk PRIMARY KEY (username),
  CONSTRAINT second_factor_officer_fk FOREIGN KEY (username) REFERENCES officer (username) ON DELETE CASCADE,
  CONSTRAINT second_factor_secret_sealed CHECK (secret ~ '^v1\.[0-9a-f]{8}\.[A-Za-z0-9_-]+$')
);
COMMENT ON TABLE second_factor IS 'Secrets of authenticator apps (RFC 6238), encrypted with a key that is not in the database';
COMMENT ON COLUMN second_factor.used_step IS 'Time step of the last code used; that code and earlier ones work no more';
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO jangkau_gate;

CREATE TABLE recovery_code (
  username text NOT NULL,
  code_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz,
  CONSTRAINT recovery_code_pk PRIMARY KEY (username, code_hash),
  CONSTRAINT recovery_code_officer_fk FOREIGN KEY (username) REFERENCES officer (username) ON DELETE CASCADE,
  CONSTRAINT recovery_code_is_hash CHECK (length(code_hash) = 32)
);
COMMENT ON TABLE recovery_code IS 'Codes for a lost telephone, one use each; only SHA-256 of them is kept';
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO jangkau_gate;

CREATE TABLE sign_in_guard (
  subject bytea NOT NULL,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz,
  CONSTRAINT sign_in_guard_pk PRIMARY KEY (subject),
  CONSTRAINT sign_in_guard_is_hash CHECK (length(subject) = 32),
  CONSTRAINT sign_in_guard_counts CHECK (failures >= 0)
);
COMMENT ON TABLE sign_in_guard IS
  'Failed sign-ins per account and per address, and until when nothing more is tried';
COMMENT ON COLUMN sign_in_guard.subject IS
  'SHA-256: what is typed as a user name may be a password, and names nobody has are counted too';
CREATE INDEX sign_in_guard_by_time ON sign_in_guard (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_guard TO jangkau_gate;

CREATE TABLE api_client (
  id text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  scopes text[] NOT NULL,
  requests_per_minute integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  revoked_at timestamptz,
  revoked_by text,
  CONSTRAINT api_client_pk PRIMARY KEY (id),
  CONSTRAINT api_client_kind_known CHECK (kind IN ('api-key', 'hmac')),
  CONSTRAINT api_client_name_no_number CHECK (length(name) BETWEEN 2 AND 100 AND name !~ '[0-9]{8}'),
  CONSTRAINT api_client_limit_sensible CHECK (requests_per_minute BETWEEN 1 AND 1000000),
  CONSTRAINT api_client_revoked_by_somebody CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
COMMENT ON TABLE api_client IS 'Hospitals, banks and other programs that call the API';
COMMENT ON COLUMN api_client.id IS 'Also the cons-id of clients that sign their requests';
GRANT SELECT, INSERT, UPDATE (scopes, requests_per_minute, revoked_at, revoked_by) ON api_client TO jangkau_gate;

CREATE TABLE api_credential (
  id bigint GENERATED ALWAYS AS IDENTITY,
  client_id text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea,
  sealed_secret text,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz,
  CONSTRAINT api_credential_pk PRIMARY KEY (id),
  CONSTRAINT api_credential_client_fk FOREIGN KEY (client_id) REFERENCES api_client (id),
  CONSTRAINT api_credential_hash_unique UNIQUE (secret_hash),
  CONSTRAINT api_credential_hash_or_sealed CHECK ((secret_hash IS NULL) <> (sealed_secret IS NULL)),
  CONSTRAINT api_credential_is_hash CHECK (length(secret_hash) = 32),
  CONSTRAINT api_credential_secret_sealed CHECK (sealed_secret ~ '^v1\.[0-9a-f]{8}\.[A-Za-z0-9_-]+$')
);
COMMENT ON TABLE api_credential IS
  'Secrets of API clients: SHA-256 of a key, or, where signatures have to be checked, the secret encrypted';
COMMENT ON COLUMN api_credential.prefix IS 'The beginning of the secret, to tell one from another';
COMMENT ON COLUMN api_credential.expires_at IS 'Set when a newer one takes over: both hold for a while';
CREATE INDEX api_credential_by_client ON api_credential (client_id);
GRANT SELECT, INSERT, UPDATE (sealed_secret, expires_at, last_used_at) ON api_credential TO jangkau_gate;

CREATE TABLE api_signature_used (
  client_id text NOT NULL,
  signature_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT api_signature_used_pk PRIMARY KEY (client_id, signature_hash),
  CONSTRAINT api_signature_used_client_fk FOREIGN KEY (client_id) REFERENCES api_client (id)
);
COMMENT ON TABLE api_signature_used IS 'Signatures that have written something and may not do so again while they are fresh';
CREATE INDEX api_signature_used_by_time ON api_signature_used (expires_at);
GRANT SELECT, INSERT, DELETE ON api_signature_used TO jangkau_gate;

SELECT protect(name::regclass) FROM unnest(ARRAY['sign_in_step', 'second_factor', 'recovery_code',
  'sign_in_guard', 'api_client', 'api_credential', 'api_signature_used']) AS name;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sign_in_step', 'second_factor', 'recovery_code', 'sign_in_guard', 'api_client',
    'api_credential', 'api_signature_used'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I TO jangkau_gate USING (true) WITH CHECK (true)', name || '_gate', name);
  END LOOP;
END $$;

-- Who holds a token is asked at the gate.
DROP FUNCTION session_of(bytea);
