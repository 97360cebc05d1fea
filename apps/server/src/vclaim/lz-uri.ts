const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$';
const bitsPerLetter = 6;
/** Letters by their six bits read the other way round, as they are gathered lowest first. */
const letterOf = Uint8Array.from({ length: 64 }, (_, bits) => {
  let turned = 0;
  for (let i = 0; i < bitsPerLetter; i++) turned |= ((bits >> i) & 1) << (bitsPerLetter - 1 - i);
  return alphabet.charCodeAt(turned);
});
const narrow = 0;
const wide = 1;
const end = 2;

/**
 * `LZString.compressToEncodedURIComponent`, letter for letter, in a fraction of its time: phrases are numbers
 * in one table instead of strings, and letters go into a buffer. Half of the work of an answer was in there.
 */
export function compressToUri(text: string): Buffer {
  const out = Buffer.allocUnsafe(text.length * 4 + 16);
  let length = 0;
  let gathered = 0;
  let filled = 0;
  const bits = (value: number, count: number) => {
    gathered |= value << filled;
    filled += count;
    while (filled >= bitsPerLetter) {
      out[length++] = letterOf[gathered & 63] as number;
      gathered >>>= bitsPerLetter;
      filled -= bitsPerLetter;
    }
  };
  phrases.begin(text.length);
  /** By phrase: the unit it stands for and one, while that was met and not written yet. */
  const unwritten = new Int32Array(2 * text.length + 4);
  let next = 3;
  let width = 2;
  let room = 2;
  const grow = () => {
    if (--room === 0) room = 2 ** width++;
  };
  const write = (phrase: number) => {
    const unit = (unwritten[phrase] as number) - 1;
    if (unit < 0) bits(phrase, width);
    else {
      bits(unit < 256 ? narrow : wide, width);
      bits(unit, unit < 256 ? 8 : 16);
      unwritten[phrase] = 0;
      grow();
    }
    grow();
  };
  let current = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Single units have the phrase 0 before them.
    const known = phrases.findOrAdd(0, unit, next);
    const single = known || next;
    if (!known) unwritten[next++] = unit + 1;
    if (current === 0) {
      current = single;
      continue;
    }
    const longer = phrases.findOrAdd(current, unit, next);
    if (longer) {
      current = longer;
      continue;
    }
    next++;
    write(current);
    current = single;
  }
  if (current !== 0) write(current);
  bits(end, width);
  // The last letter is filled up, a whole one when nothing was left of it.
  out[length++] = letterOf[gathered & 63] as number;
  return out.subarray(0, length);
}

/** Which number a phrase and the unit after it have; a unit of text adds two at most. Used again and again. */
class PhraseTable {
  #mask = 0;
  #keys = new Float64Array();
  #numbers = new Int32Array();
  /** In which text a place was filled: nothing has to be wiped between two. */
  #filledIn = new Int32Array();
  #text = 0;

  /** Forgets everything; room for the phrases of a text. */
  begin(units: number): void {
    this.#text++;
    // At most half full, so that what is looked for is near.
    const places = 2 ** Math.ceil(Math.log2(4 * units + 16));
    if (places <= this.#numbers.length && this.#text < 2 ** 31) return;
    this.#text = 1;
    this.#mask = places - 1;
    this.#keys = new Float64Array(places);
    this.#numbers = new Int32Array(places);
    this.#filledIn = new Int32Array(places);
  }

  /** The number it has; 0 when it is new and now has this one. */
  findOrAdd(phrase: number, unit: number, number: number): number {
    const key = phrase * 65_536 + unit;
    const hash = Math.imul(phrase, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    for (let place = (hash ^ (hash >>> 15)) & this.#mask; ; place = (place + 1) & this.#mask) {
      if (this.#filledIn[place] !== this.#text) {
        this.#filledIn[place] = this.#text;
        this.#keys[place] = key;
        this.#numbers[place] = number;
        return 0;
      }
      if (this.#keys[place] === key) return this.#numbers[place] as number;
    }
  }
}

const phrases = new PhraseTable();
