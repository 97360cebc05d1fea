-- Phones of agents that work without a connection, and what they hand over when they forget everything.
CREATE TABLE device (
  id uuid NOT NULL,
  username text NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL,
  enrolled_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by text,
  reason text,
  wiped_at timestamptz,
  CONSTRAINT device_pk PRIMARY KEY (id),
  CONSTRAINT device_officer_fk FOREIGN KEY (username) REFERENCES officer (username) ON DELETE CASCADE,
  CONSTRAINT device_name_no_number CHECK (length(name) BETWEEN 2 AND 80 AND name !~ '[0-9]{8}'),
  CONSTRAINT device_token_is_hash CHECK (length(token_hash) = 32),
  CONSTRAINT device_revoked_by_somebody CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
  CONSTRAINT device_reason_known CHECK (reason IN ('revoked', 'wrong-pins', 'signed-out')),
  CONSTRAINT device_revoked_for_a_reason CHECK ((revoked_at IS NULL) = (reason IS NULL))
);
COMMENT ON TABLE device IS 'Phones and computers of agents that work without a connection; ended, never deleted';
COMMENT ON COLUMN device.token_hash IS 'SHA-256 of the secret the device signs in with';
COMMENT ON COLUMN device.wiped_at IS 'When the device said that it has forgotten everything';
CREATE INDEX device_by_user ON device (username);

CREATE TABLE device_rescue (
  device_id uuid NOT NULL,
  item_id text NOT NULL,
  sealed bytea NOT NULL,
  received_at timestamptz NOT NULL,
  applied_at timestamptz,
  CONSTRAINT device_rescue_pk PRIMARY KEY (device_id, item_id),
  CONSTRAINT device_rescue_device_fk FOREIGN KEY (device_id) REFERENCES device (id) ON DELETE CASCADE
);
COMMENT ON TABLE device_rescue IS
  'What a device had not sent when it forgot everything, encrypted to the key of the server; read when its owner signs in again';

SELECT protect('device'), protect('device_rescue');
GRANT SELECT, INSERT, UPDATE (seen_at, revoked_at, revoked_by, reason, wiped_at) ON device TO jangkau_gate;
GRANT SELECT, INSERT, UPDATE (applied_at) ON device_rescue TO jangkau_gate;
CREATE POLICY device_gate ON device TO jangkau_gate USING (true) WITH CHECK (true);
CREATE POLICY device_rescue_gate ON device_rescue TO jangkau_gate USING (true) WITH CHECK (true);
