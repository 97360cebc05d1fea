import { randomInt } from 'node:crypto';

// Without letters and digits that look alike, because it is read out and typed.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for the first sign-in, to be replaced then: 'k7mp-3xqv-9tnc-w2hd', 79 random bits. */
export function newFirstPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
