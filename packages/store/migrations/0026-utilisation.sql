-- Utilisation: every use of care, counted once. The log is added to and never changed; a correction is a
-- counter-entry and a new revision. Counts are kept beside it by the statement that adds to the log, so that
-- they are equal to it at every moment.

CREATE TABLE visit (
  facility text COLLATE "C" NOT NULL,
  reference text COLLATE "C" NOT NULL,
  revision smallint NOT NULL DEFAULT 1,
  counts smallint NOT NULL DEFAULT 1,
  day date NOT NULL,
  level text NOT NULL,
  kind text NOT NULL,
  member_id integer NOT NULL,
  segment text NOT NULL,
  area_code text COLLATE "C" NOT NULL DEFAULT '',
  discharged_on date,
  source text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT visit_pk PRIMARY KEY (facility, reference, revision, counts, day),
  CONSTRAINT visit_counts_one CHECK (counts IN (1, -1) AND revision > 0),
  CONSTRAINT visit_level_known CHECK (level IN ('FKTP', 'RJTL', 'RITL')),
  CONSTRAINT visit_kind_known CHECK (kind = 'sick' OR (kind = 'healthy' AND level = 'FKTP')),
  CONSTRAINT visit_discharge_after_admission CHECK (discharged_on IS NULL OR (level = 'RITL' AND discharged_on >= day)),
  CONSTRAINT visit_reference_form CHECK (reference ~ '^[[:graph:]]{1,40}$')
) PARTITION BY RANGE (day);
COMMENT ON TABLE visit IS
  'Log of uses of care: visits to an FKTP (sick or healthy), hospital outpatient visits (RJTL) and inpatient cases (RITL), on the day they began. No diagnosis: counts are all this system needs';
COMMENT ON COLUMN visit.reference IS 'Number of the visit at its facility, such as that of an SEP: counts once';
COMMENT ON COLUMN visit.counts IS '1, or -1 for the counter-entry that takes a revision back';
COMMENT ON COLUMN visit.segment IS 'Segment of the member on that day';
COMMENT ON COLUMN visit.area_code IS 'Village of the member when the visit was entered';
CREATE INDEX visit_member_ix ON visit (member_id, day);
CREATE INDEX visit_day_ix ON visit (day, facility);

CREATE TABLE visit_early PARTITION OF visit FOR VALUES FROM ('2014-01-01') TO ('2020-01-01');
COMMENT ON TABLE visit_early IS 'Visits before 2020';
CREATE FUNCTION visit_years(first_year integer, last_year integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  y integer;
BEGIN
  FOR y IN greatest(first_year, 2020)..least(last_year, 2100) LOOP
    IF to_regclass('visit_' || y) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF visit FOR VALUES FROM (%L) TO (%L)', 'visit_' || y, make_date(y, 1, 1), make_date(y + 1, 1, 1));
      EXECUTE format('COMMENT ON TABLE %I IS %L', 'visit_' || y, 'Visits of ' || y);
    END IF;
  END LOOP;
END $$;
COMMENT ON FUNCTION visit_years IS 'Makes room for visits of these years';
REVOKE EXECUTE ON FUNCTION visit_years(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION visit_years(integer, integer) TO jangkau_system;
SELECT visit_years(2020, 2027);

CREATE TABLE visit_by_day (
  day date NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  segment text NOT NULL,
  level text NOT NULL,
  kind text NOT NULL,
  n integer NOT NULL,
  CONSTRAINT visit_by_day_pk PRIMARY KEY (day, area_code, segment, level, kind)
);
COMMENT ON TABLE visit_by_day IS 'Uses of care by day and district of the member; kept equal to the log';
CREATE TABLE visit_by_area (
  month date NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  segment text NOT NULL,
  level text NOT NULL,
  kind text NOT NULL,
  n integer NOT NULL,
  CONSTRAINT visit_by_area_pk PRIMARY KEY (month, area_code, segment, level, kind)
);
COMMENT ON TABLE visit_by_area IS 'Uses of care by month and village of the member; kept equal to the log';
CREATE TABLE visit_by_facility (
  month date NOT NULL,
  facility text COLLATE "C" NOT NULL,
  segment text NOT NULL,
  level text NOT NULL,
  kind text NOT NULL,
  n integer NOT NULL,
  CONSTRAINT visit_by_facility_pk PRIMARY KEY (month, facility, segment, level, kind)
);
COMMENT ON TABLE visit_by_facility IS 'Uses of care by month and facility; kept equal to the log';

CREATE TABLE contact_by_month (
  month date NOT NULL,
  scope text NOT NULL,
  code text COLLATE "C" NOT NULL,
  people integer NOT NULL,
  CONSTRAINT contact_by_month_pk PRIMARY KEY (month, scope, code),
  CONSTRAINT contact_by_month_scope_known CHECK (scope IN ('branch', 'area', 'fktp'))
);
COMMENT ON TABLE contact_by_month IS
  'Distinct people with a contact at an FKTP in a month: of the branch, of areas of any level where they live, of the FKTP they are registered with (angka kontak, Peraturan BPJS Kesehatan 7/2019)';
CREATE TABLE contact_due (
  month date NOT NULL,
  CONSTRAINT contact_due_pk PRIMARY KEY (month)
);
COMMENT ON TABLE contact_due IS 'Months whose people have to be counted again because visits came in';

-- What is added to the log is added to the counts, in the same statement.
CREATE FUNCTION visit_counted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- A counter-entry takes back exactly what stood; a new revision follows one that was taken back.
  IF EXISTS (
    SELECT FROM added a LEFT JOIN visit v
      ON v.facility = a.facility AND v.reference = a.reference AND v.revision = a.revision AND v.counts = 1
    WHERE a.counts = -1 AND (v.day, v.level, v.kind, v.member_id, v.segment, v.area_code)
      IS DISTINCT FROM (a.day, a.level, a.kind, a.member_id, a.segment, a.area_code)
  ) OR EXISTS (
    SELECT FROM added a WHERE a.revision > 1 AND a.counts = 1 AND NOT EXISTS (
      SELECT FROM visit v WHERE v.facility = a.facility AND v.reference = a.reference AND v.revision = a.revision - 1 AND v.counts = -1)
  ) THEN
    RAISE EXCEPTION 'a counter-entry differs from its visit' USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_counter_entry';
  END IF;
  INSERT INTO visit_by_day AS t (day, area_code, segment, level, kind, n)
    SELECT day, left(area_code, 8), segment, level, kind, sum(counts) FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT visit_by_day_pk DO UPDATE SET n = t.n + excluded.n;
  INSERT INTO visit_by_area AS t (month, area_code, segment, level, kind, n)
    SELECT date_trunc('month', day)::date, area_code, segment, level, kind, sum(counts) FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT visit_by_area_pk DO UPDATE SET n = t.n + excluded.n;
  INSERT INTO visit_by_facility AS t (month, facility, segment, level, kind, n)
    SELECT date_trunc('month', day)::date, facility, segment, level, kind, sum(counts) FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT visit_by_facility_pk DO UPDATE SET n = t.n + excluded.n;
  INSERT INTO contact_due SELECT DISTINCT date_trunc('month', day)::date FROM added WHERE level = 'FKTP' ORDER BY 1
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION visit_counted() FROM PUBLIC;
CREATE TRIGGER visit_counted AFTER INSERT ON visit
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION visit_counted();
CREATE TRIGGER visit_append_only BEFORE UPDATE OR DELETE ON visit
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

-- People are counted once however often they came, so their number cannot be added up: months that changed
-- are counted again.
CREATE FUNCTION contacts_of(of_month date) RETURNS TABLE (scope text, code text, people integer)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH person AS (
    SELECT v.member_id FROM visit v
    WHERE v.level = 'FKTP' AND v.day >= of_month AND v.day < (of_month + interval '1 month')::date
    GROUP BY v.member_id HAVING sum(v.counts) > 0
  ), place AS (
    SELECT m.area_code AS village, left(m.area_code, 8) AS district, left(m.area_code, 5) AS regency, m.fktp
    FROM person p JOIN member m ON m.id = p.member_id
  )
  SELECT CASE WHEN grouping(fktp) = 0 THEN 'fktp' WHEN grouping(village, district, regency) = 7 THEN 'branch' ELSE 'area' END,
    CASE WHEN grouping(fktp) = 0 THEN fktp WHEN grouping(village) = 0 THEN village WHEN grouping(district) = 0 THEN district
      WHEN grouping(regency) = 0 THEN regency ELSE '' END, count(*)::integer
  FROM place
  GROUP BY GROUPING SETS ((), (regency), (district), (village), (fktp))
  HAVING NOT (grouping(fktp) = 0 AND fktp IS NULL)
    AND NOT (grouping(village, district, regency) <> 7 AND coalesce(nullif(village, ''), nullif(district, ''), nullif(regency, '')) IS NULL)
$$;
CREATE FUNCTION count_contacts() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  due date;
  done integer := 0;
BEGIN
  FOR due IN DELETE FROM contact_due RETURNING month LOOP
    DELETE FROM contact_by_month c WHERE c.month = due;
    INSERT INTO contact_by_month (month, scope, code, people) SELECT due, c.scope, c.code, c.people FROM contacts_of(due) c;
    done := done + 1;
  END LOOP;
  RETURN done;
END $$;
COMMENT ON FUNCTION count_contacts IS 'Counts the people of months in which visits came in; returns how many months';
REVOKE EXECUTE ON FUNCTION contacts_of(date), count_contacts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contacts_of(date), count_contacts() TO jangkau_system;

CREATE TABLE visit_file (
  id integer GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  sha256 bytea NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now(),
  imported_by text NOT NULL,
  rows_read integer NOT NULL,
  added integer NOT NULL,
  repeated integer NOT NULL,
  corrected integer NOT NULL,
  cancelled integer NOT NULL,
  refused integer NOT NULL,
  CONSTRAINT visit_file_pk PRIMARY KEY (id),
  CONSTRAINT visit_file_once UNIQUE (sha256),
  CONSTRAINT visit_file_reconciles CHECK (rows_read = added + repeated + corrected + cancelled + refused)
);
COMMENT ON TABLE visit_file IS 'Files of visits; every row read ended in exactly one of five counts';
CREATE TABLE visit_quarantine (
  file_id integer NOT NULL,
  line integer NOT NULL,
  reason text NOT NULL,
  CONSTRAINT visit_quarantine_pk PRIMARY KEY (file_id, line),
  CONSTRAINT visit_quarantine_file_fk FOREIGN KEY (file_id) REFERENCES visit_file (id)
);
COMMENT ON TABLE visit_quarantine IS 'Rows of files of visits that could not be used, and why';

SELECT protect_by_area('visit_by_day'), protect_by_area('visit_by_area');
SELECT protect('visit'), protect('visit_by_facility'), protect('contact_by_month'), protect('contact_due'),
  protect('visit_file'), protect('visit_quarantine');
CREATE POLICY visit_by_facility_read ON visit_by_facility FOR SELECT TO jangkau_app USING ((SELECT may('figures.read')));
CREATE POLICY contact_by_month_read ON contact_by_month FOR SELECT TO jangkau_app USING ((SELECT may('figures.read')));
CREATE POLICY contact_due_read ON contact_due FOR SELECT TO jangkau_app USING ((SELECT may('figures.read')));
CREATE POLICY visit_file_read ON visit_file FOR SELECT TO jangkau_app USING ((SELECT may('bulk.order')));
CREATE POLICY visit_quarantine_read ON visit_quarantine FOR SELECT TO jangkau_app USING ((SELECT may('bulk.order')));
GRANT SELECT ON visit_by_day, visit_by_area, visit_by_facility, contact_by_month, contact_due, visit_file, visit_quarantine
  TO jangkau_app, jangkau_system;
GRANT SELECT, INSERT ON visit, visit_file, visit_quarantine TO jangkau_system;

-- Visits as hospitals ask for them. What a credential may see is decided here, and every question recorded.
CREATE FUNCTION visits_asked_for(
  credential bigint, of_card text, first_day date, last_day date, levels text[], request uuid, address text)
RETURNS TABLE (allowed boolean, card text, name text, facility text, facility_name text, reference text, day date, level text,
  class smallint, discharged_on date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  client api_client%ROWTYPE;
  person integer;
BEGIN
  SELECT c.* INTO client FROM api_credential k JOIN api_client c ON c.id = k.client_id
  WHERE k.id = visits_asked_for.credential AND c.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
    AND 'eligibility.read' = ANY (c.scopes);
  IF client.id IS NULL THEN
    RETURN QUERY SELECT false, NULL::text, NULL::text, NULL::text, NULL::text, NULL::text, NULL::date, NULL::text, NULL::smallint, NULL::date;
    RETURN;
  END IF;
  IF of_card IS NOT NULL THEN SELECT m.id INTO person FROM member m WHERE m.card = of_card; END IF;
  INSERT INTO audit_entry (username, action, subject_kind, subject_key, detail, outcome, request_id, address)
  VALUES ('client ' || client.id, 'eligibility.read', CASE WHEN of_card IS NULL THEN 'visits' ELSE 'member' END,
    CASE WHEN of_card IS NULL THEN coalesce(client.facility, '') ELSE coalesce(person::text, 'unknown') END,
    jsonb_build_object('visits', first_day || '/' || last_day), 'done', request::text, visits_asked_for.address);
  RETURN QUERY
  SELECT true, m.card, m.name, v.facility, f.name, v.reference, v.day, v.level, s.class, v.discharged_on
  FROM visit v JOIN member m ON m.id = v.member_id JOIN member_status s ON s.member_id = m.id
  LEFT JOIN facility f ON f.code = v.facility
  WHERE v.day BETWEEN first_day AND last_day AND v.counts = 1
    AND NOT EXISTS (SELECT FROM visit w WHERE w.facility = v.facility AND w.reference = v.reference AND w.revision = v.revision
      AND w.day = v.day AND w.counts = -1)
    AND CASE WHEN of_card IS NULL THEN client.facility IS NULL OR v.facility = client.facility ELSE v.member_id = person END
    AND (levels IS NULL OR v.level = ANY (levels))
  ORDER BY v.day DESC, v.reference LIMIT 2000;
END $$;
COMMENT ON FUNCTION visits_asked_for IS
  'Visits of one member, or of the facility a client speaks for (of all facilities when it speaks for the branch)';
REVOKE EXECUTE ON FUNCTION visits_asked_for(bigint, text, date, date, text[], uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION visits_asked_for(bigint, text, date, date, text[], uuid, text) TO jangkau_gate;
