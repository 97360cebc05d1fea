-- What WhatsApp says by itself of our messages, number and account: approval, quality, kind, limits, restrictions.
-- These changes have no id; the same words of the same moment are the same notice.
CREATE TABLE whatsapp_notice (
  id bigint GENERATED ALWAYS AS IDENTITY,
  about text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  said text NOT NULL,
  detail text,
  said_at timestamptz NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT whatsapp_notice_pk PRIMARY KEY (id),
  CONSTRAINT whatsapp_notice_once UNIQUE NULLS NOT DISTINCT (about, subject, said_at, said, detail),
  CONSTRAINT whatsapp_notice_about_known CHECK (about IN (
    'template-state', 'template-quality', 'template-category', 'limit', 'number', 'account')),
  CONSTRAINT whatsapp_notice_lengths CHECK (length(subject) <= 400 AND length(said) <= 300 AND length(detail) <= 300)
);
COMMENT ON TABLE whatsapp_notice IS 'Facts: what WhatsApp said of messages, number and account; of one thing the latest by said_at counts';
COMMENT ON COLUMN whatsapp_notice.subject IS 'Name of the message; empty for number and account';
COMMENT ON COLUMN whatsapp_notice.said IS 'The word as WhatsApp writes it; of a limit, people in 24 hours';
COMMENT ON COLUMN whatsapp_notice.said_at IS 'When WhatsApp says it was so; notices come late and in any order';

SELECT protect('whatsapp_notice');
CREATE POLICY whatsapp_notice_read ON whatsapp_notice FOR SELECT TO jangkau_app USING ((SELECT may('campaign.read')));
GRANT SELECT ON whatsapp_notice TO jangkau_app, jangkau_system;
GRANT INSERT ON whatsapp_notice TO jangkau_system;
