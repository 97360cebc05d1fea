import { createHash, randomBytes } from 'node:crypto';

/** A token nobody can guess: 256 random bits, for a cookie or a key of a client. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. Tokens are random, so a plain SHA-256 cannot be turned back. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
