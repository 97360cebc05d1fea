-- What hospitals asked stays provable, their clients are given a facility there is, and banks get a login of their own.

-- Questions at the hospital door that no entry of the audit speaks of are named too: somebody put them in.
CREATE OR REPLACE FUNCTION changed_look_ups() RETURNS TABLE (entry_id bigint, subject_key text)
LANGUAGE sql STABLE AS $$
  SELECT e.id, coalesce(e.subject_key, l.subject_key) FROM (
    SELECT a.id, a.subject_key, a.detail ->> 'sha256' AS hash, (a.detail ->> 'questions')::bigint AS n
    FROM audit_entry a WHERE a.action = 'eligibility.read' AND a.subject_kind = 'look-ups'
  ) e
  FULL JOIN (
    SELECT l.batch || '/' || l.client_id AS subject_key, count(*) AS n, encode(sha256(convert_to(
      string_agg(look_up_text(l), E'\n' ORDER BY l.id), 'UTF8')), 'base64') AS hash
    FROM eligibility_look_up l GROUP BY l.batch, l.client_id
  ) l USING (subject_key)
  WHERE l.hash IS DISTINCT FROM e.hash OR l.n IS DISTINCT FROM e.n
  ORDER BY e.id, 2
$$;
COMMENT ON FUNCTION changed_look_ups IS
  'Entries of the audit whose questions were changed, deleted or added to since; without an entry: questions that were put in past the door';

-- Who administers API clients picks their facility from those there are, and sees its name.
GRANT SELECT ON facility TO jangkau_gate;
CREATE POLICY facility_gate ON facility FOR SELECT TO jangkau_gate USING (true);

-- What banks report comes in by a login of its own. It can call one function and read nothing: neither who paid
-- nor what they owe.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jangkau_bank') THEN
    BEGIN
      CREATE ROLE jangkau_bank NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO jangkau_bank;

-- Gives no row when the credential does not hold, whatever the server remembers of it.
CREATE FUNCTION notify_payment(
  credential bigint, of_bank text, of_reference text, to_va text, of_amount integer, at_moment timestamptz, zone text, today date)
RETURNS TABLE (outcome text, payment_id bigint, household integer, reactivated boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM api_credential k JOIN api_client c ON c.id = k.client_id
    WHERE k.id = credential AND c.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
      AND 'payment.add' = ANY (c.scopes)
  ) THEN
    RETURN QUERY SELECT p.* FROM post_payment(
      of_bank, of_reference, to_va, of_amount, at_moment, zone, 'notification', NULL, today) p;
  END IF;
END $$;
COMMENT ON FUNCTION notify_payment IS 'Posts a payment for a program of a bank whose credential holds; see post_payment';
REVOKE EXECUTE ON FUNCTION notify_payment(bigint, text, text, text, integer, timestamptz, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notify_payment(bigint, text, text, text, integer, timestamptz, text, date) TO jangkau_bank;
