-- Members by words of their names. Asked for as a request's role, the word index could not be used: matching
-- words is not leak-proof, and row security would come first, on every row. So the owner searches, within
-- what the session may see.
CREATE FUNCTION search_members(words text, most integer) RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200
BEGIN ATOMIC
  SELECT m.id FROM member m
  WHERE to_tsvector('simple', m.name) @@ words::tsquery
    AND ((SELECT scope_whole('membership.read'))
      OR m.area_code = ANY ((SELECT scope_codes('area', 'membership.read'))::text[])
      OR left(m.area_code, 8) = ANY ((SELECT scope_codes('area', 'membership.read'))::text[])
      OR left(m.area_code, 5) = ANY ((SELECT scope_codes('area', 'membership.read'))::text[])
      OR left(m.area_code, 2) = ANY ((SELECT scope_codes('area', 'membership.read'))::text[]))
  LIMIT most;
END;
COMMENT ON FUNCTION search_members IS 'Members whose names match a tsquery, within what the session may see; any of them when there are more than asked for';
REVOKE EXECUTE ON FUNCTION search_members(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_members(text, integer) TO jangkau_app;
