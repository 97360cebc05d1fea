-- Some villages number their residents with the NIK. That number joins a case with its register and stays; no other
-- field of a fact may hold a number of a person.
ALTER TABLE case_fact DROP CONSTRAINT case_fact_without_numbers_of_people;
ALTER TABLE case_fact ADD CONSTRAINT case_fact_without_numbers_of_people CHECK (
  regexp_replace(body::text, '"residentNo": "[0-9]{16}"', '', 'g') !~ '(^|[^0-9a-f])[0-9]{16}([^0-9a-f]|$)') NOT VALID;
ALTER TABLE case_fact VALIDATE CONSTRAINT case_fact_without_numbers_of_people;
