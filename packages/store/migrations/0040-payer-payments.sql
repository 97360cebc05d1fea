-- What those who pay for others have paid of a month's bill, as the branch was told. Added, never changed: a wrong
-- entry is taken back by one below nothing.
CREATE TABLE payer_payment (
  id bigint GENERATED ALWAYS AS IDENTITY,
  payer_id integer NOT NULL,
  month date NOT NULL,
  segment text NOT NULL,
  amount bigint NOT NULL,
  paid_on date NOT NULL,
  reference text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT payer_payment_pk PRIMARY KEY (id),
  CONSTRAINT payer_payment_payer_fk FOREIGN KEY (payer_id) REFERENCES payer (id),
  CONSTRAINT payer_payment_once UNIQUE (payer_id, reference),
  CONSTRAINT payer_payment_month_first CHECK (extract(day FROM month) = 1),
  CONSTRAINT payer_payment_segment_known CHECK (segment IN ('PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU')),
  CONSTRAINT payer_payment_says_something CHECK (amount <> 0),
  CONSTRAINT payer_payment_reference_form CHECK (length(reference) BETWEEN 1 AND 80 AND reference !~ '[0-9]{16}')
);
COMMENT ON TABLE payer_payment IS 'Payments of the state, regional governments and employers for a month; the reference counts once';
COMMENT ON COLUMN payer_payment.amount IS 'Rupiah; below nothing takes an entry back';
CREATE INDEX payer_payment_month_ix ON payer_payment (month, payer_id);
SELECT protect('payer_payment');
CREATE POLICY payer_payment_seen ON payer_payment FOR SELECT TO jangkau_app USING ((SELECT may('ledger.add')));
CREATE POLICY payer_payment_add ON payer_payment FOR INSERT TO jangkau_app
  WITH CHECK ((SELECT may('ledger.add')) AND recorded_by = (SELECT scope_username()));
GRANT SELECT ON payer_payment TO jangkau_app, jangkau_system;
GRANT INSERT (payer_id, month, segment, amount, paid_on, reference, recorded_by) ON payer_payment TO jangkau_app;
CREATE TRIGGER payer_payment_append_only BEFORE UPDATE OR DELETE ON payer_payment
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
