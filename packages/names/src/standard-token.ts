/**
 * What a word does in an Indonesian name.
 *
 * marker      I, NI (Balinese gender markers)
 * title       words of rank and their initials: IDA BAGUS, ANAK AGUNG, GUSTI, IGAA
 * order       birth-order words: WAYAN, MADE, NYOMAN, KETUT and their equals
 * degree      academic titles; they carry nothing, so no token of this role is ever returned
 * honorific   words that say something about the person but not who it is: JERO, PEDANDA, NY
 * given       everything that tells one person from another
 * placeholder BAYI and the like: the child has no name yet
 */
export type TokenRole = 'marker' | 'title' | 'order' | 'degree' | 'honorific' | 'given' | 'placeholder';

/** Place in the Balinese birth order; a fifth child starts again at 1. */
export type BirthOrder = 1 | 2 | 3 | 4;

/** One canonical word of a name. `order` is present exactly when `role` is 'order'. */
export interface StandardToken {
  readonly token: string;
  readonly role: TokenRole;
  readonly order?: BirthOrder;
}
