-- PANDAWA: WhatsApp calls as they came, conversations, their messages both ways, and the work they make.
-- Requests see nothing of it yet; the background works it, and the webhook's login can only add calls.

CREATE TABLE chat_call (
  id bigint GENERATED ALWAYS AS IDENTITY,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  body bytea NOT NULL,
  worked_at timestamptz,
  attempts smallint NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  fault text,
  CONSTRAINT chat_call_pk PRIMARY KEY (id)
);
COMMENT ON TABLE chat_call IS 'Signed calls of WhatsApp, byte for byte, kept before they are answered; worked once, gone after a week';
COMMENT ON COLUMN chat_call.fault IS 'Why it could not be worked, without its contents';
CREATE INDEX chat_call_waiting_ix ON chat_call (next_try_at, id) WHERE worked_at IS NULL;
CREATE INDEX chat_call_worked_ix ON chat_call (worked_at) WHERE worked_at IS NOT NULL;

CREATE TABLE chat_conversation (
  id bigint GENERATED ALWAYS AS IDENTITY,
  user_hash bytea NOT NULL,
  line text NOT NULL,
  address text NOT NULL,
  phone text,
  member_id integer,
  state jsonb NOT NULL DEFAULT '{}',
  last_in_at timestamptz,
  window_ends_at timestamptz,
  next_send_at timestamptz,
  opted_out_at timestamptz,
  waiting_for text,
  waiting_since timestamptz,
  undeliverable text,
  touched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT chat_conversation_pk PRIMARY KEY (id),
  CONSTRAINT chat_conversation_user_once UNIQUE (line, user_hash),
  CONSTRAINT chat_conversation_user_is_hash CHECK (length(user_hash) = 32),
  CONSTRAINT chat_conversation_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
COMMENT ON TABLE chat_conversation IS 'One person on one of our numbers: where the conversation stands, and until when one may answer freely';
COMMENT ON COLUMN chat_conversation.user_hash IS 'Keyed hash of the business-scoped user id, or of the phone when there is none';
COMMENT ON COLUMN chat_conversation.address IS 'Where answers go: phone or business-scoped user id';
COMMENT ON COLUMN chat_conversation.waiting_for IS 'Service whose queue waits for a person of the branch';
CREATE INDEX chat_conversation_member_ix ON chat_conversation (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX chat_conversation_waiting_ix ON chat_conversation (waiting_since) WHERE waiting_since IS NOT NULL;
CREATE INDEX chat_conversation_idle_ix ON chat_conversation (touched_at) WHERE state ->> 'phase' IN ('number', 'birth', 'code', 'flow');

CREATE TABLE chat_message (
  id bigint GENERATED ALWAYS AS IDENTITY,
  conversation_id bigint NOT NULL,
  key text NOT NULL,
  inbound boolean NOT NULL,
  kind text NOT NULL,
  body jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL,
  wamid text,
  attempts smallint NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  outside_window boolean NOT NULL DEFAULT false,
  error_code integer,
  error_kind text,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  price_category text,
  price_type text,
  billable boolean,
  CONSTRAINT chat_message_pk PRIMARY KEY (id),
  CONSTRAINT chat_message_once UNIQUE (conversation_id, key),
  CONSTRAINT chat_message_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE CASCADE,
  CONSTRAINT chat_message_state_known CHECK (state IN (
    'received', 'queued', 'sending', 'accepted', 'sent', 'delivered', 'read', 'failed', 'dropped'))
);
COMMENT ON TABLE chat_message IS 'What was said both ways. Ours are written with the change that caused them and sent afterwards: the outbox';
COMMENT ON COLUMN chat_message.key IS 'Inbound: the id WhatsApp gave it; ours: the effect it comes from. Either is there once';
COMMENT ON COLUMN chat_message.outside_window IS 'Sent as a template outside the 24 hours; counts toward the limit of the portfolio';
CREATE UNIQUE INDEX chat_message_wamid_ix ON chat_message (wamid) WHERE wamid IS NOT NULL;
CREATE INDEX chat_message_due_ix ON chat_message (due_at, id) WHERE state IN ('queued', 'sending');
CREATE INDEX chat_message_outside_ix ON chat_message (sent_at) WHERE outside_window;

CREATE TABLE chat_status (
  wamid text NOT NULL,
  status text NOT NULL,
  at timestamptz NOT NULL,
  error_code integer,
  price_category text,
  price_type text,
  billable boolean,
  CONSTRAINT chat_status_pk PRIMARY KEY (wamid, status)
);
COMMENT ON TABLE chat_status IS 'What WhatsApp said of a message of ours, each once, in whatever order; may come before we know its id';

CREATE TABLE chat_work_item (
  id bigint GENERATED ALWAYS AS IDENTITY,
  conversation_id bigint NOT NULL,
  key text NOT NULL,
  service text NOT NULL,
  member_id integer,
  answers jsonb NOT NULL,
  files jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  due_on date NOT NULL,
  done_at timestamptz,
  CONSTRAINT chat_work_item_pk PRIMARY KEY (id),
  CONSTRAINT chat_work_item_once UNIQUE (conversation_id, key),
  CONSTRAINT chat_work_item_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE CASCADE,
  CONSTRAINT chat_work_item_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
COMMENT ON TABLE chat_work_item IS 'What a conversation asks of the people of the branch: a service of PANDAWA, a complaint, a missing payment';
CREATE INDEX chat_work_item_open_ix ON chat_work_item (service, made_at) WHERE done_at IS NULL;

CREATE TABLE chat_code (
  conversation_id bigint NOT NULL,
  code_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  CONSTRAINT chat_code_pk PRIMARY KEY (conversation_id),
  CONSTRAINT chat_code_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE CASCADE
);
COMMENT ON TABLE chat_code IS 'The one-time code of a conversation, as a keyed hash, for five minutes';

CREATE TABLE chat_guess (
  number_hash bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE chat_guess IS 'Failed proofs for a number, as a keyed hash: guessing from many phones is noticed';
CREATE INDEX chat_guess_ix ON chat_guess (number_hash, at);

CREATE TABLE chat_rating (
  conversation_id bigint NOT NULL,
  key text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  score smallint NOT NULL,
  CONSTRAINT chat_rating_pk PRIMARY KEY (conversation_id, key),
  CONSTRAINT chat_rating_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE CASCADE,
  CONSTRAINT chat_rating_score CHECK (score BETWEEN 1 AND 3)
);
COMMENT ON TABLE chat_rating IS 'How content people were with whoever helped them';

SELECT protect('chat_call'), protect('chat_conversation'), protect('chat_message'), protect('chat_status'),
  protect('chat_work_item'), protect('chat_code'), protect('chat_guess'), protect('chat_rating');
GRANT SELECT, INSERT, UPDATE, DELETE ON chat_call, chat_code, chat_guess TO jangkau_system;
GRANT SELECT, INSERT, UPDATE ON chat_conversation, chat_message, chat_work_item TO jangkau_system;
GRANT SELECT, INSERT ON chat_status, chat_rating TO jangkau_system;
CREATE POLICY chat_call_gate ON chat_call FOR INSERT TO jangkau_gate WITH CHECK (true);
GRANT INSERT (body) ON chat_call TO jangkau_gate;
