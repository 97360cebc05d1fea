import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** Keys for files and codes that are checked without a line. They follow from the server's secret key. */
export interface SigningKeys {
  /** SPKI in base64, for facilities. */
  publicKey: string;
  /** What fingerprints are made with; for facilities, apart from the file. */
  fingerprintKey: Buffer;
  sign(message: Uint8Array): Buffer;
}

/** PKCS #8 of Ed25519 before its 32 bytes of seed. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The keys of a secret: a new secret makes new ones, and older files are no longer taken for ours. */
export function signingKeys(secret: Buffer): SigningKeys {
  const derive = (purpose: string) => createHmac('sha256', secret).update(`jangkau ${purpose}`).digest();
  const key: KeyObject = createPrivateKey({
    key: Buffer.concat([pkcs8, derive('offline signature')]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
    fingerprintKey: derive('offline fingerprint'),
    sign: (message) => sign(null, message, key),
  };
}
