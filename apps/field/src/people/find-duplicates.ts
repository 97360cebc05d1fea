import { type Hash, nameMark, nameSimilarity, PersonMarks, standardiseName } from '@jangkau/names';
import { fromBase64 } from '../store/bytes.ts';
import type { FieldPack, PackPerson } from './field-pack.ts';

/** Somebody who is about to be added. */
export interface NewPerson {
  name: string;
  born: string | null;
  /** 16 digits, when it was typed. */
  nik: string | null;
}

/** Who of the agent's villages this may be already. */
export interface Duplicates {
  /** In this phone's banjar. */
  near: PackPerson[];
  /** Somewhere else in the agent's villages: the phone knows no more than that. */
  elsewhere: 'number' | 'name' | null;
}

/**
 * Looks for a new person in the whole register of the village. People of one's own banjar are compared by name
 * and birth date; of the others the phone has fingerprints only.
 */
export async function findDuplicates(person: NewPerson, pack: FieldPack): Promise<Duplicates> {
  const name = standardiseName(person.name);
  const near = pack.people.filter((known) => {
    const { level } = nameSimilarity(name, standardiseName(known.name));
    if (level === 'same')
      return person.born === null || known.born === null || isNearDate(person.born, known.born);
    return (level === 'variant' || level === 'partial') && known.born === person.born && person.born !== null;
  });
  if (near.length > 0) return { near: near.slice(0, 10), elsewhere: null };
  let elsewhere: Duplicates['elsewhere'] = null;
  for (const { marks } of pack.villages) {
    const hash = saltedHash(marks.salt);
    const numbers = new PersonMarks(fromBase64(marks.numbers));
    if (person.nik !== null && (await numbers.has(person.nik, hash)))
      return { near: [], elsewhere: 'number' };
    const mark = nameMark(person.name, person.born);
    const names = new PersonMarks(fromBase64(marks.names));
    if (mark !== undefined && (await names.has(mark, hash))) elsewhere = 'name';
  }
  if (elsewhere) return { near: [], elsewhere };
  return { near: [], elsewhere: null };
}

/** The hash of the fingerprints of one pack. */
function saltedHash(salt: string): Hash {
  return async (text) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${text}`)));
}

/** The same date, or two of its three parts: dates in registers have slips too. */
function isNearDate(a: string, b: string): boolean {
  const [one, other] = [a.split('-'), b.split('-')];
  return one.filter((part, i) => part === other[i]).length >= 2;
}
