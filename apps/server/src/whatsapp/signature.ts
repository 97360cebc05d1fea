import { createHmac, timingSafeEqual } from 'node:crypto';

/** `X-Hub-Signature-256` of a body: what the caller must have sent. */
export function signatureOf(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** Whether a signature is that of these very bytes. Takes as long for a wrong one as for a right one. */
export function isSigned(body: Buffer, given: string | undefined, appSecret: string): boolean {
  const expected = Buffer.from(signatureOf(body, appSecret));
  const got = Buffer.from(given ?? '');
  return got.length === expected.length && timingSafeEqual(got, expected);
}

/** Whether two short texts are the same, in constant time. */
export function isSameText(a: string, b: string): boolean {
  const hash = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
