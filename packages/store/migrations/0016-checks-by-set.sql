-- A foreign key to a partitioned table is looked up row by row: at the size of a branch those of the lines
-- took four fifths of a month close. The same is checked once for all rows of a statement. Bills and lines are
-- never changed or deleted, so nothing can come loose later.
ALTER TABLE bill_line DROP CONSTRAINT bill_line_bill_fk;
ALTER TABLE allocation DROP CONSTRAINT allocation_line_fk;

CREATE FUNCTION bill_line_has_bill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT a.month, a.household_id FROM added a) a
    LEFT JOIN bill b ON b.month = a.month AND b.household_id = a.household_id
    WHERE b.month IS NULL
  ) THEN
    RAISE EXCEPTION 'a line has no bill' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'bill_line_has_bill';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER bill_line_has_bill AFTER INSERT ON bill_line
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION bill_line_has_bill();

CREATE OR REPLACE FUNCTION allocation_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added a
    LEFT JOIN bill_line l ON l.month = a.month AND l.member_id = a.member_id
    WHERE l.month IS NULL OR l.amount <> a.due OR l.household_id <> a.household_id
  ) THEN
    RAISE EXCEPTION 'an allocation differs from its bill line' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_of_line';
  END IF;
  IF EXISTS (
    SELECT FROM added a
    WHERE a.step > 1 AND NOT EXISTS (
      SELECT FROM allocation b
      WHERE b.month = a.month AND b.member_id = a.member_id AND b.step = a.step - 1 AND b.paid_after = a.paid_before)
  ) THEN
    RAISE EXCEPTION 'an allocation does not follow the one before' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_follows';
  END IF;
  -- With the check at the end of the transaction, this keeps a finished payment as it is for ever.
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT payment_id FROM added WHERE payment_id IS NOT NULL) a
    JOIN payment p ON p.id = a.payment_id
    WHERE p.amount < (SELECT sum(b.amount) FROM allocation b WHERE b.payment_id = p.id)
      + coalesce((SELECT sum(h.amount) FROM holding h WHERE h.payment_id = p.id), 0)
  ) THEN
    RAISE EXCEPTION 'more is allocated than was paid' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_is_distributed';
  END IF;
  RETURN NULL;
END $$;
