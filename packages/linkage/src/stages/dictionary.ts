import { BIT_FRACTION } from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import { plainWords, type StandardWord, type WordStandardiser } from '../model/word-standardiser.ts';

/** Information of a word nobody else has, in bits, at most. */
const MOST_BITS = 24;
/** Main words of one raw word that are kept (most stand for one; joined ones for more). */
const CODES_PER_WORD = 2;

/** A main word packed into one number below 2^48, so that sorting codes sorts by information: bits, word, sound. */
export const CODE = { sound: 2 ** 20, word: 2 ** 40 } as const;

/** Where words of a field stand. */
interface WordSource {
  /** SQL: the list of raw words of a row `t`. */
  words: string;
  /** SQL: a table of such rows, to be called `t`. */
  table: string;
  /** Word frequencies are those of one side only, so that a person in both registers does not count twice. */
  counted: boolean;
}

/**
 * The words of a field, each standardised once: table `dict_<field>` with one row per raw word (raw, text,
 * code1..2, minor, rank, flag). Numbers are given in alphabetical order, so that the same words get the same
 * numbers whatever the order of the records.
 */
export async function buildDictionary(
  engine: Engine,
  field: string,
  standardiser: WordStandardiser = plainWords,
  sources: WordSource[],
): Promise<{ words: number; numbers: WordNumbers }> {
  const lists = sources.map(
    (s) => `SELECT unnest(${s.words}) AS raw, ${s.counted ? 1 : 0} AS n FROM ${s.table} t`,
  );
  const seen = await engine.columns(
    `SELECT raw, sum(n)::DOUBLE AS n FROM (${lists.join(' UNION ALL ')}) WHERE raw <> '' GROUP BY raw ORDER BY raw`,
  );
  const [size] = await engine.rows<{ n: number }>(
    `SELECT count(*) AS n FROM ${sources.find((s) => s.counted)?.table}`,
  );
  const counts = seen.n as number[];
  const entries = (seen.raw as string[]).map((raw, i) => ({
    raw,
    count: counts[i] as number,
    words: standardiser(raw),
  }));

  const soundCount = new Map<string, number>();
  for (const entry of entries) {
    for (const { part, sound } of entry.words) {
      if (part === 'main') soundCount.set(sound, (soundCount.get(sound) ?? 0) + entry.count);
    }
  }
  const everyWord = entries.flatMap((e) => e.words);
  const numbers: WordNumbers = {
    word: numbering(everyWord.map((w) => w.word)),
    sound: numbering(everyWord.map((w) => w.sound)),
    bits: (sound) => informationOf(soundCount.get(sound) ?? 0, size?.n ?? 0),
  };
  await loadDictionary(engine, field, entries, numbers);
  return { words: numbers.word.size, numbers };
}

/** A raw word and what it stands for. */
export interface DictionaryEntry {
  raw: string;
  words: StandardWord[];
}

/** The numbers of standard words and sounds, and the information of a sound in eighths of a bit. */
export interface WordNumbers {
  word: ReadonlyMap<string, number>;
  sound: ReadonlyMap<string, number>;
  bits: (sound: string) => number;
}

/** Information of a word that so many of all records have, in eighths of a bit. */
export function informationOf(records: number, all: number): number {
  const information = Math.log2((all + 2) / (records + 1));
  return Math.round(BIT_FRACTION * Math.min(MOST_BITS, Math.max(0, information)));
}

/** Makes table `dict_<field>`. Throws when there are more words than a code has room for. */
export async function loadDictionary(
  engine: Engine,
  field: string,
  entries: readonly DictionaryEntry[],
  numbers: WordNumbers,
): Promise<void> {
  const wordNumber = (text: string) => numbers.word.get(text) ?? 0;
  const soundNumber = (text: string) => numbers.sound.get(text) ?? 0;
  if (Math.max(numbers.word.size, numbers.sound.size) >= CODE.sound) {
    throw new Error(`field '${field}' has more than ${CODE.sound} different words`);
  }
  const code = ({ word, sound }: StandardWord) =>
    numbers.bits(sound) * CODE.word + wordNumber(word) * CODE.sound + soundNumber(sound);
  const main = entries.map((e) => e.words.filter((w) => w.part === 'main'));
  const minor = entries.map((e) => e.words.find((w) => w.part === 'minor'));
  await engine.load(`dict_${field}`, [
    { name: 'raw', type: 'VARCHAR', values: entries.map((e) => e.raw) },
    { name: 'text', type: 'VARCHAR', values: main.map((list) => list.map((w) => w.word).join('')) },
    ...Array.from({ length: CODES_PER_WORD }, (_, i) => ({
      name: `code${i + 1}`,
      type: 'DOUBLE' as const,
      values: main.map((list) => (list[i] ? code(list[i]) : null)),
    })),
    { name: 'minor', type: 'INTEGER', values: minor.map((w) => (w ? wordNumber(w.word) : null)) },
    {
      name: 'rank',
      type: 'INTEGER',
      values: entries.map((e) => e.words.find((w) => w.rank !== undefined)?.rank),
    },
    {
      name: 'flag',
      type: 'INTEGER',
      values: entries.map((e) => (e.words.some((w) => w.part === 'flag') ? 1 : 0)),
    },
  ]);
}

/** 1, 2, 3 ... in alphabetical order; 0 stands for "no word". */
function numbering(values: string[]): Map<string, number> {
  return new Map([...new Set(values)].sort().map((value, i) => [value, i + 1]));
}
