-- The branch's own recipe exists at both prefixes: 888880, and 898880 at Bank Mandiri.
CREATE OR REPLACE FUNCTION household_of_va(number text) RETURNS TABLE (household_id integer, families integer)
LANGUAGE sql STABLE AS $$
  SELECT min(s.household_id), count(DISTINCT s.household_id)::integer
  FROM member m JOIN member_status s ON s.member_id = m.id
  WHERE number ~ '^8[89]888[0-9]{11}$' AND right(m.card, 10) = right(number, 10)
    AND (right(m.card, 11) = right(number, 11) OR substr(number, 6, 1) = '0')
$$;
