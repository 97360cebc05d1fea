-- Clocks and the hiding of small counts have a screen of their own: the head of branch and the system administrator.
ALTER TABLE privacy_setting DROP CONSTRAINT privacy_setting_name_known,
  ADD CONSTRAINT privacy_setting_name_known
    CHECK (name ~ '^(clock|retention)\.[a-z-]+$' OR name IN ('figures.hide-inside', 'figures.smallest-count'));
DROP POLICY privacy_setting_add ON privacy_setting;
CREATE POLICY privacy_setting_add ON privacy_setting FOR INSERT TO jangkau_app WITH CHECK (
  username = (SELECT scope_username())
  AND may(CASE WHEN name LIKE 'retention.%' THEN 'retention.manage' ELSE 'privacy-setting.manage' END));
COMMENT ON COLUMN privacy_setting.value IS
  'Hours of a clock, days of a retention rule, a count, 0 or 1; null: the default again';
