-- Searching names under row security. What is not known to be harmless to rows one may not see, such as the
-- word search, is not looked up in an index before the policy has let a row through: a search would read the
-- whole register. This function applies the scope of the session itself and may use the index.
CREATE FUNCTION people_by_words(
  run integer, words text, cards boolean, list text, filter jsonb, sort text, after integer, most integer
) RETURNS SETOF integer
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000
SET search_path = pg_catalog, public, pg_temp
-- No statistics tell how many names a beginning fits: the word index is used whatever the planner thinks.
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
AS $$
DECLARE
  source text := CASE WHEN cards THEN 'public.member_result' ELSE 'public.resident_result' END;
  key text := CASE WHEN cards THEN 'p.member_key' ELSE 'p.resident_key' END;
  -- Every part is written here; what comes from outside is passed as a value.
  condition text := 'p.run_number = $1 AND to_tsvector(''simple'', p.name) @@ to_tsquery(''simple'', $2) AND '
    || CASE
      WHEN cards AND list = 'duplicates' THEN 'p.bucket = ''duplicate'''
      WHEN cards AND list = 'unmatched' THEN 'p.bucket = ''unmatched'''
      WHEN NOT cards AND list = 'all' THEN 'true'
      WHEN NOT cards AND list = 'linked' THEN 'p.member_key IS NOT NULL'
      WHEN NOT cards AND list = 'uncovered' THEN 'p.member_key IS NULL'
      WHEN NOT cards AND list = 'inactive' THEN 'p.inactive_kind IS NOT NULL'
      WHEN NOT cards AND list = 'doubtful' THEN 'p.p_uncovered > 0.05 AND p.p_uncovered < 0.95'
      ELSE 'false' END;
  columns text := CASE sort
    WHEN 'name' THEN 'p.name'
    WHEN 'p' THEN 'p.p_uncovered'
    WHEN 'doubt' THEN 'abs(p.p_uncovered - 0.5)'
    ELSE 'p.area_code, p.name' END;
  direction text := CASE sort WHEN 'p' THEN ' DESC' ELSE '' END;
BEGIN
  IF NOT public.scope_whole() THEN
    condition := condition || ' AND (' || coalesce((
      SELECT string_agg(CASE
        WHEN code LIKE '%/%' AND cards THEN 'false'
        WHEN code LIKE '%/%' THEN format('(p.area_code = %L AND p.banjar = %L)', left(code, 13), substr(code, 15))
        WHEN length(code) = 13 THEN format('p.area_code = %L', code)
        ELSE format('(p.area_code >= %L AND p.area_code < %L)', code, code || '/') END, ' OR ')
      FROM unnest(public.scope_areas()) AS code), 'false') || ')';
  END IF;
  IF filter ? 'area' THEN
    condition := condition || format(' AND (p.area_code >= %L AND p.area_code < %L)',
      filter->>'area', (filter->>'area') || '/');
  END IF;
  IF filter ? 'segment' THEN condition := condition || ' AND p.segment = $3->>''segment'''; END IF;
  IF filter ? 'status' THEN condition := condition || ' AND p.status = $3->>''status'''; END IF;
  IF filter ? 'inactiveKind' THEN condition := condition || ' AND p.inactive_kind = $3->>''inactiveKind'''; END IF;
  IF NOT cards AND filter ? 'banjar' THEN
    condition := condition || ' AND coalesce(p.banjar, '''') = $3->>''banjar''';
  END IF;
  IF NOT cards AND filter ? 'minP' THEN condition := condition || ' AND p.p_uncovered >= ($3->>''minP'')::real'; END IF;
  IF NOT cards AND filter ? 'maxP' THEN condition := condition || ' AND p.p_uncovered <= ($3->>''maxP'')::real'; END IF;
  IF NOT cards AND filter ? 'reason' THEN condition := condition || ' AND p.reason = $3->>''reason'''; END IF;
  IF after IS NOT NULL THEN
    condition := condition || format(' AND (%1$s, %2$s) %3$s (SELECT %1$s, %2$s FROM %4$s p WHERE p.run_number = $1 AND %2$s = $4)',
      columns, key, CASE sort WHEN 'p' THEN '<' ELSE '>' END, source);
  END IF;
  IF sort IS NULL THEN
    RETURN QUERY EXECUTE format('SELECT %s FROM %s p WHERE %s LIMIT $5', key, source, condition)
      USING run, words, filter, after, most;
  ELSE
    -- All matches first, then their order: see word-search.ts.
    RETURN QUERY EXECUTE format(
      'WITH p AS MATERIALIZED (SELECT p.* FROM (SELECT %1$s, %2$s FROM %3$s p WHERE %4$s) p (%5$s))
       SELECT k FROM p ORDER BY %6$s LIMIT $5',
      columns, key, source, condition,
      CASE WHEN sort = 'village' THEN 'a, b, k' ELSE 'a, k' END,
      CASE WHEN sort = 'village' THEN 'a, b, k' ELSE 'a' || direction || ', k' || direction END)
      USING run, words, filter, after, most;
  END IF;
END $$;
COMMENT ON FUNCTION people_by_words IS
  'Keys of people of a list whose names have words that begin so, as far as the session reaches';
REVOKE EXECUTE ON FUNCTION people_by_words(integer, text, boolean, text, jsonb, text, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_by_words(integer, text, boolean, text, jsonb, text, integer, integer) TO jangkau_app;
