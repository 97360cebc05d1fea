-- Families and turns of campaigns, and the bill of a running month, are for the system's own login: every screen and
-- every act reads and writes them through it.
REVOKE SELECT ON campaign_family, campaign_turn FROM jangkau_app;
REVOKE EXECUTE ON FUNCTION bill_running_month(integer, date, integer) FROM jangkau_app;
