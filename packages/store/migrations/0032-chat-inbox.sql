-- The people's side of PANDAWA: who works on which conversation, what they did, what they may be asked to keep to.
-- What a front-liner does is a fact with an id of its own: done again it changes nothing.

ALTER TABLE chat_conversation
  ADD COLUMN assigned_to text COLLATE "C",
  ADD COLUMN answer_by timestamptz;
COMMENT ON COLUMN chat_conversation.assigned_to IS 'Front-liner who works on it; derived from chat_fact, kept for lists';
COMMENT ON COLUMN chat_conversation.answer_by IS 'Until when somebody who waits for a person was promised an answer; null when it is not our turn';
CREATE INDEX chat_conversation_assigned_ix ON chat_conversation (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX chat_conversation_opted_out_ix ON chat_conversation (opted_out_at) WHERE opted_out_at IS NOT NULL;

ALTER TABLE chat_message
  ADD COLUMN made_by text COLLATE "C",
  ADD COLUMN by_template boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN chat_message.made_by IS 'Front-liner who wrote it; null: the automatic service';
COMMENT ON COLUMN chat_message.by_template IS 'A template went in its place because the 24 hours were over; the message itself goes once the person writes';
CREATE INDEX chat_message_by_template_ix ON chat_message (conversation_id) WHERE by_template;
CREATE INDEX chat_message_failed_ix ON chat_message (failed_at) WHERE state = 'failed';

ALTER TABLE chat_work_item
  ADD COLUMN outcome text,
  ADD CONSTRAINT chat_work_item_outcome_known CHECK (outcome IN ('granted', 'refused', 'incomplete', 'answered')),
  ADD CONSTRAINT chat_work_item_done_has_outcome CHECK ((done_at IS NULL) = (outcome IS NULL));
CREATE INDEX chat_work_item_of_conversation_ix ON chat_work_item (conversation_id);

CREATE TABLE chat_file (
  conversation_id bigint NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  mime text NOT NULL,
  size integer NOT NULL,
  bytes bytea NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT chat_file_pk PRIMARY KEY (conversation_id, sha256),
  CONSTRAINT chat_file_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE CASCADE,
  CONSTRAINT chat_file_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT chat_file_mime_known CHECK (mime IN ('image/jpeg', 'image/png', 'application/pdf'))
);
COMMENT ON TABLE chat_file IS 'Photographs and documents that were sent in a chat';
COMMENT ON COLUMN chat_file.sha256 IS 'Hash of what was sent';
COMMENT ON COLUMN chat_file.bytes IS 'Encrypted with the key of the server';
CREATE INDEX chat_file_kept_ix ON chat_file (kept_at);

CREATE TABLE chat_fact (
  id uuid NOT NULL,
  conversation_id bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  made_by text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT chat_fact_pk PRIMARY KEY (id),
  CONSTRAINT chat_fact_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE CASCADE,
  CONSTRAINT chat_fact_kind_known CHECK (kind IN ('assigned', 'released', 'noted', 'replied', 'handed-back', 'finished'))
);
COMMENT ON TABLE chat_fact IS 'What front-liners did in conversations: added, never changed';
CREATE INDEX chat_fact_of_conversation_ix ON chat_fact (conversation_id, at);

CREATE TABLE chat_setting (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  username text NOT NULL,
  name text NOT NULL,
  value jsonb,
  CONSTRAINT chat_setting_pk PRIMARY KEY (id),
  CONSTRAINT chat_setting_name_known CHECK (name IN ('office-hours', 'service-levels', 'quick-replies'))
);
COMMENT ON TABLE chat_setting IS 'Office hours, promised times and quick replies of PANDAWA; the latest row of a name counts';
COMMENT ON COLUMN chat_setting.value IS 'Null: as delivered';

-- Conversations of members one may see, and of people who have not said who they are: those belong to no area.
CREATE POLICY chat_conversation_read ON chat_conversation FOR SELECT TO jangkau_app USING ((SELECT may('chat.read')) AND
  (member_id IS NULL OR EXISTS (SELECT FROM member_status m WHERE m.member_id = chat_conversation.member_id)));
CREATE POLICY chat_conversation_work ON chat_conversation FOR UPDATE TO jangkau_app
  USING ((SELECT may('chat.answer')) AND
    (member_id IS NULL OR EXISTS (SELECT FROM member_status m WHERE m.member_id = chat_conversation.member_id)))
  WITH CHECK ((SELECT may('chat.answer')) AND
    (member_id IS NULL OR EXISTS (SELECT FROM member_status m WHERE m.member_id = chat_conversation.member_id)));
CREATE POLICY chat_message_read ON chat_message FOR SELECT TO jangkau_app USING (
  EXISTS (SELECT FROM chat_conversation c WHERE c.id = chat_message.conversation_id));
-- Only into the outbox, and only where one may answer.
CREATE POLICY chat_message_add ON chat_message FOR INSERT TO jangkau_app WITH CHECK ((SELECT may('chat.answer')) AND
  NOT inbound AND state = 'queued' AND (made_by IS NULL OR made_by = (SELECT scope_username())) AND
  EXISTS (SELECT FROM chat_conversation c WHERE c.id = chat_message.conversation_id));
CREATE POLICY chat_work_item_read ON chat_work_item FOR SELECT TO jangkau_app USING (
  EXISTS (SELECT FROM chat_conversation c WHERE c.id = chat_work_item.conversation_id));
CREATE POLICY chat_work_item_work ON chat_work_item FOR UPDATE TO jangkau_app USING ((SELECT may('chat.answer')) AND
  EXISTS (SELECT FROM chat_conversation c WHERE c.id = chat_work_item.conversation_id));
CREATE POLICY chat_rating_read ON chat_rating FOR SELECT TO jangkau_app USING (
  EXISTS (SELECT FROM chat_conversation c WHERE c.id = chat_rating.conversation_id));

SELECT protect('chat_file'), protect('chat_fact'), protect('chat_setting');
CREATE POLICY chat_file_read ON chat_file FOR SELECT TO jangkau_app USING (
  EXISTS (SELECT FROM chat_conversation c WHERE c.id = chat_file.conversation_id));
CREATE POLICY chat_fact_read ON chat_fact FOR SELECT TO jangkau_app USING (
  EXISTS (SELECT FROM chat_conversation c WHERE c.id = chat_fact.conversation_id));
CREATE POLICY chat_fact_add ON chat_fact FOR INSERT TO jangkau_app WITH CHECK ((SELECT may('chat.answer')) AND
  made_by = (SELECT scope_username()) AND EXISTS (SELECT FROM chat_conversation c WHERE c.id = chat_fact.conversation_id));
CREATE POLICY chat_setting_read ON chat_setting FOR SELECT TO jangkau_app USING ((SELECT may('chat.queue')));
CREATE POLICY chat_setting_add ON chat_setting FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('chat.manage')) AND username = (SELECT scope_username()));

GRANT SELECT ON chat_conversation, chat_message, chat_work_item, chat_rating, chat_file, chat_fact, chat_setting TO jangkau_app;
GRANT UPDATE (state, member_id, waiting_for, waiting_since, answer_by, opted_out_at, assigned_to, touched_at)
  ON chat_conversation TO jangkau_app;
GRANT INSERT (conversation_id, key, inbound, kind, body, state, made_by) ON chat_message TO jangkau_app;
GRANT UPDATE (done_at, outcome) ON chat_work_item TO jangkau_app;
GRANT INSERT (id, conversation_id, made_by, kind, body) ON chat_fact TO jangkau_app;
GRANT INSERT (username, name, value) ON chat_setting TO jangkau_app;
GRANT SELECT, INSERT ON chat_file TO jangkau_system;
GRANT SELECT ON chat_fact, chat_setting TO jangkau_system;

CREATE FUNCTION chat_officers() RETURNS TABLE (username text, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT public.may('chat.read') THEN RETURN; END IF;
  RETURN QUERY
    SELECT DISTINCT o.username, o.name
    FROM public.officer o JOIN public.assignment a USING (username)
    JOIN public.access_rule r ON r.role = a.role AND r.action = 'chat.answer' AND r.reach IN ('branch', a.scope_kind)
    WHERE o.active AND a.revoked_at IS NULL ORDER BY 2, 1;
END $$;
COMMENT ON FUNCTION chat_officers IS 'People of the branch who may answer in chats';
REVOKE EXECUTE ON FUNCTION chat_officers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chat_officers() TO jangkau_app;
