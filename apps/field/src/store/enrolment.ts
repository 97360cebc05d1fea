import type { Bytes } from './bytes.ts';

/**
 * What the phone knows of itself without its PIN: enough to hand over, sealed, what was not sent, when it has to
 * forget everything. Nothing about people.
 */
export interface Enrolment {
  device: string;
  /** Allows handing over sealed items and nothing else. */
  rescueToken: string;
  username: string;
  name: string;
  /** Public key of the server. */
  serverKey: Bytes;
}
