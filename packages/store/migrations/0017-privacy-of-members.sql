-- Requests and restrictions of members whom no mapping has found among residents.
ALTER TABLE subject_request ADD COLUMN member_id integer,
  DROP CONSTRAINT subject_request_person_whole,
  ADD CONSTRAINT subject_request_person_whole CHECK ((run_id IS NULL) = (resident_key IS NULL)
    AND (run_id IS NULL) = (no_penduduk IS NULL)
    AND (register_name IS NULL) = (run_id IS NULL AND member_id IS NULL)),
  ADD CONSTRAINT subject_request_member_fk FOREIGN KEY (member_id) REFERENCES member (id);
COMMENT ON COLUMN subject_request.member_id IS 'Member the request is about when it was made from the member register';
CREATE INDEX subject_request_of_member ON subject_request (member_id) WHERE member_id IS NOT NULL;
GRANT INSERT (member_id) ON subject_request TO jangkau_app;

ALTER TABLE restriction_fact ADD COLUMN member_id integer, ALTER COLUMN no_penduduk DROP NOT NULL,
  ADD CONSTRAINT restriction_fact_of_somebody CHECK (no_penduduk IS NOT NULL OR member_id IS NOT NULL);
GRANT INSERT (member_id) ON restriction_fact TO jangkau_app;

CREATE OR REPLACE VIEW restricted_person WITH (security_invoker = true) AS
  SELECT no_penduduk, nik, name, born, area_code, member_id FROM (
    SELECT DISTINCT ON (request_id) * FROM restriction_fact ORDER BY request_id, id DESC
  ) latest WHERE restricted;

-- Keys of the owner: a member may be restricted as a resident of an area the asker does not see.
CREATE FUNCTION restricted_members() RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
BEGIN ATOMIC
  WITH x AS MATERIALIZED (SELECT * FROM restricted_person)
  SELECT member_id FROM x WHERE member_id IS NOT NULL
  UNION SELECT m.id FROM x JOIN member m ON m.nik = x.nik AND (m.born = x.born OR m.name = x.name)
  UNION SELECT m.id FROM x
    JOIN resident_result r ON r.no_penduduk = x.no_penduduk AND (r.born = x.born OR r.name = x.name)
    JOIN member_result c ON c.run_number = r.run_number AND c.member_key = r.member_key
    JOIN member m ON m.card = c.no_kartu AND (m.born = x.born OR m.name = x.name);
END;
COMMENT ON FUNCTION restricted_members IS
  'Members whose data are not to be worked with: by their own request, by their NIK, or by the card a mapping gave to a restricted resident';
REVOKE EXECUTE ON FUNCTION restricted_members() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restricted_members() TO jangkau_app, jangkau_system;
