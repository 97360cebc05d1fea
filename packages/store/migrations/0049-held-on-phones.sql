-- What a phone says waits on it: how much and since when, nothing of its contents.
ALTER TABLE device
  ADD COLUMN held_waiting integer,
  ADD COLUMN held_undecided integer,
  ADD COLUMN held_oldest_at timestamptz,
  ADD COLUMN held_at timestamptz,
  ADD CONSTRAINT device_held_whole CHECK (
    (held_at IS NULL) = (held_waiting IS NULL) AND (held_at IS NULL) = (held_undecided IS NULL));
COMMENT ON COLUMN device.held_waiting IS 'Facts it had not sent when it last said so';
COMMENT ON COLUMN device.held_undecided IS 'Facts that came back, in conflict or refused, and wait for a person on the phone';
COMMENT ON COLUMN device.held_oldest_at IS 'When the oldest of them was made';
GRANT UPDATE (held_waiting, held_undecided, held_oldest_at, held_at) ON device TO jangkau_gate;
