-- The same rules as before, quicker: a page asks a dozen questions, and each is planned with its policies.
-- Fewer sub-selects are planned sooner, and functions in plpgsql keep their plans.

CREATE OR REPLACE FUNCTION scope_username() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT s.username FROM public.session s JOIN public.officer o USING (username)
    WHERE s.token_hash = public.scope_token() AND s.expires_at > now() AND o.active);
END $$;

CREATE OR REPLACE FUNCTION may(action text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM public.session s JOIN public.officer o USING (username) JOIN public.assignment a USING (username)
    JOIN public.access_rule r ON r.role = a.role AND r.action = may.action
    WHERE s.token_hash = public.scope_token() AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
      AND (r.reach = 'branch' OR r.reach = a.scope_kind));
END $$;

CREATE OR REPLACE FUNCTION scope_whole(action text DEFAULT 'person.read') RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM public.session s JOIN public.officer o USING (username) JOIN public.assignment a USING (username)
    JOIN public.access_rule r ON r.role = a.role AND r.action = scope_whole.action
    WHERE s.token_hash = public.scope_token() AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
      AND r.reach = 'branch');
END $$;

CREATE OR REPLACE FUNCTION scope_codes(kind text, action text) RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN coalesce((
    SELECT array_agg(a.scope_code)
    FROM public.session s JOIN public.officer o USING (username) JOIN public.assignment a USING (username)
    JOIN public.access_rule r ON r.role = a.role AND r.action = scope_codes.action
    WHERE s.token_hash = public.scope_token() AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
      AND r.reach = scope_codes.kind AND a.scope_kind = scope_codes.kind), '{}');
END $$;

CREATE FUNCTION area_condition(area name, banjar name) RETURNS text LANGUAGE sql IMMUTABLE
-- The village itself first: most who have areas have villages.
RETURN format('(SELECT scope_whole()) OR %1$I = ANY ((SELECT scope_areas())::text[])
  OR ARRAY[left(%1$I, 8), left(%1$I, 5), left(%1$I, 2)%2$s] && (SELECT scope_areas())',
  area, CASE WHEN banjar IS NULL THEN '' ELSE format(', %I || ''/'' || %I', area, banjar) END);
COMMENT ON FUNCTION area_condition IS
  'Text of the policy of protect_by_area. Codes are looked up as assignments have them: village, district, regency, province, village/banjar';

CREATE OR REPLACE FUNCTION protect_by_area(target regclass, area name DEFAULT 'area_code', banjar name DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM protect(target);
  EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO jangkau_app USING (%s)',
    (SELECT relname FROM pg_class WHERE oid = target) || '_area', target, area_condition(area, banjar));
END $$;
REVOKE EXECUTE ON FUNCTION area_condition(name, name) FROM PUBLIC;

DO $$
DECLARE p record;
BEGIN
  FOR p IN SELECT tablename, policyname, qual FROM pg_policies
    WHERE schemaname = 'public' AND policyname = tablename || '_area' AND qual LIKE '%scope_areas%' LOOP
    EXECUTE format('ALTER POLICY %I ON %I USING (%s)', p.policyname, p.tablename, area_condition(
      substring(p.qual FROM '\(?(\w+) = ANY')::name,
      substring(p.qual FROM '''/''::text\) \|\| (\w+)')::name));
  END LOOP;
END $$;
