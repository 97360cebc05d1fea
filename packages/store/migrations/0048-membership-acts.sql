-- What front-liners carry out from a request: choices of a first-level facility as facts, corrections, ends.

CREATE TABLE facility_choice (
  id bigint GENERATED ALWAYS AS IDENTITY,
  member_id integer NOT NULL,
  area_code text COLLATE "C" NOT NULL DEFAULT '',
  facility text COLLATE "C" NOT NULL,
  asked_on date NOT NULL,
  effective_on date NOT NULL,
  exception text,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  reference text NOT NULL,
  applied_at timestamptz,
  CONSTRAINT facility_choice_pk PRIMARY KEY (id),
  CONSTRAINT facility_choice_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT facility_choice_facility_fk FOREIGN KEY (facility) REFERENCES facility (code),
  CONSTRAINT facility_choice_once UNIQUE (member_id, reference),
  CONSTRAINT facility_choice_counts_later CHECK (effective_on > asked_on),
  CONSTRAINT facility_choice_exception_known CHECK (exception IN ('moved', 'assigned', 'facility-ended'))
);
COMMENT ON TABLE facility_choice IS 'Facts: another first-level facility (FKTP) was chosen; member.fktp follows on its day';
COMMENT ON COLUMN facility_choice.effective_on IS 'First day at the facility; the next choice is counted from here';
COMMENT ON COLUMN facility_choice.exception IS 'Why it was allowed before the time was over; null: the time was over';
COMMENT ON COLUMN facility_choice.reference IS 'What it was decided on, such as a request of PANDAWA';
CREATE INDEX facility_choice_member_ix ON facility_choice (member_id, effective_on DESC, id DESC);
CREATE INDEX facility_choice_due_ix ON facility_choice (effective_on) WHERE applied_at IS NULL;

SELECT protect_by_area('facility_choice');
GRANT SELECT ON facility_choice TO jangkau_app;
GRANT SELECT, UPDATE (applied_at) ON facility_choice TO jangkau_system;
GRANT UPDATE (fktp) ON member TO jangkau_system;

ALTER TABLE chat_fact DROP CONSTRAINT chat_fact_kind_known, ADD CONSTRAINT chat_fact_kind_known CHECK (kind IN (
  'assigned', 'released', 'noted', 'replied', 'handed-back', 'finished', 'carried-out'));
ALTER TABLE chat_setting DROP CONSTRAINT chat_setting_name_known, ADD CONSTRAINT chat_setting_name_known CHECK (name IN (
  'office-hours', 'service-levels', 'quick-replies', 'facility-change'));
