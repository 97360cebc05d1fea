import { soundKey } from './sound-key.ts';
import { standardiseName } from './standardise-name.ts';

/** Bytes of a fingerprint. Short on purpose: see PersonMarks. */
const markBytes = 3;

/** What makes SHA-256 of some text. */
export type Hash = (text: string) => Promise<Uint8Array>;

/**
 * Fingerprints of all people of a village, for asking "is there somebody like this?" where their data must not
 * be. A fingerprint has 24 bits: a stranger meets one of 7,000 by chance once in 2,400 times, while whoever tries
 * out all possible numbers gets hundreds of thousands of false hits for every true one.
 */
export class PersonMarks {
  readonly #marks: ReadonlySet<number>;

  constructor(joined: Uint8Array) {
    const marks = new Set<number>();
    for (let at = 0; at + markBytes <= joined.length; at += markBytes) marks.add(numberAt(joined, at));
    this.#marks = marks;
  }

  /** Fingerprints of these texts, sorted, so that their order says nothing. */
  static async join(texts: readonly string[], hash: Hash): Promise<Uint8Array<ArrayBuffer>> {
    const marks = new Set<number>();
    for (const text of texts) marks.add(numberAt(await hash(text), 0));
    const joined = new Uint8Array(marks.size * markBytes);
    for (const [i, mark] of [...marks].sort((a, b) => a - b).entries())
      joined.set([mark >> 16, (mark >> 8) & 255, mark & 255], i * markBytes);
    return joined;
  }

  async has(text: string, hash: Hash): Promise<boolean> {
    return this.#marks.has(numberAt(await hash(text), 0));
  }
}

/** What two spellings of one name with one birth date (YYYY-MM-DD) have in common; undefined when too little is known. */
export function nameMark(name: string, born: string | null): string | undefined {
  const { given } = standardiseName(name);
  if (given.length === 0 || born === null) return undefined;
  return `${given.map(soundKey).sort().join(' ')} ${born}`;
}

function numberAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}
