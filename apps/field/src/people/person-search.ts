import { editDistance, foldSpelling, soundKey, standardiseName } from '@jangkau/names';
import type { PackPerson } from './field-pack.ts';

/** Words shorter than this are not forgiven a slip: too many others look like them. */
const leastForgiven = 4;

interface Word {
  sound: string;
  people: number[];
}

/**
 * Finds people by words of their name or address as they are typed, also with typing errors and other spellings.
 * Made once for the pack; a question looks at each different word once, not at each person.
 */
export class PersonSearch {
  readonly #people: readonly PackPerson[];
  readonly #words = new Map<string, Word>();

  constructor(people: readonly PackPerson[]) {
    this.#people = people;
    for (const [i, person] of people.entries()) {
      const name = standardiseName(person.name).tokens.map(({ token }) => token);
      const place = `${person.address ?? ''} ${person.banjar ?? ''}`.toUpperCase().match(/[A-Z]{3,}|\d+/g);
      for (const word of new Set([...name, ...(place ?? []).map(foldSpelling)])) {
        const known = this.#words.get(word);
        if (known) known.people.push(i);
        else this.#words.set(word, { sound: soundKey(word), people: [i] });
      }
    }
  }

  /** At most `limit` people, the best first. Every word of the question has to fit. */
  find(question: string, limit = 50): PackPerson[] {
    const asked = wordsOf(question);
    if (asked.length === 0) return [];
    let scores: Map<number, number> | undefined;
    for (const word of asked) {
      const fits = this.#fits(word);
      if (scores === undefined) scores = fits;
      else
        for (const [person, score] of scores) {
          const more = fits.get(person);
          if (more === undefined) scores.delete(person);
          else scores.set(person, score + more);
        }
    }
    return [...(scores ?? [])]
      .sort(([a, first], [b, second]) => first - second || a - b)
      .slice(0, limit)
      .map(([i]) => this.#people[i] as PackPerson);
  }

  /** How badly each person fits one word; 0 is the word itself. */
  #fits(asked: string): Map<number, number> {
    const sound = soundKey(asked);
    const slips = asked.length < leastForgiven ? 0 : asked.length < 8 ? 1 : 2;
    const fits = new Map<number, number>();
    for (const [word, { sound: other, people }] of this.#words) {
      const score = badness(asked, sound, word, other, slips);
      if (score === undefined) continue;
      for (const person of people) if (score < (fits.get(person) ?? 99)) fits.set(person, score);
    }
    return fits;
  }
}

function badness(
  asked: string,
  sound: string,
  word: string,
  other: string,
  slips: number,
): number | undefined {
  if (word === asked) return 0;
  if (word.startsWith(asked)) return 1;
  if (sound.length >= 3 && other.startsWith(sound)) return 2;
  if (slips === 0) return undefined;
  // The word may be longer than what has been typed so far.
  const beginning = word.length > asked.length + slips ? word.slice(0, asked.length + 1) : word;
  const away = editDistance(asked, beginning, slips + (beginning === word ? 0 : 1));
  const allowed = beginning === word ? slips : 1;
  return away <= allowed ? 2 + away : undefined;
}

/** The last word is still being typed: it is taken as it is. */
function wordsOf(question: string): string[] {
  return (question.toUpperCase().match(/[A-Z]+|\d+/g) ?? []).map(foldSpelling).filter((word) => word !== '');
}
