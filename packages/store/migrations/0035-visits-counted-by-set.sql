-- A pattern that counts ({1,40}) is worked out anew for every row, fifteen times as slow as looking for what may not be there.
ALTER TABLE visit DROP CONSTRAINT visit_reference_form;
ALTER TABLE visit ADD CONSTRAINT visit_reference_form CHECK (length(reference) BETWEEN 1 AND 40 AND reference !~ '[^!-~]');

-- A delivery without counter-entries has nothing to compare with the log: the log is not read for it.
CREATE OR REPLACE FUNCTION visit_counted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- A counter-entry takes back exactly what stood; a new revision follows one that was taken back.
  IF EXISTS (SELECT FROM added a WHERE a.counts = -1 OR a.revision > 1) AND (EXISTS (
    SELECT FROM added a LEFT JOIN visit v
      ON v.facility = a.facility AND v.reference = a.reference AND v.revision = a.revision AND v.counts = 1
    WHERE a.counts = -1 AND (v.day, v.level, v.kind, v.member_id, v.segment, v.area_code)
      IS DISTINCT FROM (a.day, a.level, a.kind, a.member_id, a.segment, a.area_code)
  ) OR EXISTS (
    SELECT FROM added a WHERE a.revision > 1 AND a.counts = 1 AND NOT EXISTS (
      SELECT FROM visit v WHERE v.facility = a.facility AND v.reference = a.reference AND v.revision = a.revision - 1 AND v.counts = -1)
  )) THEN
    RAISE EXCEPTION 'a counter-entry differs from its visit' USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_counter_entry';
  END IF;
  INSERT INTO visit_by_day AS t (day, area_code, segment, level, kind, n)
    SELECT day, left(area_code, 8), segment, level, kind, sum(counts) FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT visit_by_day_pk DO UPDATE SET n = t.n + excluded.n;
  INSERT INTO visit_by_area AS t (month, area_code, segment, level, kind, n)
    SELECT date_trunc('month', day::timestamp)::date, area_code, segment, level, kind, sum(counts) FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT visit_by_area_pk DO UPDATE SET n = t.n + excluded.n;
  INSERT INTO visit_by_facility AS t (month, facility, segment, level, kind, n)
    SELECT date_trunc('month', day::timestamp)::date, facility, segment, level, kind, sum(counts) FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT visit_by_facility_pk DO UPDATE SET n = t.n + excluded.n;
  INSERT INTO contact_due SELECT DISTINCT date_trunc('month', day::timestamp)::date FROM added WHERE level = 'FKTP' ORDER BY 1
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
