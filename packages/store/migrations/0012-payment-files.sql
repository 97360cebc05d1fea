-- Payments of a file are posted before the file's row, which says how they ended.
ALTER TABLE payment ALTER CONSTRAINT payment_file_fk DEFERRABLE INITIALLY DEFERRED;
GRANT USAGE ON SEQUENCE payment_file_id_seq TO jangkau_system;
