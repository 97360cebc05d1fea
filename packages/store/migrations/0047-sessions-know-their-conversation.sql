-- A family may share one phone: whose app it is, and where to write to them, is known by their own sign-in and not by
-- who proved themselves on that phone last.
ALTER TABLE member_session ADD COLUMN conversation_id bigint,
  ADD CONSTRAINT member_session_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE SET NULL;
COMMENT ON COLUMN member_session.conversation_id IS 'Where the code of the sign-in went';
CREATE INDEX member_session_conversation_ix ON member_session (conversation_id);
UPDATE member_session s SET conversation_id = (
  SELECT c.id FROM chat_conversation c WHERE c.member_id = s.member_id ORDER BY c.touched_at DESC LIMIT 1);
