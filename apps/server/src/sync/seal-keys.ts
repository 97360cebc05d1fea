import { createECDH, hkdfSync } from 'node:crypto';
import { type SealingKey, unseal } from '@jangkau/sync';

/** Order of P-256: a private key is a number below it and above 0. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * The key pair devices encrypt to what only the server may read. It follows from the secret keys, so that
 * nothing more has to be kept; a key that was replaced still opens what was sealed for it.
 */
export class SealKeys {
  /** For devices: raw point of P-256. */
  readonly publicKey: Buffer;
  readonly #private: Promise<SealingKey>[];

  /** The first of the secret keys is the current one. */
  constructor(secretKeys: readonly Buffer[]) {
    const pairs = secretKeys.map(pairOf);
    const [first] = pairs;
    if (!first) throw new Error('no secret key');
    this.publicKey = first.point;
    this.#private = pairs.map(({ jwk }) =>
      crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']),
    );
  }

  /** @throws Error when no key of ours opens it */
  async open(sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    for (const key of this.#private) {
      const plain = await unseal(sealed, await key).catch(() => undefined);
      if (plain) return plain;
    }
    throw new Error('no key of this server opens it');
  }
}

function pairOf(secret: Buffer): { point: Buffer; jwk: Record<'kty' | 'crv' | 'x' | 'y' | 'd', string> } {
  const bits = Buffer.from(hkdfSync('sha256', secret, '', 'jangkau sync sealing key', 48));
  const scalar = (BigInt(`0x${bits.toString('hex')}`) % (order - 1n)) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey();
  const part = (bytes: Buffer) => bytes.toString('base64url');
  return {
    point,
    jwk: { kty: 'EC', crv: 'P-256', x: part(point.subarray(1, 33)), y: part(point.subarray(33)), d: part(d) },
  };
}
