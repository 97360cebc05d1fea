-- The token is read once a call, not once a session there is, and without a pattern of 64 places.

CREATE OR REPLACE FUNCTION scope_token() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN length(current_setting('jangkau.session', true)) = 64
      AND translate(current_setting('jangkau.session', true), '0123456789abcdef', '') = ''
    THEN decode(current_setting('jangkau.session', true), 'hex') END;

CREATE OR REPLACE FUNCTION scope_username() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE token bytea := public.scope_token();
BEGIN
  RETURN (SELECT s.username FROM public.session s JOIN public.officer o USING (username)
    WHERE s.token_hash = token AND s.expires_at > now() AND o.active);
END $$;

CREATE OR REPLACE FUNCTION may(action text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE token bytea := public.scope_token();
BEGIN
  RETURN token IS NOT NULL AND EXISTS (
    SELECT FROM public.session s JOIN public.officer o USING (username) JOIN public.assignment a USING (username)
    JOIN public.access_rule r ON r.role = a.role AND r.action = may.action
    WHERE s.token_hash = token AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
      AND (r.reach = 'branch' OR r.reach = a.scope_kind));
END $$;

CREATE OR REPLACE FUNCTION scope_whole(action text DEFAULT 'person.read') RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE token bytea := public.scope_token();
BEGIN
  RETURN token IS NOT NULL AND EXISTS (
    SELECT FROM public.session s JOIN public.officer o USING (username) JOIN public.assignment a USING (username)
    JOIN public.access_rule r ON r.role = a.role AND r.action = scope_whole.action
    WHERE s.token_hash = token AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
      AND r.reach = 'branch');
END $$;

CREATE OR REPLACE FUNCTION scope_codes(kind text, action text) RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE token bytea := public.scope_token();
BEGIN
  RETURN coalesce((
    SELECT array_agg(a.scope_code)
    FROM public.session s JOIN public.officer o USING (username) JOIN public.assignment a USING (username)
    JOIN public.access_rule r ON r.role = a.role AND r.action = scope_codes.action
    WHERE s.token_hash = token AND s.expires_at > now() AND o.active AND a.revoked_at IS NULL
      AND r.reach = scope_codes.kind AND a.scope_kind = scope_codes.kind), '{}');
END $$;
