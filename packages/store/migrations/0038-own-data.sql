-- Members who look after their own data. They come in as a login role of their own, which sees the family of the
-- session and nothing else; what officers see and how quickly stays as it is.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jangkau_member') THEN
    BEGIN
      CREATE ROLE jangkau_member NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO jangkau_member;

CREATE TABLE member_sign_in (
  token_hash bytea NOT NULL,
  number_hash bytea NOT NULL,
  member_id integer,
  conversation_id bigint,
  code_hash bytea NOT NULL,
  keep boolean NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT member_sign_in_pk PRIMARY KEY (token_hash),
  CONSTRAINT member_sign_in_are_hashes CHECK (
    length(token_hash) = 32 AND length(number_hash) = 32 AND length(code_hash) = 32),
  CONSTRAINT member_sign_in_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT member_sign_in_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE CASCADE
);
COMMENT ON TABLE member_sign_in IS
  'Members who gave their number and birth date and owe the code. A row is made for everybody who asks: without a member nobody was sent the code, and none will ever do';
COMMENT ON COLUMN member_sign_in.keep IS 'The phone is their own: the session is a long one';
CREATE INDEX member_sign_in_expires_ix ON member_sign_in (expires_at);

CREATE TABLE member_session (
  token_hash bytea NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id integer NOT NULL,
  keep boolean NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  device text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  CONSTRAINT member_session_pk PRIMARY KEY (token_hash),
  CONSTRAINT member_session_id_unique UNIQUE (id),
  CONSTRAINT member_session_token_is_hash CHECK (length(token_hash) = 32),
  CONSTRAINT member_session_expires_before_end CHECK (expires_at <= ends_at),
  CONSTRAINT member_session_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
COMMENT ON TABLE member_session IS 'Browsers of members who are signed in';
CREATE INDEX member_session_member_ix ON member_session (member_id);
CREATE INDEX member_session_expires_ix ON member_session (expires_at);

CREATE TABLE member_notice_choice (
  id bigint GENERATED ALWAYS AS IDENTITY,
  member_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  whatsapp boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT member_notice_choice_pk PRIMARY KEY (id),
  CONSTRAINT member_notice_choice_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT member_notice_choice_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE CASCADE
);
COMMENT ON TABLE member_notice_choice IS 'Facts: whether a member wants notices over WhatsApp, and where; the latest counts';
CREATE INDEX member_notice_choice_member_ix ON member_notice_choice (member_id, id DESC);
CREATE INDEX member_notice_choice_conversation_ix ON member_notice_choice (conversation_id);

CREATE TABLE rehab_agreement (
  plan_id integer NOT NULL,
  member_id integer NOT NULL,
  agreed_at timestamptz NOT NULL DEFAULT now(),
  language text NOT NULL,
  words text NOT NULL,
  CONSTRAINT rehab_agreement_pk PRIMARY KEY (plan_id),
  CONSTRAINT rehab_agreement_plan_fk FOREIGN KEY (plan_id) REFERENCES rehab_plan (id),
  CONSTRAINT rehab_agreement_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT rehab_agreement_language_known CHECK (language IN ('id', 'en')),
  CONSTRAINT rehab_agreement_says_something CHECK (length(words) > 40)
);
COMMENT ON TABLE rehab_agreement IS 'Facts: who agreed to a plan of REHAB in the member app, and to which words';

-- What a session of a member may see. The same setting as for officers; a token is in one table of sessions only.
CREATE FUNCTION own_member() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT s.member_id FROM member_session s WHERE s.token_hash = scope_token() AND s.expires_at > now();
END;
COMMENT ON FUNCTION own_member IS 'Whose session the transaction works for; null without one that holds';

CREATE FUNCTION own_household() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT s.household_id FROM member_status s WHERE s.member_id = own_member();
END;
COMMENT ON FUNCTION own_household IS 'The family the member of the session is billed with';

CREATE FUNCTION own_family() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT coalesce(array_agg(s.member_id), '{}') FROM member_status s WHERE s.household_id = own_household();
END;
COMMENT ON FUNCTION own_family IS 'Members of that family';

-- What was used at facilities is health data: one's own, and that of one's children until they are 18.
CREATE FUNCTION own_patients() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT coalesce(array_agg(c.member_id), '{}')
  FROM member_status me JOIN member_status c ON c.household_id = me.household_id JOIN member m ON m.id = c.member_id
  WHERE me.member_id = own_member()
    AND (c.member_id = me.member_id
      OR (me.role IN ('payer', 'spouse') AND c.role = 'child' AND m.born > current_date - interval '18 years'));
END;
COMMENT ON FUNCTION own_patients IS 'Whose visits the member of the session may see: their own, and as a parent those of children under 18';

CREATE FUNCTION own_payers() RETURNS TABLE (id integer, name text) LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
BEGIN ATOMIC
  SELECT p.id, p.name FROM payer p
  WHERE p.id IN (SELECT s.payer_id FROM member_status s WHERE s.household_id = own_household());
END;
COMMENT ON FUNCTION own_payers IS 'Who pays for members of the family';
REVOKE EXECUTE ON FUNCTION own_member(), own_household(), own_family(), own_patients(), own_payers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_member(), own_household(), own_family(), own_patients(), own_payers() TO jangkau_member;

SELECT protect('member_sign_in'), protect('member_session'), protect('member_notice_choice'), protect('rehab_agreement');
GRANT SELECT, INSERT, UPDATE, DELETE ON member_sign_in TO jangkau_system;
GRANT SELECT, INSERT ON member_notice_choice, rehab_agreement TO jangkau_system;
GRANT SELECT (member_id, id, device, address, keep, created_at, seen_at, expires_at, ends_at) ON member_session TO jangkau_system;
GRANT SELECT, INSERT, DELETE, UPDATE (seen_at, expires_at) ON member_session TO jangkau_gate;
CREATE POLICY member_session_gate ON member_session TO jangkau_gate USING (true) WITH CHECK (true);
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['member_notice_choice', 'rehab_agreement'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()',
      t || '_append_only', t);
  END LOOP;
END $$;

DO $$
DECLARE
  rule record;
BEGIN
  FOR rule IN SELECT * FROM (VALUES
    ('member', 'id = ANY ((SELECT own_family())::int[])'),
    ('member_status', 'member_id = ANY ((SELECT own_family())::int[])'),
    ('status_change', 'member_id = ANY ((SELECT own_family())::int[])'),
    ('household', 'id = (SELECT own_household())'),
    ('bill', 'household_id = (SELECT own_household())'),
    ('bill_line', 'household_id = (SELECT own_household())'),
    ('allocation', 'household_id = (SELECT own_household())'),
    ('payment', 'household_id = (SELECT own_household())'),
    ('holding', 'household_id = (SELECT own_household())'),
    ('adjustment', 'household_id = (SELECT own_household())'),
    ('rehab_plan', 'household_id = (SELECT own_household())'),
    ('rehab_stage', 'EXISTS (SELECT FROM rehab_plan p WHERE p.id = plan_id)'),
    ('rehab_event', 'EXISTS (SELECT FROM rehab_plan p WHERE p.id = plan_id)'),
    ('rehab_agreement', 'EXISTS (SELECT FROM rehab_plan p WHERE p.id = plan_id)'),
    ('visit', 'member_id = ANY ((SELECT own_patients())::int[])'),
    ('facility', 'true'),
    ('member_notice_choice', 'member_id = (SELECT own_member())'),
    ('chat_work_item', 'member_id = (SELECT own_member())')
  ) r (target, condition) LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO jangkau_member USING (%s)',
      rule.target || '_own', rule.target, rule.condition);
  END LOOP;
END $$;
GRANT SELECT ON member, member_status, status_change, household, bill, bill_line, allocation, payment, holding,
  open_holding, adjustment, rehab_plan, rehab_stage, rehab_event, live_rehab_event, rehab_agreement, visit, facility,
  member_notice_choice, area, rule_setting, tariff TO jangkau_member;
GRANT SELECT (id, member_id, service, made_at, due_on, done_at) ON chat_work_item TO jangkau_member;

-- Every read leaves an entry in the member's name.
GRANT INSERT (username, role, area, purpose, action, subject_kind, subject_key, detail, outcome, request_id,
  address) ON audit_entry TO jangkau_member;
CREATE POLICY audit_entry_own ON audit_entry FOR INSERT TO jangkau_member
  WITH CHECK (username = 'member ' || (SELECT own_member()));
