import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { type MemberRow, memberColumns } from './member-row.ts';

/** As many matches are put in order of likeness; of more, the oldest numbers come first. */
const mostRanked = 400;
/** Words that a typed one may be a misspelling of. */
const mostCorrections = 8;
/** A word that so many carry is typed as it is meant. */
const common = 1000;
/** Beginnings as long as this have lists of their own. */
const longestBeginning = 6;
/** Names have no more words than this; what is typed beyond is not looked at. */
const mostWords = 6;

/** For each word that is typed, the keys of name_posting of which one has to be there. */
type Keys = readonly (readonly string[])[];

/** Where a list of names goes on: after this member in this stage, whose people are in order of likeness or of keys. */
export interface MemberPlace {
  stage: number;
  ranked: boolean;
  id: number;
}

/** A row, and where a list goes on after it. */
export interface PlacedMember {
  row: MemberRow;
  place: MemberPlace;
}

/**
 * Members by words of their names: first those who have every word as it is typed, then those who have words that
 * begin so, then those with words written nearly so. Each of these three is in order of likeness, or of keys when it
 * has more than `mostRanked` people. Goes on after `after`; gives `most` at most.
 */
export async function membersByName(
  db: Db,
  name: string,
  { area, after, most }: { area?: string | undefined; after?: MemberPlace | undefined; most: number },
): Promise<PlacedMember[]> {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const whole = words.map((word) => [word]);
  const known = await knownWords(db, words);
  const begins = beginnings(words, known);
  const found: PlacedMember[] = [];
  for (let stage = after?.stage ?? 0; stage < 3 && found.length < most; stage++) {
    const keys = [whole, begins][stage] ?? (await misspellings(db, words, known));
    const asked = { keys, others: [[], whole, begins][stage] as Keys, area };
    const place = stage === after?.stage ? after : undefined;
    const wanted = most - found.length;
    const ids = await lookUp(
      db,
      asked,
      place?.ranked === false ? { after: place.id, most: wanted } : { after: 0, most: mostRanked + 1 },
    );
    const ranked = place?.ranked ?? ids.length <= mostRanked;
    const rows = ranked
      ? await likest(db, name, ids, place?.id, wanted)
      : await byKey(db, ids.slice(0, wanted));
    found.push(...rows.map((row) => ({ row, place: { stage, ranked, id: row.memberId } })));
  }
  return found;
}

interface Asked {
  keys: Keys;
  /** Who has these as well was shown before. */
  others: Keys;
  area: string | undefined;
}

/** Keys of members within what the session may see, rising. */
async function lookUp(
  db: Db,
  { keys, others, area }: Asked,
  { after, most }: { after: number; most: number },
): Promise<number[]> {
  const groups = area === undefined ? keys : [...keys, [`@${area}`]];
  if (groups.some((group) => group.length === 0)) return [];
  const sizes = (of: Keys) => of.map((group) => group.length);
  const { rows } = await sql<{ ids: number[] }>`
    SELECT search_members(${groups.flat()}::text[], ${sizes(groups)}::int[], ${others.flat()}::text[], ${sizes(others)}::int[],
      ${after}, ${most}) AS ids`.execute(db);
  return rows[0]?.ids ?? [];
}

/** Rows in order of likeness to what was typed, after the one given. */
async function likest(db: Db, name: string, ids: readonly number[], after: number | undefined, most: number) {
  const goneOn =
    after === undefined
      ? sql`true`
      : sql`(-similarity(m.name, ${name}), m.name, m.id) >
          (SELECT -similarity(l.name, ${name}), l.name, l.id FROM member l WHERE l.id = ${after})`;
  // First the keys: the join then touches only a page of rows.
  const { rows } = await sql<MemberRow>`
    WITH page AS MATERIALIZED (
      SELECT m.id, row_number() OVER (ORDER BY similarity(m.name, ${name}) DESC, m.name, m.id) AS place
      FROM member m WHERE m.id = ANY (${ids}::int[]) AND ${goneOn} ORDER BY place LIMIT ${most}
    )
    SELECT ${memberColumns} FROM page JOIN member m USING (id) JOIN member_status s ON s.member_id = m.id
    ORDER BY page.place`.execute(db);
  return rows;
}

async function byKey(db: Db, ids: readonly number[]) {
  const { rows } = await sql<MemberRow>`
    SELECT ${memberColumns} FROM member m JOIN member_status s ON s.member_id = m.id
    WHERE m.id = ANY (${ids}::int[]) ORDER BY m.id`.execute(db);
  return rows;
}

/** Words of a name as name_word has them: small letters from a to z. */
function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const words = plain.split(/[^a-z]+/).filter((word) => word.length > 1);
  return [...new Set(words)].slice(0, mostWords);
}

interface KnownWord {
  /** As it is typed. */
  asked: string;
  /** A word of the register that begins so. */
  word: string;
  people: number;
}

/** Words of the register that are typed, or begin so where that has no list of its own. */
async function knownWords(db: Db, words: readonly string[]): Promise<KnownWord[]> {
  const ends = words.map((word) => (word.length > longestBeginning ? `${word}~` : `${word}!`));
  const { rows } = await sql<KnownWord>`
    SELECT asked.word AS asked, w.word, w.people FROM unnest(${words}::text[], ${ends}::text[]) asked (word, until)
    JOIN name_word w ON w.word >= asked.word AND w.word < asked.until`.execute(db);
  return rows;
}

/** For each word the keys of people who have a word that begins so. */
function beginnings(words: readonly string[], known: readonly KnownWord[]): string[][] {
  return words.map((word) =>
    word.length > longestBeginning
      ? known.filter(({ asked }) => asked === word).map((row) => row.word)
      : [`${word}*`],
  );
}

/** The same, and the words of the register that are written nearly so; none when nothing was written wrongly. */
async function misspellings(
  db: Db,
  words: readonly string[],
  known: readonly KnownWord[],
): Promise<string[][]> {
  const usual = new Set(
    known.filter(({ asked, word, people }) => asked === word && people >= common).map(({ word }) => word),
  );
  const doubtful = words.filter((word) => word.length > 3 && !usual.has(word));
  if (doubtful.length === 0) return [[]];
  // The index then gives only words that are as near as is wanted.
  await sql`SELECT set_config('pg_trgm.similarity_threshold', '0.4', true)`.execute(db);
  const { rows } = await sql<{ asked: string; word: string }>`
    SELECT asked.word AS asked, near.word FROM unnest(${doubtful}::text[]) asked (word)
    CROSS JOIN LATERAL (
      SELECT w.word FROM name_word w
      WHERE w.word % asked.word AND abs(length(w.word) - length(asked.word)) <= 2
      ORDER BY similarity(w.word, asked.word) DESC, w.people DESC LIMIT ${mostCorrections}
    ) near`.execute(db);
  return beginnings(words, known).map((begins, at) => [
    ...new Set([...begins, ...rows.filter(({ asked }) => asked === words[at]).map(({ word }) => word)]),
  ]);
}
