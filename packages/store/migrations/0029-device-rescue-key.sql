-- Handing over sealed items has a secret of its own: it lies open on the phone, and allows nothing else.
ALTER TABLE device ADD COLUMN rescue_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex');
ALTER TABLE device ALTER COLUMN rescue_hash DROP DEFAULT;
ALTER TABLE device ADD CONSTRAINT device_rescue_is_hash CHECK (length(rescue_hash) = 32);
COMMENT ON COLUMN device.rescue_hash IS 'SHA-256 of the secret with which the device hands over what only the server can read';
