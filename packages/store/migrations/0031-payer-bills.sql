-- What others owe for a month: the state for PBI, a regional government for its people, an employer for its workers.
-- Rows are added and never changed; a month that is closed again adds the difference.
CREATE TABLE payer_bill (
  month date NOT NULL,
  payer_id integer NOT NULL,
  segment text NOT NULL,
  issue smallint NOT NULL,
  people integer NOT NULL,
  amount bigint,
  from_region bigint,
  legal_basis text NOT NULL,
  issued_on date NOT NULL,
  CONSTRAINT payer_bill_pk PRIMARY KEY (month, payer_id, segment, issue),
  CONSTRAINT payer_bill_payer_fk FOREIGN KEY (payer_id) REFERENCES payer (id),
  CONSTRAINT payer_bill_month_first CHECK (extract(day FROM month) = 1),
  CONSTRAINT payer_bill_segment_known CHECK (segment IN ('PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU')),
  CONSTRAINT payer_bill_says_something CHECK (people <> 0),
  CONSTRAINT payer_bill_region_within CHECK (abs(from_region) <= abs(amount))
);
COMMENT ON TABLE payer_bill IS 'Contributions due from those who pay for others, by month; sums of its rows count, those below nothing take back';
COMMENT ON COLUMN payer_bill.amount IS 'Rupiah; null for employers, whose wages the register does not have';
COMMENT ON COLUMN payer_bill.from_region IS 'The region''s part; the state pays the rest';
SELECT protect('payer_bill');
CREATE POLICY payer_bill_seen ON payer_bill FOR SELECT TO jangkau_app USING ((SELECT may('drive.read')));
GRANT SELECT ON payer_bill TO jangkau_app, jangkau_system;
GRANT INSERT ON payer_bill TO jangkau_system;
CREATE TRIGGER payer_bill_append_only BEFORE UPDATE OR DELETE ON payer_bill
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

ALTER TABLE rule_setting ADD COLUMN set_by text NOT NULL DEFAULT '';
COMMENT ON COLUMN rule_setting.set_by IS 'Who set it';
