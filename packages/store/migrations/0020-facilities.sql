-- Health facilities, and where members are registered.

CREATE TABLE facility (
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  level text NOT NULL,
  area_code text COLLATE "C" NOT NULL DEFAULT '',
  CONSTRAINT facility_pk PRIMARY KEY (code),
  CONSTRAINT facility_code_form CHECK (code ~ '^[0-9A-Z]{8}$'),
  CONSTRAINT facility_level_known CHECK (level IN ('FKTP', 'FKRTL'))
);
COMMENT ON TABLE facility IS 'Clinics, puskesmas and practices (FKTP) and hospitals (FKRTL), by their code of 8 characters';
COMMENT ON COLUMN facility.area_code IS 'Where it stands: village, district or regency';
CREATE INDEX facility_area_ix ON facility (area_code);

ALTER TABLE member ADD COLUMN fktp text COLLATE "C";
COMMENT ON COLUMN member.fktp IS 'Code of the FKTP the member is registered with; null when the register does not say';

ALTER TABLE api_client ADD COLUMN facility text COLLATE "C", ADD COLUMN user_key text;
ALTER TABLE api_client ADD CONSTRAINT api_client_facility_form CHECK (facility ~ '^[0-9A-Z]{8}$');
COMMENT ON COLUMN api_client.facility IS 'The facility a hospital system speaks for: it sees and enters visits of this one alone; null for the branch itself';
COMMENT ON COLUMN api_client.user_key IS 'Expected in the header user_key of VClaim and PCare calls; null: any. A name of the service, not a secret: the signature is the proof';
GRANT INSERT (facility, user_key), UPDATE (facility, user_key) ON api_client TO jangkau_gate;

SELECT protect('facility');
CREATE POLICY facility_read ON facility FOR SELECT TO jangkau_app USING (true);
GRANT SELECT ON facility TO jangkau_app;
GRANT SELECT, INSERT ON facility TO jangkau_system;
