-- The funnel of a branch is asked for by everybody who opens the command post: how many cases stand where is kept
-- beside them, row by row that may be added up, instead of being counted over all cases each time. Derived,
-- rebuildable, and compared with the cases by a test.
CREATE TABLE pesiar_tally (
  area_code text COLLATE "C" NOT NULL,
  banjar text COLLATE "C",
  agent text COLLATE "C",
  told_of text COLLATE "C" NOT NULL,
  bucket text,
  payer_class text,
  reached smallint NOT NULL,
  given boolean NOT NULL,
  due_on date,
  last_on date NOT NULL,
  cases integer NOT NULL,
  visits integer NOT NULL,
  CONSTRAINT pesiar_tally_once UNIQUE NULLS NOT DISTINCT
    (area_code, banjar, agent, told_of, bucket, payer_class, reached, given, due_on, last_on)
) WITH (fillfactor = 70);
COMMENT ON TABLE pesiar_tally IS 'How many cases stand where: derived from pesiar_case by its triggers, rebuildable';
COMMENT ON COLUMN pesiar_tally.told_of IS 'Agent the case is counted for: who has it in hand, else who visited last';
COMMENT ON COLUMN pesiar_tally.reached IS '0 mapped, 1 visited, 2 advised, 3 registered, 4 active';
COMMENT ON COLUMN pesiar_tally.last_on IS 'Day (UTC) on which anything happened last';
CREATE INDEX pesiar_tally_empty ON pesiar_tally (area_code) WHERE cases = 0;

CREATE FUNCTION tally_of(c pesiar_case) RETURNS pesiar_tally LANGUAGE sql IMMUTABLE
RETURN ROW(c.area_code, c.banjar, c.agent, coalesce(c.agent, c.last_visit_by, ''), c.bucket, c.payer_class,
  CASE WHEN c.phase = 'active' THEN 4 WHEN c.registered_at IS NOT NULL THEN 3 WHEN c.advocated_at IS NOT NULL THEN 2
    WHEN c.visited_at IS NOT NULL THEN 1 ELSE 0 END::smallint,
  c.assigned_at IS NOT NULL, c.due_on, (c.last_at AT TIME ZONE 'UTC')::date, 1, c.visits::integer)::pesiar_tally;
COMMENT ON FUNCTION tally_of IS 'A case as it is counted: the key of its tally, one case, its visits';

-- Adds what has come and takes away what has gone, in the order of the key: two who count at once wait, not lock.
CREATE FUNCTION keep_tally(come pesiar_tally[], gone pesiar_tally[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.pesiar_tally AS t (area_code, banjar, agent, told_of, bucket, payer_class, reached, given, due_on, last_on, cases, visits)
  SELECT area_code, banjar, agent, told_of, bucket, payer_class, reached, given, due_on, last_on, sum(n * cases), sum(n * visits)
  FROM (SELECT 1 AS n, c.* FROM unnest(come) c UNION ALL SELECT -1, g.* FROM unnest(gone) g) change
  GROUP BY area_code, banjar, agent, told_of, bucket, payer_class, reached, given, due_on, last_on
  HAVING sum(n * cases) <> 0 OR sum(n * visits) <> 0
  ORDER BY area_code, banjar, agent, told_of, bucket, payer_class, reached, given, due_on, last_on
  ON CONFLICT ON CONSTRAINT pesiar_tally_once
    DO UPDATE SET cases = t.cases + excluded.cases, visits = t.visits + excluded.visits;
  DELETE FROM public.pesiar_tally t
  WHERE t.cases = 0 AND t.area_code = ANY (SELECT DISTINCT g.area_code FROM unnest(gone) g);
END $$;

CREATE FUNCTION tally_added() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.keep_tally((SELECT array_agg(public.tally_of(c::public.pesiar_case)) FROM come c), '{}');
  RETURN NULL;
END $$;
CREATE FUNCTION tally_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.keep_tally((SELECT array_agg(public.tally_of(c::public.pesiar_case)) FROM come c),
    (SELECT array_agg(public.tally_of(g::public.pesiar_case)) FROM gone g));
  RETURN NULL;
END $$;
CREATE FUNCTION tally_removed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.keep_tally('{}', (SELECT array_agg(public.tally_of(g::public.pesiar_case)) FROM gone g));
  RETURN NULL;
END $$;
CREATE TRIGGER tally_added AFTER INSERT ON pesiar_case REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION tally_added();
CREATE TRIGGER tally_changed AFTER UPDATE ON pesiar_case REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION tally_changed();
CREATE TRIGGER tally_removed AFTER DELETE ON pesiar_case REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_removed();
REVOKE EXECUTE ON FUNCTION tally_of(pesiar_case), keep_tally(pesiar_tally[], pesiar_tally[]), tally_added(), tally_changed(),
  tally_removed() FROM PUBLIC;
SELECT keep_tally((SELECT array_agg(tally_of(c)) FROM pesiar_case c), '{}');

SELECT protect_by_area('pesiar_tally', banjar => 'banjar');
GRANT SELECT ON pesiar_tally TO jangkau_app, jangkau_system;

-- Lists are in the order of village, banjar, name; a banjar that is not known is the first.
DROP INDEX pesiar_case_list;
CREATE INDEX pesiar_case_list ON pesiar_case (area_code, (coalesce(banjar, '')), name, case_id);
CREATE INDEX pesiar_case_by_phase ON pesiar_case (phase, area_code, (coalesce(banjar, '')), name, case_id);

-- Searching names as a request's role could not use the word index: matching words is not leak-proof, and row
-- security would come first, on every row. So the owner searches, within what the session may see.
CREATE FUNCTION cases_by_words(words text, filter jsonb, after uuid, most integer, sorted boolean) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
SET search_path = pg_catalog, public, pg_temp
-- No statistics tell how many names a beginning fits: the word index is used whatever the planner thinks.
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
AS $$
DECLARE
  -- Every part is written here; what comes from outside is passed as a value.
  condition text := 'to_tsvector(''simple'', c.name) @@ $1::tsquery';
  columns text := 'c.area_code, coalesce(c.banjar, ''''), c.name, c.case_id';
BEGIN
  IF NOT public.scope_whole() THEN
    condition := condition || ' AND (' || coalesce((
      SELECT string_agg(CASE
        WHEN code LIKE '%/%' THEN format('(c.area_code = %L AND c.banjar = %L)', left(code, 13), substr(code, 15))
        WHEN length(code) = 13 THEN format('c.area_code = %L', code)
        ELSE format('(c.area_code >= %L AND c.area_code < %L)', code, code || '/') END, ' OR ')
      FROM unnest(public.scope_areas()) AS code), 'false') || ')';
  END IF;
  IF filter ? 'area' THEN
    condition := condition || CASE WHEN length(filter->>'area') = 13 THEN format(' AND c.area_code = %L', filter->>'area')
      ELSE format(' AND c.area_code >= %L AND c.area_code < %L', filter->>'area', (filter->>'area') || '/') END;
  END IF;
  IF filter ? 'banjar' THEN condition := condition || ' AND coalesce(c.banjar, '''') = $2->>''banjar'''; END IF;
  IF filter ? 'phase' THEN condition := condition || ' AND c.phase = $2->>''phase'''; END IF;
  IF filter ? 'bucket' THEN condition := condition || ' AND c.bucket = $2->>''bucket'''; END IF;
  IF filter ? 'reason' THEN condition := condition || ' AND c.reason = $2->>''reason'''; END IF;
  IF filter ? 'agent' THEN condition := condition || ' AND c.agent = $2->>''agent'''; END IF;
  IF filter ? 'assigned' THEN
    condition := condition || ' AND (c.agent IS NOT NULL) = ($2->>''assigned'')::boolean';
  END IF;
  IF filter ? 'pending' THEN condition := condition || ' AND (c.bucket IS NULL) = ($2->>''pending'')::boolean'; END IF;
  IF filter ? 'dueBy' THEN condition := condition || ' AND c.due_on <= ($2->>''dueBy'')::date'; END IF;
  IF after IS NOT NULL THEN
    condition := condition || format(
      ' AND (%1$s) > (SELECT %1$s FROM public.pesiar_case c WHERE c.case_id = $3)', columns);
  END IF;
  RETURN QUERY EXECUTE format('SELECT c.case_id FROM public.pesiar_case c WHERE %s %s LIMIT $4', condition,
    CASE WHEN sorted THEN 'ORDER BY ' || columns ELSE '' END) USING words, filter, after, most;
END $$;
COMMENT ON FUNCTION cases_by_words IS
  'Cases whose names have words that begin so, as far as the session reaches, in the order of lists when sorted';
REVOKE EXECUTE ON FUNCTION cases_by_words(text, jsonb, uuid, integer, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_by_words(text, jsonb, uuid, integer, boolean) TO jangkau_app, jangkau_system;
