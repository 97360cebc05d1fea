/** Length of an uncompressed point of P-256, and of the nonce of AES-GCM. */
const pointBytes = 65;
const nonceBytes = 12;

/** A key of WebCrypto, in browsers and in Node. */
export type SealingKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/**
 * Encrypts for whoever holds the private key of `recipient` (raw point of P-256): a key pair for this message
 * alone, ECDH, HKDF-SHA-256, AES-256-GCM. Who sealed it cannot open it again. `fill` gives random bytes.
 */
export async function seal(
  plain: Uint8Array<ArrayBuffer>,
  recipient: Uint8Array<ArrayBuffer>,
  fill: (bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const theirs = await crypto.subtle.importKey('raw', recipient, curve, false, []);
  const once = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
  const key = await messageKey(once.privateKey, theirs, point, 'encrypt');
  const nonce = new Uint8Array(nonceBytes);
  fill(nonce);
  const body = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain));
  const sealed = new Uint8Array(pointBytes + nonceBytes + body.length);
  sealed.set(point);
  sealed.set(nonce, pointBytes);
  sealed.set(body, pointBytes + nonceBytes);
  return sealed;
}

/**
 * Opens what was sealed for this private key.
 * @throws Error when it was changed or is for somebody else
 */
export async function unseal(
  sealed: Uint8Array<ArrayBuffer>,
  privateKey: SealingKey,
): Promise<Uint8Array<ArrayBuffer>> {
  if (sealed.length < pointBytes + nonceBytes) throw new Error('not a sealed message');
  const point = sealed.slice(0, pointBytes);
  const theirs = await crypto.subtle.importKey('raw', point, curve, false, []);
  const key = await messageKey(privateKey, theirs, point, 'decrypt');
  const iv = sealed.slice(pointBytes, pointBytes + nonceBytes);
  const body = sealed.slice(pointBytes + nonceBytes);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, body));
}

async function messageKey(
  own: SealingKey,
  theirs: SealingKey,
  point: Uint8Array<ArrayBuffer>,
  use: 'encrypt' | 'decrypt',
): Promise<SealingKey> {
  const agreed = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256);
  const root = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('jangkau sealed v1');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: point, info },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}
