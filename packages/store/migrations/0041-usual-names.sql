-- Members by words, the way that is shorter: by the words, or, when most people of a village are called so, through
-- the village until there are enough. Which it is is said by whoever asks, from how many carry the words.
CREATE INDEX member_area_ix ON member (area_code);
DROP FUNCTION search_members(text, integer);
CREATE FUNCTION search_members(words text, most integer, usual boolean) RETURNS SETOF integer
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  whole boolean := scope_whole('membership.read');
  codes text[] := scope_codes('area', 'membership.read')::text[];
BEGIN
  IF usual AND NOT whole AND NOT EXISTS (SELECT FROM unnest(codes) code WHERE length(code) < 13) THEN
    RETURN QUERY SELECT m.id FROM member m
      WHERE m.area_code = ANY (codes) AND (to_tsvector('simple', m.name) @@ words::tsquery) IS TRUE LIMIT most;
  ELSE
    RETURN QUERY SELECT m.id FROM member m
      WHERE to_tsvector('simple', m.name) @@ words::tsquery
        AND (whole OR m.area_code = ANY (codes) OR left(m.area_code, 8) = ANY (codes)
          OR left(m.area_code, 5) = ANY (codes) OR left(m.area_code, 2) = ANY (codes))
      LIMIT most;
  END IF;
END $$;
COMMENT ON FUNCTION search_members IS 'Members whose names match a tsquery, within what the session may see; any of them when there are more than asked for. usual: most people are called so';
REVOKE EXECUTE ON FUNCTION search_members(text, integer, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_members(text, integer, boolean) TO jangkau_app;
