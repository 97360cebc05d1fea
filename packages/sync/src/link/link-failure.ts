/**
 * Why talking to the server did not work.
 * lost: no answer, or a part of one; try again. busy: the server asks to come back later. signed-out: somebody
 * has to sign in. revoked: this device may not take part any more and must forget what it holds.
 * refused: the server says no for another reason; trying again will not help.
 */
export type LinkFailureKind = 'lost' | 'busy' | 'signed-out' | 'revoked' | 'refused';

/** Talking to the server did not work. */
export class LinkFailure extends Error {
  readonly kind: LinkFailureKind;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: LinkFailureKind, message: string, retryAfterSeconds?: number) {
    super(message);
    this.name = 'LinkFailure';
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
