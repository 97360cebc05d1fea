-- Figures of months. A snapshot is what was known when a month was counted: it is never changed. What becomes
-- known later makes a further version of the month, with a line for every number that differs.

CREATE TABLE figure_snapshot (
  id integer GENERATED ALWAYS AS IDENTITY,
  month date NOT NULL,
  version integer NOT NULL,
  as_of date NOT NULL,
  computed_at timestamptz NOT NULL DEFAULT now(),
  computed_by text NOT NULL,
  known_to bigint NOT NULL,
  population_source text,
  population_as_of date,
  run_number integer,
  causes jsonb NOT NULL DEFAULT '[]',
  CONSTRAINT figure_snapshot_pk PRIMARY KEY (id),
  CONSTRAINT figure_snapshot_version_once UNIQUE (month, version),
  CONSTRAINT figure_snapshot_month_first CHECK (extract(day FROM month) = 1),
  CONSTRAINT figure_snapshot_of_last_day CHECK (as_of = (month + interval '1 month')::date - 1),
  CONSTRAINT figure_snapshot_version_counts CHECK (version > 0),
  CONSTRAINT figure_snapshot_population_dated CHECK ((population_source IS NULL) = (population_as_of IS NULL))
);
COMMENT ON TABLE figure_snapshot IS 'Figures of a month as they were known: version 1 is what was said first, later ones restate it';
COMMENT ON COLUMN figure_snapshot.known_to IS 'Last change of state (status_change) that was known';
COMMENT ON COLUMN figure_snapshot.run_number IS 'Mapping run whose population registers are the denominator, when they are';
COMMENT ON COLUMN figure_snapshot.causes IS 'Why a later version was made: kinds of facts that came late, with their number';

CREATE TABLE figure_area (
  snapshot_id integer NOT NULL,
  level text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  population integer,
  members integer NOT NULL,
  active integer NOT NULL,
  arrears integer NOT NULL,
  lapsed integer NOT NULL,
  ended integer NOT NULL,
  uncovered integer,
  segments jsonb NOT NULL,
  visits jsonb NOT NULL,
  contacts integer,
  cases jsonb NOT NULL,
  CONSTRAINT figure_area_pk PRIMARY KEY (snapshot_id, level, area_code),
  CONSTRAINT figure_area_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES figure_snapshot (id),
  CONSTRAINT figure_area_level_known CHECK (level IN ('branch', 'regency', 'district', 'village')),
  CONSTRAINT figure_area_parts_add_up CHECK (members = active + arrears + lapsed)
);
COMMENT ON TABLE figure_area IS
  'Counts of one area in one snapshot. Parts and wholes add up at every level; population less members is the residual, shown beside the parts';
COMMENT ON COLUMN figure_area.area_code IS 'Code of the area; '''' at the level branch, and at lower levels what has no known village';
COMMENT ON COLUMN figure_area.ended IS 'Died, left the country, second cards: no members, shown beside them';
COMMENT ON COLUMN figure_area.uncovered IS 'Residents without a card as the mapping run found them, when it is the denominator';
COMMENT ON COLUMN figure_area.segments IS 'By segment: active, arrears, lapsed';
COMMENT ON COLUMN figure_area.visits IS 'Uses of care in the month by level and kind; empty when none were entered';
COMMENT ON COLUMN figure_area.cases IS 'PESIAR cases opened by the end of the month: open, or the bucket they ended in';
COMMENT ON COLUMN figure_area.contacts IS 'Distinct people with a contact at an FKTP in the month';

CREATE TABLE figure_restatement (
  id bigint GENERATED ALWAYS AS IDENTITY,
  snapshot_id integer NOT NULL,
  level text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  measure text NOT NULL,
  value_before integer,
  value_after integer,
  CONSTRAINT figure_restatement_pk PRIMARY KEY (id),
  CONSTRAINT figure_restatement_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES figure_snapshot (id),
  CONSTRAINT figure_restatement_changes CHECK (value_before IS DISTINCT FROM value_after)
);
COMMENT ON TABLE figure_restatement IS 'Every number that differs from the version before it';
CREATE INDEX figure_restatement_snapshot_ix ON figure_restatement (snapshot_id, level, area_code);

CREATE TABLE figure_computation (
  id integer GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  by text NOT NULL,
  known_to bigint NOT NULL,
  months_added integer NOT NULL,
  months_restated integer NOT NULL,
  CONSTRAINT figure_computation_pk PRIMARY KEY (id)
);
COMMENT ON TABLE figure_computation IS 'When figures were computed, and up to which change of state';

SELECT protect('figure_snapshot'), protect('figure_computation'), protect_by_area('figure_area'),
  protect_by_area('figure_restatement');
CREATE POLICY figure_snapshot_read ON figure_snapshot FOR SELECT TO jangkau_app USING ((SELECT may('figures.read')));
CREATE POLICY figure_computation_read ON figure_computation FOR SELECT TO jangkau_app USING ((SELECT may('figures.read')));
GRANT SELECT ON figure_snapshot, figure_area, figure_restatement, figure_computation TO jangkau_app, jangkau_system;
GRANT INSERT ON figure_snapshot, figure_area, figure_restatement, figure_computation TO jangkau_system;

CREATE TRIGGER figure_snapshot_append_only BEFORE UPDATE OR DELETE ON figure_snapshot
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER figure_area_append_only BEFORE UPDATE OR DELETE ON figure_area
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER figure_restatement_append_only BEFORE UPDATE OR DELETE ON figure_restatement
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

-- The village a record counts for: '' when the code is not that of a village.
CREATE FUNCTION figure_village(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$' THEN code ELSE '' END;
