-- What became of every backup: made, failed, or removed by the rotation. No personal data.
CREATE TABLE backup_log (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  outcome text NOT NULL,
  origin text NOT NULL,
  requested_by text NOT NULL,
  file text NOT NULL,
  started_at timestamptz,
  as_of timestamptz,
  bytes bigint,
  table_rows bigint,
  files integer,
  encrypted boolean,
  sha256 text,
  reason text,
  CONSTRAINT backup_log_pk PRIMARY KEY (id),
  CONSTRAINT backup_log_outcome_known CHECK (outcome IN ('done', 'failed', 'removed')),
  CONSTRAINT backup_log_origin_known CHECK (origin IN ('schedule', 'office', 'command')),
  CONSTRAINT backup_log_done_is_described CHECK (outcome <> 'done' OR (started_at IS NOT NULL
    AND as_of IS NOT NULL AND bytes IS NOT NULL AND table_rows IS NOT NULL AND files IS NOT NULL
    AND encrypted IS NOT NULL AND sha256 ~ '^[0-9a-f]{64}$')),
  CONSTRAINT backup_log_failed_says_why CHECK ((outcome = 'failed') = (reason IS NOT NULL))
);
COMMENT ON TABLE backup_log IS 'Backups that were made, failed or were removed by the rotation. Added, never changed';
COMMENT ON COLUMN backup_log.file IS 'Name without its folder';
COMMENT ON COLUMN backup_log.as_of IS 'Moment of the snapshot: what was committed before is in the backup';
COMMENT ON COLUMN backup_log.reason IS 'Code of the failure';
CREATE INDEX backup_log_good ON backup_log (as_of DESC) WHERE outcome = 'done';

SELECT protect('backup_log');
GRANT SELECT ON backup_log TO jangkau_app;
GRANT SELECT, INSERT ON backup_log TO jangkau_system;
CREATE POLICY backup_log_read ON backup_log FOR SELECT TO jangkau_app USING ((SELECT may('backup.read')));
