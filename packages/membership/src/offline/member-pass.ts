import { Problem } from '@jangkau/kernel';
import { type OfflineStatus, readStatusByte } from './status-byte.ts';
import type { Verify } from './status-snapshot.ts';

/**
 * The pass in a member's QR code: card, status and moment, signed, good for a day. A facility checks it
 * without a line. It holds no name: whoever shows it shows an identity card too.
 *
 *   version 1 | card 6 | status 1 | issued 4 | signature 64   as base64url after 'JKN1.'
 */
const prefix = 'JKN1.';
const version = 1;
const bodyBytes = 12;
const signatureBytes = 64;

/** How long a pass holds, in seconds. */
export const passSeconds = 24 * 60 * 60;

/** What a pass says. */
export interface MemberPass extends OfflineStatus {
  readonly card: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Text of a QR code. `sign` gives the 64 bytes of an Ed25519 signature. */
export function memberPass(
  pass: { card: string; status: number; issuedAt: number },
  sign: (message: Uint8Array) => Uint8Array,
): string {
  const body = new Uint8Array(bodyBytes);
  const view = new DataView(body.buffer);
  const card = BigInt(pass.card);
  body[0] = version;
  view.setUint16(1, Number(card >> 32n));
  view.setUint32(3, Number(card & 0xffffffffn));
  body[7] = pass.status;
  view.setUint32(8, pass.issuedAt);
  const whole = new Uint8Array(bodyBytes + signatureBytes);
  whole.set(body);
  whole.set(sign(body), bodyBytes);
  return prefix + base64url(whole);
}

/**
 * Reads a pass at a moment (seconds since 1970). Clocks of facilities may be five minutes slow.
 * @throws Problem 'pass-unusable': not a pass, not ours, or older than a day
 */
export function readMemberPass(text: string, now: number, verify: Verify): MemberPass {
  const whole = text.startsWith(prefix) ? fromBase64url(text.slice(prefix.length)) : undefined;
  if (whole?.length !== bodyBytes + signatureBytes || whole[0] !== version)
    throw new Problem('pass-unusable', { reason: 'format' });
  const body = whole.subarray(0, bodyBytes);
  if (!verify(body, whole.subarray(bodyBytes))) throw new Problem('pass-unusable', { reason: 'signature' });
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const issuedAt = view.getUint32(8);
  const expiresAt = issuedAt + passSeconds;
  if (now > expiresAt || now < issuedAt - 300) throw new Problem('pass-unusable', { reason: 'expired' });
  const card = (BigInt(view.getUint16(1)) << 32n) | BigInt(view.getUint32(3));
  return {
    ...readStatusByte(body[7] as number),
    card: card.toString().padStart(13, '0'),
    issuedAt,
    expiresAt,
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const count = Math.min(4, bytes.length - i + 1);
    for (let j = 0; j < count; j++) text += letters[(three >> (18 - 6 * j)) & 63];
  }
  return text;
}

function fromBase64url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    bits = ((bits << 6) | letters.indexOf(letter)) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 255;
    }
  }
  return bytes;
}
