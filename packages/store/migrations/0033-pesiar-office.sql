-- Whether the agreement with a Pemda covers a newborn with its mother at once is a choice of the area.
ALTER TABLE pesiar_setting DROP CONSTRAINT pesiar_setting_name_known;
ALTER TABLE pesiar_setting ADD CONSTRAINT pesiar_setting_name_known CHECK (
  name IN ('live', 'prioritas', 'newborn-pemda', 'target', 'unable-per-head'));

-- Differences that were settled are few among the facts.
CREATE INDEX case_fact_settled ON case_fact (seq DESC) WHERE kind = 'resolved-conflict';
