-- Members by words of their names, found in lists of members by word instead of by reading names. For a word that a
-- third of all members carry, the word index gave all of them before the first could be shown; a beginning of a word
-- was looked up as hundreds of words. Now each word, each beginning of two to six letters and each area has sorted
-- lists of the members of a block of 65,536 keys: lists are intersected block by block until a page is full.

-- In a schema of its own: its operators would otherwise stand before those of PostgreSQL for lists of numbers.
CREATE SCHEMA lists;
CREATE EXTENSION intarray SCHEMA lists;
GRANT USAGE ON SCHEMA lists TO jangkau_app, jangkau_system;

CREATE TABLE name_posting (
  key text COLLATE "C" NOT NULL,
  block integer NOT NULL,
  people integer NOT NULL,
  members integer[] NOT NULL,
  CONSTRAINT name_posting_pk PRIMARY KEY (key, block)
);
ALTER TABLE name_posting ALTER COLUMN members SET STORAGE EXTERNAL;
COMMENT ON TABLE name_posting IS 'Which members carry a word, a beginning (ma*) or live in an area (@51.71), by blocks of 65,536 keys. Kept by triggers of member';
SELECT protect('name_posting');

CREATE TABLE name_unposted (
  member_id integer NOT NULL,
  was text[] COLLATE "C",
  CONSTRAINT name_unposted_pk PRIMARY KEY (member_id)
);
COMMENT ON TABLE name_unposted IS 'Members who are new or otherwise called than name_posting says; under which keys it has them. A few hundred at most';
SELECT protect('name_unposted');

CREATE FUNCTION plain_words(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN name ~ '^[A-Za-z ]*$' THEN lower(name)
  ELSE regexp_replace(regexp_replace(lower(normalize(name, NFD)), '[\u0300-\u036f]', '', 'g'), '[^a-z]+', ' ', 'g') END;
COMMENT ON FUNCTION plain_words IS 'A name in small letters from a to z, with spaces between its words';

CREATE FUNCTION name_keys(name text, area text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg(DISTINCT key) FROM (
    SELECT k.key FROM string_to_table(plain_words(name), ' ') word, LATERAL (
      SELECT word AS key UNION ALL SELECT left(word, size) || '*' FROM generate_series(2, least(length(word), 6)) size) k
    WHERE length(word) > 1
    UNION ALL SELECT '@' || left(area, length) FROM (VALUES (2), (5), (8), (13)) l (length) WHERE length(area) >= length
  ) keys;
END;
COMMENT ON FUNCTION name_keys IS 'Keys of name_posting under which a member is found';

CREATE AGGREGATE lists.concat(anycompatiblearray) (SFUNC = array_cat, STYPE = anycompatiblearray, INITCOND = '{}');

-- Enters members into the lists and the words into name_word, block by block; whoever calls holds the lock below.
CREATE FUNCTION post_names(ids integer[]) RETURNS void LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
  batch integer[];
BEGIN
  FOR batch IN SELECT array_agg(id) FROM unnest(ids) id GROUP BY id >> 16 ORDER BY min(id) LOOP
    WITH called AS MATERIALIZED (
      SELECT id, plain_words(name) AS words, area_code FROM member WHERE id = ANY (batch)
    ), word AS MATERIALIZED (
      SELECT key, lists.uniq(lists.sort(array_agg(id))) AS members
      FROM (SELECT id, unnest(string_to_array(words, ' ')) AS key FROM called) w WHERE length(key) > 1 GROUP BY key
    ), six AS MATERIALIZED (
      SELECT left(key, 6) AS key, lists.uniq(lists.sort(lists.concat(members))) AS members
      FROM word WHERE length(key) > 5 GROUP BY left(key, 6)
    ), five AS MATERIALIZED (
      SELECT left(key, 5) AS key, lists.uniq(lists.sort(lists.concat(members))) AS members
      FROM (SELECT * FROM six UNION ALL SELECT * FROM word WHERE length(key) = 5) b GROUP BY left(key, 5)
    ), four AS MATERIALIZED (
      SELECT left(key, 4) AS key, lists.uniq(lists.sort(lists.concat(members))) AS members
      FROM (SELECT * FROM five UNION ALL SELECT * FROM word WHERE length(key) = 4) b GROUP BY left(key, 4)
    ), three AS MATERIALIZED (
      SELECT left(key, 3) AS key, lists.uniq(lists.sort(lists.concat(members))) AS members
      FROM (SELECT * FROM four UNION ALL SELECT * FROM word WHERE length(key) = 3) b GROUP BY left(key, 3)
    ), two AS MATERIALIZED (
      SELECT left(key, 2) AS key, lists.uniq(lists.sort(lists.concat(members))) AS members
      FROM (SELECT * FROM three UNION ALL SELECT * FROM word WHERE length(key) = 2) b GROUP BY left(key, 2)
    ), village AS MATERIALIZED (
      SELECT area_code AS key, array_agg(id) AS members FROM called WHERE area_code <> '' GROUP BY area_code
    ), area AS (
      SELECT left(key, size) AS key, lists.sort(lists.concat(members)) AS members
      FROM village, (VALUES (2), (5), (8), (13)) level (size) WHERE length(key) >= size GROUP BY left(key, size)
    ), counted AS (
      INSERT INTO name_word (word, people) SELECT key, cardinality(members) FROM word ORDER BY key
      ON CONFLICT ON CONSTRAINT name_word_pk DO UPDATE SET people = name_word.people + excluded.people
    )
    INSERT INTO name_posting (key, block, people, members)
    SELECT key, batch[1] >> 16, cardinality(members), members FROM (
      SELECT * FROM word
      UNION ALL SELECT key || '*', members FROM (
        TABLE two UNION ALL TABLE three UNION ALL TABLE four UNION ALL TABLE five UNION ALL TABLE six) b
      UNION ALL SELECT '@' || key, members FROM area
    ) posted ORDER BY key
    ON CONFLICT ON CONSTRAINT name_posting_pk DO UPDATE SET
      members = lists.uniq(lists.sort(name_posting.members || excluded.members)),
      people = cardinality(lists.uniq(lists.sort(name_posting.members || excluded.members)));
  END LOOP;
END $$;
COMMENT ON FUNCTION post_names IS 'Enters members into name_posting and name_word';

-- Lists of frequent words are changed by everybody who adds somebody. So that nobody waits for anybody, members wait
-- in name_unposted, where a search looks as well, and are entered by some hundreds; who adds many enters them at once.
CREATE FUNCTION post_waiting_names(from_how_many integer DEFAULT 301) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ids integer[];
  gone_keys text[];
  gone_ids integer[];
BEGIN
  IF (SELECT count(*) FROM (SELECT FROM name_unposted LIMIT from_how_many) w) < from_how_many OR NOT pg_try_advisory_xact_lock(7031, 2) THEN
    RETURN;
  END IF;
  WITH waiting AS (
    DELETE FROM name_unposted WHERE member_id IN (SELECT member_id FROM name_unposted FOR UPDATE SKIP LOCKED)
    RETURNING member_id, was
  ), gone AS (
    SELECT array_agg(key) AS keys, array_agg(member_id) AS members FROM waiting, unnest(was) key
  )
  SELECT (SELECT array_agg(member_id) FROM waiting), g.keys, g.members INTO ids, gone_keys, gone_ids FROM gone g;
  UPDATE name_posting p SET members = p.members OPERATOR(lists.-) g.members,
    people = cardinality(p.members OPERATOR(lists.-) g.members)
  FROM (SELECT key COLLATE "C" AS key, member >> 16 AS block, array_agg(member) AS members
    FROM unnest(gone_keys, gone_ids) g (key, member) GROUP BY 1, 2) g
  WHERE p.key = g.key AND p.block = g.block;
  DELETE FROM name_posting WHERE people = 0 AND key = ANY (gone_keys);
  UPDATE name_word w SET people = w.people - g.people
  FROM (SELECT key COLLATE "C" AS key, count(*) AS people FROM unnest(gone_keys) key GROUP BY 1) g WHERE w.word = g.key;
  PERFORM post_names(ids);
END $$;
COMMENT ON FUNCTION post_waiting_names IS 'Enters the members of name_unposted into the lists, and takes them out of those that are theirs no more, once there are so many';

-- A search looks up in name_word which words begin or sound as typed: a new word is there at once, carried by nobody yet.
CREATE FUNCTION know_words(name text) RETURNS void LANGUAGE sql
BEGIN ATOMIC
  INSERT INTO name_word (word, people)
  SELECT DISTINCT word, 0 FROM string_to_table(plain_words(name), ' ') word WHERE length(word) > 1 ORDER BY 1
  ON CONFLICT ON CONSTRAINT name_word_pk DO NOTHING;
END;
COMMENT ON FUNCTION know_words IS 'Enters the words of a name that name_word has not';

CREATE FUNCTION names_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) FROM (SELECT FROM added LIMIT 301) a) > 300 THEN
    PERFORM pg_advisory_xact_lock(7031, 2);
    PERFORM post_names((SELECT array_agg(id ORDER BY id) FROM added));
  ELSE
    INSERT INTO name_unposted (member_id) SELECT id FROM added ON CONFLICT ON CONSTRAINT name_unposted_pk DO NOTHING;
    PERFORM know_words(name) FROM added;
    PERFORM post_waiting_names();
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER member_names_added AFTER INSERT ON member
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION names_added();

CREATE FUNCTION name_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Who already waits is locked, lest somebody else enters them as they were before.
  INSERT INTO name_unposted (member_id, was) VALUES (old.id, name_keys(old.name, old.area_code))
  ON CONFLICT ON CONSTRAINT name_unposted_pk DO UPDATE SET was = name_unposted.was;
  PERFORM know_words(new.name);
  RETURN NULL;
END $$;
CREATE TRIGGER member_name_changed AFTER UPDATE OF name, area_code ON member FOR EACH ROW
  WHEN ((old.name, old.area_code) IS DISTINCT FROM (new.name, new.area_code)) EXECUTE FUNCTION name_changed();

CREATE FUNCTION names_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM post_waiting_names();
  RETURN NULL;
END $$;
CREATE TRIGGER member_names_changed AFTER UPDATE OF name, area_code ON member
  FOR EACH STATEMENT EXECUTE FUNCTION names_changed();
REVOKE EXECUTE ON FUNCTION post_names(integer[]), post_waiting_names(integer), know_words(text), names_added(), name_changed(), names_changed() FROM PUBLIC;

DELETE FROM name_word;
SELECT post_names((SELECT array_agg(id ORDER BY id) FROM member));

DROP FUNCTION search_members(text, integer, boolean);
DROP INDEX member_words_ix;
CREATE FUNCTION search_members(keys text[], sizes integer[], other_keys text[], other_sizes integer[], after integer, most integer)
RETURNS integer[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  place integer := 0;
  size integer;
  key_places integer[];
  asked integer;
  others integer := coalesce(cardinality(other_sizes), 0);
  held record;
  start integer;
  these integer[];
  shown integer[];
  waiting integer[];
  found integer[] := '{}';
BEGIN
  IF NOT scope_whole('membership.read') THEN
    sizes := sizes || cardinality(scope_codes('area', 'membership.read'));
    keys := keys || (SELECT array_agg('@' || code) FROM unnest(scope_codes('area', 'membership.read')) code);
  END IF;
  asked := cardinality(sizes);
  -- Groups are counted from 1, those of people who were shown from -1 down.
  FOREACH size IN ARRAY sizes LOOP
    place := place + 1;
    key_places := key_places || array_fill(place, ARRAY[size]);
  END LOOP;
  place := 0;
  FOREACH size IN ARRAY coalesce(other_sizes, '{}') LOOP
    place := place - 1;
    key_places := key_places || array_fill(place, ARRAY[size]);
  END LOOP;
  keys := keys || other_keys;
  waiting := (SELECT array_agg(member_id) FROM name_unposted);
  -- Blocks in which there is something for every group; in each the group with the fewest people first.
  FOR held IN
    SELECT block, array_agg(cardinality(g.keys) ORDER BY people) FILTER (WHERE g.place > 0) AS sizes,
      lists.concat(g.keys ORDER BY people) FILTER (WHERE g.place > 0) AS keys,
      array_agg(cardinality(g.keys)) FILTER (WHERE g.place < 0) AS other_sizes,
      lists.concat(g.keys) FILTER (WHERE g.place < 0) AS other_keys
    FROM (
      SELECT k.place, p.block, array_agg(p.key) AS keys, sum(p.people) AS people
      FROM unnest(keys, key_places) k (key, place) JOIN name_posting p ON p.key = k.key AND p.block >= after >> 16
      GROUP BY k.place, p.block
    ) g GROUP BY block HAVING count(*) FILTER (WHERE g.place > 0) = asked ORDER BY block
  LOOP
    start := 1;
    these := NULL;
    FOREACH size IN ARRAY held.sizes LOOP
      IF these IS NULL THEN
        SELECT lists.concat(p.members) INTO these FROM name_posting p
        WHERE p.key = ANY (held.keys[start:start + size - 1]) AND p.block = held.block;
      ELSE
        -- Each list by itself: to put long ones together costs more than to go through them.
        SELECT lists.concat(these OPERATOR(lists.&) p.members) INTO these FROM name_posting p
        WHERE p.key = ANY (held.keys[start:start + size - 1]) AND p.block = held.block;
      END IF;
      IF size > 1 THEN these := lists.uniq(lists.sort(these)); END IF;
      start := start + size;
      EXIT WHEN cardinality(these) = 0;
    END LOOP;
    IF others > 0 AND cardinality(held.other_sizes) = others AND cardinality(these) > 0 THEN
      start := 1;
      shown := these;
      FOREACH size IN ARRAY held.other_sizes LOOP
        SELECT lists.uniq(lists.sort(lists.concat(shown OPERATOR(lists.&) p.members))) INTO shown FROM name_posting p
        WHERE p.key = ANY (held.other_keys[start:start + size - 1]) AND p.block = held.block;
        start := start + size;
        EXIT WHEN cardinality(shown) = 0;
      END LOOP;
      these := these OPERATOR(lists.-) shown;
    END IF;
    IF waiting IS NOT NULL THEN these := these OPERATOR(lists.-) waiting; END IF;
    IF held.block = after >> 16 THEN
      these := coalesce((SELECT array_agg(id ORDER BY id) FROM unnest(these) id WHERE id > after), '{}');
    END IF;
    found := found || these[1:most];
    EXIT WHEN cardinality(found) >= most;
  END LOOP;
  IF waiting IS NOT NULL THEN
    found := lists.sort(found || coalesce((
      SELECT array_agg(m.id) FROM member m, LATERAL (
        SELECT count(DISTINCT k.place) FILTER (WHERE k.place > 0) AS fits, count(DISTINCT k.place) FILTER (WHERE k.place < 0) AS fits_others
        FROM unnest(name_keys(m.name, m.area_code)) has (key) JOIN unnest(keys, key_places) k (key, place) USING (key)
      ) w
      WHERE m.id = ANY (waiting) AND m.id > after AND w.fits = asked AND (others = 0 OR w.fits_others < others)), '{}'));
  END IF;
  RETURN found[1:most];
END $$;
COMMENT ON FUNCTION search_members IS 'Members, by rising key after the one given, who have a key of name_posting of each of the first groups (their sizes beside them) and not of each of the others; within what the session may see';
REVOKE EXECUTE ON FUNCTION search_members(text[], integer[], text[], integer[], integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_members(text[], integer[], text[], integer[], integer, integer) TO jangkau_app;
