import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import { plainWords, type WordStandardiser } from '../model/word-standardiser.ts';

/**
 * The words of a field, each standardised once. Kept as table `dict_<field>`: one row per standard word of
 * a raw word (raw, seq, part, word, sound, rank, text). Numbers are given in alphabetical order, so that the
 * same words get the same numbers whatever the order of the records.
 */
export class Dictionary {
  readonly words: number;

  private constructor(words: number) {
    this.words = words;
  }

  /** Builds the dictionary from the `<field>_raw` word lists of the `<table>_split` tables. */
  static async build(
    engine: Engine,
    field: string,
    standardiser: WordStandardiser | undefined,
    tables: string[],
  ): Promise<Dictionary> {
    const lists = tables.map(
      (t) => `SELECT unnest(${sqlName(`${field}_raw`)}) AS raw FROM ${sqlName(`${t}_split`)}`,
    );
    const { raw } = await engine.columns(
      `SELECT DISTINCT raw FROM (${lists.join(' UNION ALL ')}) WHERE raw <> '' ORDER BY raw`,
    );
    const standard = standardiser ?? plainWords;
    const entries = (raw as string[]).flatMap((r) =>
      standard(r).map((word, seq) => ({ raw: r, seq, ...word })),
    );
    const wordNumber = numbering(entries.map((e) => e.word));
    const soundNumber = numbering(entries.map((e) => e.sound));
    await engine.load(`dict_${field}`, [
      { name: 'raw', type: 'VARCHAR', values: entries.map((e) => e.raw) },
      { name: 'seq', type: 'INTEGER', values: entries.map((e) => e.seq) },
      { name: 'part', type: 'VARCHAR', values: entries.map((e) => e.part) },
      { name: 'word', type: 'INTEGER', values: entries.map((e) => wordNumber.get(e.word) ?? 0) },
      { name: 'sound', type: 'INTEGER', values: entries.map((e) => soundNumber.get(e.sound) ?? 0) },
      { name: 'rank', type: 'INTEGER', values: entries.map((e) => e.rank ?? null) },
      { name: 'text', type: 'VARCHAR', values: entries.map((e) => e.word) },
    ]);
    return new Dictionary(wordNumber.size);
  }
}

/** 1, 2, 3 ... in alphabetical order; 0 stands for "no word". */
function numbering(values: string[]): Map<string, number> {
  return new Map([...new Set(values)].sort().map((value, i) => [value, i + 1]));
}
