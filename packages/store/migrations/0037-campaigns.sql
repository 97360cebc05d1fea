-- Campaigns: one message to many families of inactive members, with a group drawn to be left alone. What is decided and
-- what happens is added and never changed; the state of a campaign or template is what its latest event says.

-- Numbers as the register writes them (0812..., +62 812..., 812...), as WhatsApp wants them; null when it is no mobile.
CREATE FUNCTION chat_phone(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN regexp_replace(regexp_replace(written, '[^0-9]', '', 'g'), '^(62|0)', '') ~ '^8[0-9]{8,11}$'
    THEN '62' || regexp_replace(regexp_replace(written, '[^0-9]', '', 'g'), '^(62|0)', '') END;
COMMENT ON FUNCTION chat_phone IS 'A mobile number as WhatsApp wants it (628...); null when it is none';

CREATE TABLE campaign_template (
  id integer GENERATED ALWAYS AS IDENTITY,
  name text COLLATE "C" NOT NULL,
  category text NOT NULL,
  body text NOT NULL,
  buttons jsonb NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'draft',
  CONSTRAINT campaign_template_pk PRIMARY KEY (id),
  CONSTRAINT campaign_template_name_once UNIQUE (name),
  CONSTRAINT campaign_template_name_form CHECK (name ~ '^[a-z0-9_]{3,60}$'),
  CONSTRAINT campaign_template_category_known CHECK (category IN ('utility', 'marketing')),
  CONSTRAINT campaign_template_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'rejected', 'paused'))
);
COMMENT ON TABLE campaign_template IS 'Messages of campaigns, word for word; a change is another template, as Meta approves words';

CREATE TABLE campaign_template_event (
  id bigint GENERATED ALWAYS AS IDENTITY,
  template_id integer NOT NULL,
  state text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  made_by text NOT NULL,
  reason text,
  CONSTRAINT campaign_template_event_pk PRIMARY KEY (id),
  CONSTRAINT campaign_template_event_of FOREIGN KEY (template_id) REFERENCES campaign_template (id),
  CONSTRAINT campaign_template_event_known CHECK (state IN ('draft', 'submitted', 'approved', 'rejected', 'paused'))
);
COMMENT ON TABLE campaign_template_event IS 'What became of a template at Meta, as it became known';
CREATE INDEX campaign_template_event_ix ON campaign_template_event (template_id, id);

CREATE TABLE campaign (
  id integer GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  template_id integer NOT NULL,
  rule jsonb NOT NULL,
  seed text NOT NULL,
  hold_out real NOT NULL,
  per_day integer NOT NULL,
  send_from text NOT NULL,
  send_to text NOT NULL,
  send_days smallint[] NOT NULL,
  frequency_days smallint NOT NULL,
  follow_up_days smallint NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'draft',
  approved_by text,
  started_at timestamptz,
  forecast_end timestamptz,
  CONSTRAINT campaign_pk PRIMARY KEY (id),
  CONSTRAINT campaign_template_fk FOREIGN KEY (template_id) REFERENCES campaign_template (id),
  CONSTRAINT campaign_state_known CHECK (state IN ('draft', 'waiting', 'running', 'paused', 'finished', 'cancelled', 'returned')),
  CONSTRAINT campaign_hold_out CHECK (hold_out BETWEEN 0 AND 0.5),
  CONSTRAINT campaign_per_day CHECK (per_day > 0),
  CONSTRAINT campaign_hours CHECK (send_from >= '07:00' AND send_to <= '21:00' AND send_from < send_to),
  CONSTRAINT campaign_days CHECK (cardinality(send_days) BETWEEN 1 AND 7),
  CONSTRAINT campaign_caps CHECK (frequency_days BETWEEN 1 AND 365 AND follow_up_days BETWEEN 1 AND 180),
  -- Four eyes: whoever drew it up does not approve it.
  CONSTRAINT campaign_four_eyes CHECK (approved_by <> made_by),
  CONSTRAINT campaign_runs_approved CHECK (state NOT IN ('running', 'paused', 'finished') OR approved_by IS NOT NULL)
);
COMMENT ON TABLE campaign IS 'One message to many families: to whom, how fast, and how large the group left alone is';
COMMENT ON COLUMN campaign.rule IS 'Which inactive members, as the reactivation drive filters them';
COMMENT ON COLUMN campaign.seed IS 'Draws who is left alone and in which order the others are written to; the same seed draws the same';
COMMENT ON COLUMN campaign.follow_up_days IS 'Days after a family''s turn in which what it does counts';
COMMENT ON COLUMN campaign.forecast_end IS 'When it was to be done, as forecast at approval';

CREATE TABLE campaign_event (
  id bigint GENERATED ALWAYS AS IDENTITY,
  campaign_id integer NOT NULL,
  act text NOT NULL,
  at timestamptz NOT NULL,
  made_by text NOT NULL,
  reason text,
  CONSTRAINT campaign_event_pk PRIMARY KEY (id),
  CONSTRAINT campaign_event_of FOREIGN KEY (campaign_id) REFERENCES campaign (id),
  CONSTRAINT campaign_event_known CHECK (act IN ('draw-up', 'submit', 'approve', 'return', 'pause', 'resume', 'cancel', 'finish'))
);
COMMENT ON TABLE campaign_event IS 'Who did what with a campaign, and why';
CREATE INDEX campaign_event_ix ON campaign_event (campaign_id, id);

CREATE TABLE campaign_family (
  campaign_id integer NOT NULL,
  household_id integer NOT NULL,
  member_id integer,
  area_code text COLLATE "C" NOT NULL,
  subjects integer[] NOT NULL,
  arm text NOT NULL,
  left_out text,
  position integer,
  CONSTRAINT campaign_family_pk PRIMARY KEY (campaign_id, household_id),
  CONSTRAINT campaign_family_position_once UNIQUE (campaign_id, position),
  CONSTRAINT campaign_family_campaign_fk FOREIGN KEY (campaign_id) REFERENCES campaign (id),
  CONSTRAINT campaign_family_household_fk FOREIGN KEY (household_id) REFERENCES household (id),
  CONSTRAINT campaign_family_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT campaign_family_arm_known CHECK (arm IN ('contact', 'hold-out', 'left-out')),
  CONSTRAINT campaign_family_left_out_why CHECK ((arm = 'left-out') = (left_out IS NOT NULL)),
  CONSTRAINT campaign_family_in_the_queue CHECK ((arm = 'left-out') = (position IS NULL)),
  CONSTRAINT campaign_family_has_somebody CHECK (arm = 'left-out' OR member_id IS NOT NULL)
);
COMMENT ON TABLE campaign_family IS 'The audience of a campaign as it was frozen: each family once, drawn, or left out with the reason';
COMMENT ON COLUMN campaign_family.member_id IS 'Who of the family is written to: its payer, or else the eldest grown-up with a number';
COMMENT ON COLUMN campaign_family.subjects IS 'Its inactive members the campaign is about';
COMMENT ON COLUMN campaign_family.position IS 'Place in the queue, drawn; families left alone have one too, so that both groups are looked at for as long';
CREATE INDEX campaign_family_household_ix ON campaign_family (household_id);

CREATE TABLE campaign_turn (
  campaign_id integer NOT NULL,
  household_id integer NOT NULL,
  position integer NOT NULL,
  member_id integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  conversation_id bigint,
  message_id bigint,
  CONSTRAINT campaign_turn_pk PRIMARY KEY (campaign_id, household_id),
  CONSTRAINT campaign_turn_position_once UNIQUE (campaign_id, position),
  CONSTRAINT campaign_turn_family_fk FOREIGN KEY (campaign_id, household_id)
    REFERENCES campaign_family (campaign_id, household_id) ON DELETE CASCADE,
  CONSTRAINT campaign_turn_conversation_fk FOREIGN KEY (conversation_id) REFERENCES chat_conversation (id) ON DELETE SET NULL,
  CONSTRAINT campaign_turn_message_fk FOREIGN KEY (message_id) REFERENCES chat_message (id) ON DELETE SET NULL,
  CONSTRAINT campaign_turn_outcome_known CHECK (outcome IN ('queued', 'hold-out', 'active-again', 'ended', 'restricted',
    'no-phone', 'opted-out', 'undeliverable', 'recently-written'))
);
COMMENT ON TABLE campaign_turn IS 'Facts: a family''s turn came, once, and what became of it; written with its message, so nobody is written to twice';
CREATE INDEX campaign_turn_household_ix ON campaign_turn (household_id, at);
CREATE INDEX campaign_turn_conversation_ix ON campaign_turn (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX campaign_turn_message_ix ON campaign_turn (message_id) WHERE message_id IS NOT NULL;

ALTER TABLE chat_message ADD COLUMN campaign_id integer,
  ADD CONSTRAINT chat_message_campaign_fk FOREIGN KEY (campaign_id) REFERENCES campaign (id);
COMMENT ON COLUMN chat_message.campaign_id IS 'Campaign it belongs to: sent at most once, within its hours, while it runs';
CREATE INDEX chat_message_campaign_ix ON chat_message (campaign_id, sent_at) WHERE campaign_id IS NOT NULL;
CREATE INDEX chat_conversation_phone_ix ON chat_conversation (phone) WHERE phone IS NOT NULL;

SELECT protect('campaign_template'), protect('campaign_template_event'), protect('campaign'), protect('campaign_event'),
  protect_by_area('campaign_family'), protect_by_area('campaign_turn');
CREATE POLICY campaign_template_read ON campaign_template FOR SELECT TO jangkau_app USING ((SELECT may('campaign.read')));
CREATE POLICY campaign_template_event_read ON campaign_template_event FOR SELECT TO jangkau_app USING ((SELECT may('campaign.read')));
CREATE POLICY campaign_read ON campaign FOR SELECT TO jangkau_app USING ((SELECT may('campaign.read')));
CREATE POLICY campaign_event_read ON campaign_event FOR SELECT TO jangkau_app USING ((SELECT may('campaign.read')));
GRANT SELECT ON campaign_template, campaign_template_event, campaign, campaign_event, campaign_family, campaign_turn
  TO jangkau_app, jangkau_system;
GRANT INSERT ON campaign_template, campaign_template_event, campaign, campaign_event, campaign_family, campaign_turn TO jangkau_system;
GRANT UPDATE (state) ON campaign_template TO jangkau_system;
GRANT UPDATE (state, approved_by, started_at, forecast_end) ON campaign TO jangkau_system;
GRANT EXECUTE ON FUNCTION chat_phone(text) TO jangkau_app, jangkau_system;
