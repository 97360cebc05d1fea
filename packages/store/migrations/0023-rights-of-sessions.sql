-- What a session may do is worked out when it begins and whenever a role, an account or the matrix changes, and
-- kept with the session. Policies ask for it several times a page: one row by its key instead of a join of
-- four tables. A change counts from its commit on, as before.
ALTER TABLE session
  ADD COLUMN actions text[] NOT NULL DEFAULT '{}',
  ADD COLUMN whole_actions text[] NOT NULL DEFAULT '{}',
  ADD COLUMN person_areas text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN session.actions IS 'Actions some role of the session allows somewhere; kept by triggers, as are the next two';
COMMENT ON COLUMN session.whole_actions IS 'Actions that reach every area of the branch';
COMMENT ON COLUMN session.person_areas IS 'Areas of any level whose people the session may see, if not all';

CREATE FUNCTION rights_of(who text)
RETURNS TABLE (actions text[], whole_actions text[], person_areas text[]) LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT coalesce(array_agg(DISTINCT r.action) FILTER (WHERE r.reach IN ('branch', a.scope_kind)), '{}'),
    coalesce(array_agg(DISTINCT r.action) FILTER (WHERE r.reach = 'branch'), '{}'),
    coalesce(array_agg(DISTINCT a.scope_code)
      FILTER (WHERE r.action = 'person.read' AND r.reach = 'area' AND a.scope_kind = 'area'), '{}')
  FROM officer o JOIN assignment a USING (username) JOIN access_rule r ON r.role = a.role
  WHERE o.username = who AND o.active AND a.revoked_at IS NULL;
END;
COMMENT ON FUNCTION rights_of IS 'What the roles of an account come to, by the matrix';

-- A session that begins and a role that is taken away wait for one another at the account's row: the later of the
-- two sees what the earlier did.
CREATE FUNCTION session_gets_rights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM public.officer o WHERE o.username = NEW.username FOR SHARE;
  SELECT r.actions, r.whole_actions, r.person_areas INTO NEW.actions, NEW.whole_actions, NEW.person_areas
    FROM public.rights_of(NEW.username) r;
  RETURN NEW;
END $$;
CREATE TRIGGER session_gets_rights BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION session_gets_rights();

CREATE FUNCTION account_changes_rights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who text;
BEGIN
  FOREACH who IN ARRAY CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.username] WHEN 'DELETE' THEN ARRAY[OLD.username]
    ELSE ARRAY[OLD.username, NEW.username] END LOOP
    PERFORM FROM public.officer o WHERE o.username = who FOR NO KEY UPDATE;
    UPDATE public.session s SET (actions, whole_actions, person_areas) = (SELECT * FROM public.rights_of(who))
      WHERE s.username = who;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER assignment_changes_rights AFTER INSERT OR UPDATE OR DELETE ON assignment
  FOR EACH ROW EXECUTE FUNCTION account_changes_rights();
CREATE TRIGGER officer_changes_rights AFTER UPDATE OF active, username ON officer
  FOR EACH ROW EXECUTE FUNCTION account_changes_rights();

CREATE FUNCTION matrix_changes_rights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- No session begins meanwhile.
  LOCK TABLE public.session IN SHARE ROW EXCLUSIVE MODE;
  UPDATE public.session s SET (actions, whole_actions, person_areas) = (SELECT * FROM public.rights_of(s.username));
  RETURN NULL;
END $$;
CREATE TRIGGER access_rule_changes_rights AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON access_rule
  FOR EACH STATEMENT EXECUTE FUNCTION matrix_changes_rights();
REVOKE EXECUTE ON FUNCTION rights_of(text), session_gets_rights(), account_changes_rights(), matrix_changes_rights()
  FROM PUBLIC;
UPDATE session s SET (actions, whole_actions, person_areas) = (SELECT * FROM rights_of(s.username));

CREATE OR REPLACE FUNCTION may(action text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT coalesce((SELECT may.action = ANY (s.actions) FROM session s
    WHERE s.token_hash = scope_token() AND s.expires_at > now()), false);
END;

CREATE OR REPLACE FUNCTION scope_whole(action text DEFAULT 'person.read') RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT coalesce((SELECT scope_whole.action = ANY (s.whole_actions) FROM session s
    WHERE s.token_hash = scope_token() AND s.expires_at > now()), false);
END;

CREATE OR REPLACE FUNCTION scope_areas() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT coalesce((SELECT s.person_areas FROM session s
    WHERE s.token_hash = scope_token() AND s.expires_at > now()), '{}');
END;
REVOKE EXECUTE ON FUNCTION scope_areas() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scope_areas() TO jangkau_app, jangkau_gate, jangkau_system;
