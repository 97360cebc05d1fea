import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clock of a client may be off, in seconds. */
export const signatureWindowSeconds = 300;

/**
 * The signature of a request: base64 of HMAC-SHA256 over `consId&timestamp`, as VClaim has it; with what the request
 * says, over `consId&timestamp&content`, which cannot be put to another use.
 */
export function signatureOf(consId: string, timestamp: string, secret: string, content?: string): string {
  const signed = content === undefined ? `${consId}&${timestamp}` : `${consId}&${timestamp}&${content}`;
  return createHmac('sha256', secret).update(signed).digest('base64');
}

/** True when the signature is right. Some clients send it percent-encoded. Takes as long when it is wrong. */
export function isSignature(
  given: string,
  consId: string,
  timestamp: string,
  secret: string,
  content?: string,
): boolean {
  const expected = Buffer.from(signatureOf(consId, timestamp, secret, content));
  const actual = Buffer.from(decoded(given));
  return timingSafeEqual(
    expected,
    actual.length === expected.length ? actual : Buffer.alloc(expected.length),
  );
}

/** True when a moment in unix seconds lies within the window around now. */
export function isFresh(timestamp: string, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Number(timestamp) - now.getTime() / 1000) <= signatureWindowSeconds;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
