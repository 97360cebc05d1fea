import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;
/** `v1.`, eight digits that name the key, and a dot: what stands before encrypted bytes. */
const headLength = 12;

/**
 * Encrypts the few secrets that have to be read again: of authenticator apps and of clients that sign their
 * requests. AES-256-GCM; every text names its key, so that keys can be replaced one after the other.
 */
export class SecretBox {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #current: string;

  /** Keys of 32 bytes: the first encrypts, all of them decrypt. */
  constructor(keys: readonly Buffer[]) {
    const [first] = keys;
    if (!first || keys.some((key) => key.length !== 32)) throw new Error('secret keys must have 32 bytes');
    this.#keys = new Map(keys.map((key) => [keyId(key), key]));
    this.#current = keyId(first);
  }

  /** Encrypts `secret`. `context` says whose it is and what for; the text opens only with the same. */
  seal(secret: string, context: string): string {
    return `v1.${this.#current}.${this.#encrypt(Buffer.from(secret), context).toString('base64url')}`;
  }

  /** Encrypts a file: as `seal`, without growing. */
  sealBytes(bytes: Buffer, context: string): Buffer {
    return Buffer.concat([Buffer.from(`v1.${this.#current}.`), this.#encrypt(bytes, context)]);
  }

  /** @throws Error when it was changed, is of another context, or its key is not here */
  openBytes(sealed: Buffer, context: string): Buffer {
    const [version, id = ''] = sealed.subarray(0, headLength).toString('latin1').split('.');
    return this.#decrypt(version, id, sealed.subarray(headLength), context);
  }

  #encrypt(plain: Buffer, context: string): Buffer {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.#key(this.#current), nonce, { authTagLength: tagLength });
    cipher.setAAD(Buffer.from(context));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  #decrypt(version: string | undefined, id: string, sealed: Buffer, context: string): Buffer {
    if (version !== 'v1' || sealed.length < nonceLength + tagLength) throw new Error('not a sealed secret');
    const decipher = createDecipheriv(algorithm, this.#key(id), sealed.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(sealed.subarray(-tagLength));
    const plain = decipher.update(sealed.subarray(nonceLength, -tagLength));
    return Buffer.concat([plain, decipher.final()]);
  }

  /** @throws Error when the text was changed, is of another context, or its key is not here */
  open(text: string, context: string): string {
    const [version, id = '', body = ''] = text.split('.');
    return this.#decrypt(version, id, Buffer.from(body, 'base64url'), context).toString('utf8');
  }

  /** True when the text was encrypted with a key that is no longer the current one. */
  isOutdated(text: string): boolean {
    return text.split('.')[1] !== this.#current;
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw new Error(`secret key ${id} is missing (JANGKAU_SECRET_KEY)`);
    return key;
  }
}

/** Names a key without telling it: eight hexadecimal digits. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update('jangkau secret key\n').update(key).digest('hex').slice(0, 8);
}
