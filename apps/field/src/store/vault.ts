import { type Bytes, fromJsonBytes, randomBytes, toJsonBytes } from './bytes.ts';
import type { Store } from './open-store.ts';

/** Rounds of PBKDF2-SHA-256, as OWASP asks for: about half a second on a cheap phone, once at opening. */
const rounds = 600_000;
/** So many wrong PINs in a row and the phone forgets everything. */
export const mostWrongPins = 10;
const nonceBytes = 12;

/** What of the lock is written in clear. */
interface LockHead {
  salt: Bytes;
  rounds: number;
  /** Bound to this browser: it cannot be exported, so the PIN cannot be tried out elsewhere. */
  deviceKey: CryptoKey;
  /** The key of the data, encrypted with the key of the PIN. */
  wrapped: Bytes;
  wrongPins: number;
}

/** The PIN was wrong. `left` attempts remain; at 0 the phone has to forget everything. */
export class WrongPin extends Error {
  readonly left: number;

  constructor(left: number) {
    super(`wrong PIN, ${left} left`);
    this.left = left;
  }
}

/** Encrypts what is kept on the phone: AES-256-GCM with a random key that only the PIN opens. */
export class Vault {
  readonly #key: CryptoKey;

  private constructor(key: CryptoKey) {
    this.#key = key;
  }

  /** How many wrong PINs there were in a row; undefined while there is no PIN. */
  static async wrongPins(store: Store): Promise<number | undefined> {
    return (await store.get<LockHead>('meta', 'lock'))?.wrongPins;
  }

  /** Sets the first PIN. Everything kept from now on can be read only with it. */
  static async create(store: Store, pin: string): Promise<Vault> {
    const raw = randomBytes(32);
    await writeLock(store, pin, raw);
    return new Vault(await dataKey(raw));
  }

  /** @throws WrongPin */
  static async open(store: Store, pin: string): Promise<Vault> {
    return new Vault(await dataKey(await unwrap(store, pin)));
  }

  /** Sets another PIN. @throws WrongPin when `pin` is not the present one */
  static async changePin(store: Store, pin: string, next: string): Promise<void> {
    await writeLock(store, next, await unwrap(store, pin));
  }

  /** `context` says what it is; it opens only with the same. */
  async encrypt(plain: Bytes, context: string): Promise<Bytes> {
    const iv = randomBytes(nonceBytes);
    const additionalData = new TextEncoder().encode(context);
    const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, this.#key, plain);
    return joined(iv, new Uint8Array(body));
  }

  async decrypt(sealed: Bytes, context: string): Promise<Bytes> {
    const iv = sealed.slice(0, nonceBytes);
    const additionalData = new TextEncoder().encode(context);
    const body = sealed.slice(nonceBytes);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, this.#key, body),
    );
  }

  encryptJson(value: unknown, context: string): Promise<Bytes> {
    return this.encrypt(toJsonBytes(value), context);
  }

  async decryptJson<T>(sealed: Bytes, context: string): Promise<T> {
    return fromJsonBytes<T>(await this.decrypt(sealed, context));
  }
}

async function writeLock(store: Store, pin: string, raw: Bytes): Promise<void> {
  const salt = randomBytes(16);
  const deviceKey = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
    'sign',
  ]);
  const iv = randomBytes(nonceBytes);
  const key = await pinKey(pin, { salt, rounds, deviceKey });
  const wrapped = joined(iv, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, raw)));
  const head: LockHead = { salt, rounds, deviceKey, wrapped, wrongPins: 0 };
  await store.write([{ put: 'meta', key: 'lock', value: head }]);
}

async function unwrap(store: Store, pin: string): Promise<Bytes> {
  const head = await store.get<LockHead>('meta', 'lock');
  if (!head) throw new Error('no PIN was set');
  if (head.wrongPins >= mostWrongPins) throw new WrongPin(0);
  // Counted before it is tried: ending the program in between does not give attempts back.
  const counted = { ...head, wrongPins: head.wrongPins + 1 };
  await store.write([{ put: 'meta', key: 'lock', value: counted }]);
  const iv = head.wrapped.slice(0, nonceBytes);
  let raw: ArrayBuffer;
  try {
    const body = head.wrapped.slice(nonceBytes);
    raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await pinKey(pin, head), body);
  } catch {
    throw new WrongPin(mostWrongPins - counted.wrongPins);
  }
  await store.write([{ put: 'meta', key: 'lock', value: { ...head, wrongPins: 0 } }]);
  return new Uint8Array(raw);
}

async function pinKey(
  pin: string,
  head: Pick<LockHead, 'salt' | 'rounds' | 'deviceKey'>,
): Promise<CryptoKey> {
  const given = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const slow = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: head.salt, iterations: head.rounds },
    given,
    256,
  );
  const bound = await crypto.subtle.sign('HMAC', head.deviceKey, slow);
  return crypto.subtle.importKey('raw', bound, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function dataKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function joined(a: Bytes, b: Bytes): Bytes {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
