import type { Engine } from '../engine/engine.ts';
import { plainWords, type StandardWord, type WordStandardiser } from '../model/word-standardiser.ts';
import { type DictionaryEntry, informationOf, loadDictionary } from './dictionary.ts';

/** The words of a register that was standardised before: two tables, and how many records they were counted over. */
export interface KnownWords {
  /** raw, text, code1..2, minor, rank, flag. */
  dictionary: string;
  /** kind ('word' or 'sound'), text, number, bits (of a sound). */
  numbers: string;
  records: number;
}

type Kind = 'word' | 'sound';

/**
 * Table `dict_<field>` of the raw words of `source`, as buildDictionary makes it, in which words that are known
 * keep their numbers and their information; words nobody has had so far get the numbers that follow.
 */
export async function extendDictionary(
  engine: Engine,
  field: string,
  standardiser: WordStandardiser = plainWords,
  source: { words: string; table: string },
  known: KnownWords,
): Promise<{ words: number }> {
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE raw_words AS
    SELECT DISTINCT raw FROM (SELECT unnest(${source.words}) AS raw FROM ${source.table} t) WHERE raw <> ''`);
  const unknown = await engine.columns(
    `SELECT raw FROM raw_words ANTI JOIN ${known.dictionary} d USING (raw) ORDER BY raw`,
  );
  const entries = (unknown.raw as string[]).map(
    (raw): DictionaryEntry => ({ raw, words: standardiser(raw) }),
  );
  const words = entries.flatMap((e) => e.words);
  const asked: [Kind, string][] = [
    ...texts(words, 'word').map((text): [Kind, string] => ['word', text]),
    ...texts(words, 'sound').map((text): [Kind, string] => ['sound', text]),
  ];
  await engine.load('asked_words', [
    { name: 'kind', type: 'VARCHAR', values: asked.map(([kind]) => kind) },
    { name: 'text', type: 'VARCHAR', values: asked.map(([, text]) => text) },
  ]);
  const found = await engine.rows<{ kind: Kind; text: string; number: number; bits: number }>(
    `SELECT kind, text, n.number, n.bits FROM asked_words JOIN ${known.numbers} n USING (kind, text)`,
  );
  const most = await engine.rows<{ kind: Kind; n: number }>(
    `SELECT kind, max(number) AS n FROM ${known.numbers} GROUP BY kind`,
  );
  const numbersOf = (kind: Kind) => {
    const numbers = new Map(found.filter((f) => f.kind === kind).map((f) => [f.text, f.number]));
    let next = most.find((m) => m.kind === kind)?.n ?? 0;
    for (const text of texts(words, kind)) if (!numbers.has(text)) numbers.set(text, ++next);
    return numbers;
  };
  const bits = new Map(found.filter((f) => f.kind === 'sound').map((f) => [f.text, f.bits]));
  const nobodys = informationOf(0, known.records);
  await loadDictionary(engine, field, entries, {
    word: numbersOf('word'),
    sound: numbersOf('sound'),
    bits: (sound) => bits.get(sound) ?? nobodys,
  });
  await engine.run(`
    INSERT INTO dict_${field} BY NAME SELECT d.* FROM ${known.dictionary} d SEMI JOIN raw_words USING (raw);
    DROP TABLE raw_words; DROP TABLE asked_words`);
  const [size] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM dict_${field}`);
  return { words: size?.n ?? 0 };
}

/** The different words or sounds, in alphabetical order. */
function texts(words: StandardWord[], kind: Kind): string[] {
  return [...new Set(words.map((w) => w[kind]))].sort();
}
