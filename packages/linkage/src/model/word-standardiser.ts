/** What one raw word of a name stands for: none, one or several standard words. */
export interface StandardWord {
  /** The standard spelling. */
  word: string;
  /** A coarser spelling that survives common mistakes; equal words have equal sounds. */
  sound: string;
  /**
   * main: compared word by word, weighted by rarity. minor: particles, titles, birth order.
   * flag: marks the whole name as a placeholder for one not yet given.
   */
  part: 'main' | 'minor' | 'flag';
  /** minor: words of equal rank may stand for one another (two names of the same birth order). */
  rank?: number;
}

/** Standardises a raw word (capitals, with whatever punctuation clings to it); called once per distinct word, never per record. */
export type WordStandardiser = (raw: string) => StandardWord[];

/** Letters and digits only, otherwise as they are: for names of which nothing is known. */
export const plainWords: WordStandardiser = (raw) =>
  raw
    .normalize('NFD')
    .replace(/\p{M}|[.'`]/gu, '')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => ({ word, sound: consonants(word), part: 'main' }));

function consonants(word: string): string {
  return (
    word[0] +
    word
      .slice(1)
      .replace(/[AEIOUYH]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}
