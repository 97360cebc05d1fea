-- What runs found. One partition per run and table: loading builds a table aside and attaches it,
-- deleting a run drops it. The app role only reads.

CREATE TABLE resident_result (
  run_number integer NOT NULL,
  resident_key integer NOT NULL,
  no_penduduk text COLLATE "C" NOT NULL,
  nik bigint,
  kk bigint,
  name text COLLATE "C" NOT NULL,
  sex text,
  birthplace text,
  born date,
  area_code text COLLATE "C" NOT NULL DEFAULT '',
  banjar text COLLATE "C",
  address text,
  relation text,
  occupation text,
  phone text,
  p_uncovered real NOT NULL,
  reason text,
  member_key integer,
  probability real,
  tier text,
  best_member_key integer,
  segment text,
  class text,
  status text,
  inactive_kind text,
  CONSTRAINT resident_result_pk PRIMARY KEY (run_number, resident_key)
) PARTITION BY LIST (run_number);
COMMENT ON TABLE resident_result IS 'Every resident of a run: linked to a card (member_key) or uncovered';
COMMENT ON COLUMN resident_result.area_code IS 'Village; '''' when the register did not say (never null: pages compare it)';
COMMENT ON COLUMN resident_result.p_uncovered IS 'Calibrated probability that the person has no card';
COMMENT ON COLUMN resident_result.segment IS 'Of the linked card, as are class, status and inactive_kind';

-- Walked in order to fill a page; the key makes the order total.
CREATE INDEX resident_by_area ON resident_result (area_code, name, resident_key);
CREATE INDEX resident_by_name ON resident_result (name, resident_key);
CREATE INDEX uncovered_by_area ON resident_result (area_code, name, resident_key) WHERE member_key IS NULL;
CREATE INDEX uncovered_by_name ON resident_result (name, resident_key) WHERE member_key IS NULL;
CREATE INDEX uncovered_by_p ON resident_result (p_uncovered, resident_key) WHERE member_key IS NULL;
CREATE INDEX inactive_by_area ON resident_result (area_code, name, resident_key) WHERE inactive_kind IS NOT NULL;
CREATE INDEX inactive_by_name ON resident_result (name, resident_key) WHERE inactive_kind IS NOT NULL;
CREATE INDEX doubtful_by_area ON resident_result (area_code, name, resident_key)
  WHERE p_uncovered > 0.05 AND p_uncovered < 0.95;
CREATE INDEX doubtful_by_doubt ON resident_result (abs(p_uncovered - 0.5), resident_key)
  WHERE p_uncovered > 0.05 AND p_uncovered < 0.95;
-- Looked up.
CREATE INDEX resident_by_no_penduduk ON resident_result (no_penduduk);
CREATE INDEX resident_by_nik ON resident_result (nik) WHERE nik IS NOT NULL;
CREATE INDEX resident_by_kk ON resident_result (kk) WHERE kk IS NOT NULL;
CREATE INDEX resident_by_member ON resident_result (member_key) WHERE member_key IS NOT NULL;
CREATE INDEX resident_by_words ON resident_result USING gin (to_tsvector('simple', name)) WITH (fastupdate = off);
GRANT SELECT ON resident_result TO jangkau_app;

CREATE TABLE member_result (
  run_number integer NOT NULL,
  member_key integer NOT NULL,
  no_kartu text COLLATE "C" NOT NULL,
  nik bigint,
  kk bigint,
  name text COLLATE "C" NOT NULL,
  sex text,
  born date,
  area_code text COLLATE "C" NOT NULL DEFAULT '',
  address text,
  segment text,
  class text,
  status text,
  phone text,
  bucket text NOT NULL,
  resident_key integer,
  inactive_kind text,
  CONSTRAINT member_result_pk PRIMARY KEY (run_number, member_key),
  CONSTRAINT member_result_bucket_known CHECK (bucket IN ('linked', 'duplicate', 'unmatched'))
) PARTITION BY LIST (run_number);
COMMENT ON TABLE member_result IS 'Every card of a run: linked to a resident, a duplicate card of one, or unmatched';
CREATE INDEX card_by_number ON member_result (no_kartu);
CREATE INDEX card_by_nik ON member_result (nik) WHERE nik IS NOT NULL;
CREATE INDEX card_by_resident ON member_result (resident_key) WHERE resident_key IS NOT NULL;
CREATE INDEX duplicate_by_area ON member_result (area_code, name, member_key) WHERE bucket = 'duplicate';
CREATE INDEX duplicate_by_name ON member_result (name, member_key) WHERE bucket = 'duplicate';
CREATE INDEX unmatched_by_area ON member_result (area_code, name, member_key) WHERE bucket = 'unmatched';
CREATE INDEX unmatched_by_name ON member_result (name, member_key) WHERE bucket = 'unmatched';
CREATE INDEX unlinked_by_words ON member_result USING gin (to_tsvector('simple', name)) WITH (fastupdate = off)
  WHERE bucket <> 'linked';
GRANT SELECT ON member_result TO jangkau_app;

CREATE TABLE candidate_result (
  run_number integer NOT NULL,
  resident_key integer NOT NULL,
  member_key integer NOT NULL,
  probability real NOT NULL,
  weight real NOT NULL,
  evidence json NOT NULL,
  CONSTRAINT candidate_result_pk PRIMARY KEY (run_number, resident_key, member_key)
) PARTITION BY LIST (run_number);
COMMENT ON TABLE candidate_result IS 'The cards most like each resident that had no exact match, with the evidence in bits';
CREATE INDEX candidate_by_member ON candidate_result (member_key);
CREATE INDEX candidate_by_doubt ON candidate_result (abs(probability - 0.5), resident_key, member_key)
  WHERE probability > 0.05 AND probability < 0.95;
GRANT SELECT ON candidate_result TO jangkau_app;

CREATE TABLE village_result (
  run_number integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  residents integer NOT NULL,
  linked integer NOT NULL,
  expected double precision NOT NULL,
  expected_low double precision NOT NULL,
  expected_high double precision NOT NULL,
  coverage double precision,
  members integer NOT NULL,
  inactive integer NOT NULL,
  CONSTRAINT village_result_pk PRIMARY KEY (run_number, area_code)
) PARTITION BY LIST (run_number);
COMMENT ON TABLE village_result IS 'Figures per village; area_code '''' holds records without a village';
COMMENT ON COLUMN village_result.expected IS 'Sum of the probabilities of being uncovered, with its 95 % interval';
COMMENT ON COLUMN village_result.coverage IS '1 - expected / residents';
GRANT SELECT ON village_result TO jangkau_app;

CREATE TABLE list_count (
  run_number integer NOT NULL,
  list text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  CONSTRAINT list_count_pk PRIMARY KEY (run_number, list, area_code)
) PARTITION BY LIST (run_number);
COMMENT ON TABLE list_count IS 'Length of each list per village, counted when the run was loaded';
GRANT SELECT ON list_count TO jangkau_app;

CREATE TABLE banjar_result (
  run_number integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C" NOT NULL,
  residents integer NOT NULL,
  uncovered integer NOT NULL,
  inactive integer NOT NULL,
  CONSTRAINT banjar_result_pk PRIMARY KEY (run_number, area_code, banjar)
) PARTITION BY LIST (run_number);
COMMENT ON TABLE banjar_result IS 'Figures per banjar; '''' holds residents without one';
GRANT SELECT ON banjar_result TO jangkau_app;

-- Comparing two runs reads both registers of a branch: it is done once, when somebody first asks.
CREATE TABLE run_comparison (
  run_a uuid NOT NULL,
  run_b uuid NOT NULL,
  compared_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT run_comparison_pk PRIMARY KEY (run_a, run_b),
  CONSTRAINT run_comparison_a_fk FOREIGN KEY (run_a) REFERENCES run (id) ON DELETE CASCADE,
  CONSTRAINT run_comparison_b_fk FOREIGN KEY (run_b) REFERENCES run (id) ON DELETE CASCADE
);
COMMENT ON TABLE run_comparison IS 'Pairs of runs that have been compared; results of runs never change';
GRANT SELECT, INSERT ON run_comparison TO jangkau_app;

CREATE TABLE compared_resident (
  run_a uuid NOT NULL,
  run_b uuid NOT NULL,
  kind text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  a_key integer,
  b_key integer,
  CONSTRAINT compared_resident_of_comparison FOREIGN KEY (run_a, run_b)
    REFERENCES run_comparison (run_a, run_b) ON DELETE CASCADE,
  CONSTRAINT compared_resident_kind_known
    CHECK (kind IN ('newly-uncovered', 'resolved', 'changed', 'still-uncovered', 'gone')),
  CONSTRAINT compared_resident_somewhere CHECK (a_key IS NOT NULL OR b_key IS NOT NULL)
);
COMMENT ON TABLE compared_resident IS
  'Residents whose state differs between two runs, or who are uncovered in both; by the number of the village register';
COMMENT ON COLUMN compared_resident.area_code IS 'In the later run; in the earlier one for those who are gone';
CREATE INDEX compared_resident_in_order ON compared_resident (run_a, run_b, kind, area_code, name, b_key);
GRANT SELECT, INSERT ON compared_resident TO jangkau_app;
