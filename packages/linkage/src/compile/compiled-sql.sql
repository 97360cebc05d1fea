-- blocking keys: born (left)
SELECT k, hash(p0) AS h
  FROM (SELECT k, born AS p0
  FROM "std_left"
  WHERE born IS NOT NULL)
  WHERE p0 IS NOT NULL;

-- blocking keys: born (right)
SELECT k, hash(p0) AS h
  FROM (SELECT k, born AS p0
  FROM "std_right"
  WHERE born IS NOT NULL)
  WHERE p0 IS NOT NULL;

-- blocking keys: a word, birth year (left)
SELECT k, hash(p0, p1) AS h
  FROM (SELECT k, unnest([CASE
  WHEN called_bits1 >= 1 THEN called_sound1 END,
  CASE
  WHEN called_bits2 >= 1 THEN called_sound2 END,
  CASE
  WHEN called_bits3 >= 1 THEN called_sound3 END,
  CASE
  WHEN called_bits4 >= 1 THEN called_sound4 END]) AS p0, born_year AS p1
  FROM "std_left"
  WHERE called_bits1 >= 1 AND born IS NOT NULL)
  WHERE p0 IS NOT NULL AND p1 IS NOT NULL;

-- blocking keys: a word, birth year (right)
SELECT k, hash(p0, p1) AS h
  FROM (SELECT k, unnest([CASE
  WHEN called_bits1 >= 1 THEN called_sound1 END,
  CASE
  WHEN called_bits2 >= 1 THEN called_sound2 END,
  CASE
  WHEN called_bits3 >= 1 THEN called_sound3 END,
  CASE
  WHEN called_bits4 >= 1 THEN called_sound4 END]) AS p0, born_year AS p1
  FROM "std_right"
  WHERE called_bits1 >= 1 AND born IS NOT NULL)
  WHERE p0 IS NOT NULL AND p1 IS NOT NULL;

-- blocking keys: day and month exchanged (left)
SELECT k, hash(p0) AS h
  FROM (SELECT k, try_cast(printf('%04d-%02d-%02d', born_year, born_day, born_month) AS DATE) AS p0
  FROM "std_left"
  WHERE born_day <= 12 AND born_day <> born_month)
  WHERE p0 IS NOT NULL;

-- blocking keys: day and month exchanged (right)
SELECT k, hash(p0) AS h
  FROM (SELECT k, born AS p0
  FROM "std_right"
  WHERE born_day <= 12)
  WHERE p0 IS NOT NULL;

-- comparisons
SELECT k_left,
  k_right, rules,
  c_number::TINYINT AS c_number,
  c_born::TINYINT AS c_born,
  c_called::TINYINT AS c_called
  FROM (SELECT *,
  CASE
  WHEN l_born = r_born THEN 1
  WHEN abs(l_born_year - r_born_year) <= 0 AND c_number IN (0) THEN 2
  WHEN l_born IS NULL OR r_born IS NULL THEN 0
  ELSE 3 END AS c_born
  FROM (SELECT *,
  CASE
  WHEN l_number = r_number THEN 1
  WHEN CASE
  WHEN l_number = r_number THEN false
  WHEN abs(l_number - r_number) % CAST(pow(10, floor(log10(abs(l_number - r_number)))) AS BIGINT) = 0 AND length(l_number::VARCHAR) = length(r_number::VARCHAR) THEN hamming(l_number::VARCHAR,
  r_number::VARCHAR) = 1
  ELSE false END THEN 2
  WHEN l_number IS NULL OR r_number IS NULL THEN 0
  ELSE 3 END AS c_number,
  CASE
  WHEN l_called_total = 0 OR r_called_total = 0 OR l_called_flag OR r_called_flag THEN 0
  WHEN (l_called_total > 0 AND left_matched_called = l_called_total AND right_matched_called = r_called_total AND least(left_matched_called, right_matched_called) >= 64) THEN 1
  ELSE 2 END AS c_called
  FROM (SELECT *,
  CASE
  WHEN l_called_total = 0 OR r_called_total = 0 THEN 0
  WHEN left_matched_called = l_called_total AND right_matched_called = r_called_total THEN 1
  ELSE jaro_winkler_similarity(l_called_joined,
  r_called_joined) END AS similar_called
  FROM (SELECT *, (l_called_bits1 * CAST((l_called_sound1 = r_called_sound1 OR l_called_sound1 = r_called_sound2 OR l_called_sound1 = r_called_sound3 OR l_called_sound1 = r_called_sound4) AS INTEGER) + l_called_bits2 * CAST((l_called_sound2 = r_called_sound1 OR l_called_sound2 = r_called_sound2 OR l_called_sound2 = r_called_sound3 OR l_called_sound2 = r_called_sound4) AS INTEGER) + l_called_bits3 * CAST((l_called_sound3 = r_called_sound1 OR l_called_sound3 = r_called_sound2 OR l_called_sound3 = r_called_sound3 OR l_called_sound3 = r_called_sound4) AS INTEGER) + l_called_bits4 * CAST((l_called_sound4 = r_called_sound1 OR l_called_sound4 = r_called_sound2 OR l_called_sound4 = r_called_sound3 OR l_called_sound4 = r_called_sound4) AS INTEGER)) AS left_matched_called, (r_called_bits1 * CAST((r_called_sound1 = l_called_sound1 OR r_called_sound1 = l_called_sound2 OR r_called_sound1 = l_called_sound3 OR r_called_sound1 = l_called_sound4) AS INTEGER) + r_called_bits2 * CAST((r_called_sound2 = l_called_sound1 OR r_called_sound2 = l_called_sound2 OR r_called_sound2 = l_called_sound3 OR r_called_sound2 = l_called_sound4) AS INTEGER) + r_called_bits3 * CAST((r_called_sound3 = l_called_sound1 OR r_called_sound3 = l_called_sound2 OR r_called_sound3 = l_called_sound3 OR r_called_sound3 = l_called_sound4) AS INTEGER) + r_called_bits4 * CAST((r_called_sound4 = l_called_sound1 OR r_called_sound4 = l_called_sound2 OR r_called_sound4 = l_called_sound3 OR r_called_sound4 = l_called_sound4) AS INTEGER)) AS right_matched_called
  FROM ( SELECT pairs.k_left,
  pairs.k_right,
  pairs.linked_group,
  pairs.kin,
  pairs.rules ,
  l.number AS l_number,
  r.number AS r_number,
  l.born AS l_born,
  r.born AS r_born,
  l.born_year AS l_born_year,
  r.born_year AS r_born_year,
  l.born_month AS l_born_month,
  r.born_month AS r_born_month,
  l.born_day AS l_born_day,
  r.born_day AS r_born_day,
  l.called_sound1 AS l_called_sound1,
  r.called_sound1 AS r_called_sound1,
  l.called_bits1 AS l_called_bits1,
  r.called_bits1 AS r_called_bits1,
  l.called_sound2 AS l_called_sound2,
  r.called_sound2 AS r_called_sound2,
  l.called_bits2 AS l_called_bits2,
  r.called_bits2 AS r_called_bits2,
  l.called_sound3 AS l_called_sound3,
  r.called_sound3 AS r_called_sound3,
  l.called_bits3 AS l_called_bits3,
  r.called_bits3 AS r_called_bits3,
  l.called_sound4 AS l_called_sound4,
  r.called_sound4 AS r_called_sound4,
  l.called_bits4 AS l_called_bits4,
  r.called_bits4 AS r_called_bits4,
  l.called_total AS l_called_total,
  r.called_total AS r_called_total,
  l.called_joined AS l_called_joined,
  r.called_joined AS r_called_joined,
  l.called_minor AS l_called_minor,
  r.called_minor AS r_called_minor,
  l.called_rank AS l_called_rank,
  r.called_rank AS r_called_rank,
  l.called_flag AS l_called_flag,
  r.called_flag AS r_called_flag
  FROM candidates pairs
  JOIN "std_left" l ON l.k = pairs.k_left
  JOIN "std_right" r ON r.k = pairs.k_right)))));

-- pattern
c_number::BIGINT * 1 + c_born::BIGINT * 4 + c_called::BIGINT * 16;
