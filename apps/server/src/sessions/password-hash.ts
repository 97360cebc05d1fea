import {
  argon2,
  randomBytes,
  type ScryptOptions,
  scrypt as scryptCallback,
  timingSafeEqual,
} from 'node:crypto';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const keyLength = 32;

/** Hash of a password with its cost and salt, in PHC form: $argon2id$v=19$m=,t=,p=$salt$key. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await argon2id(password, salt, cost);
  const { memory: m, passes: t, parallelism: p } = cost;
  return `$argon2id$v=19$m=${m},t=${t},p=${p}$${base64(salt)}$${base64(key)}`;
}

/** True when the password has this hash; takes as long when it has not. Knows argon2id and the older scrypt. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const known = readArgon2id(hash) ?? readScrypt(hash);
  if (!known) return false;
  const actual = await known.derive(password);
  return known.key.length === actual.length && timingSafeEqual(known.key, actual);
}

/** True when the hash is of an older kind or cost and should be made anew from the password. */
export function isOutdated(hash: string): boolean {
  const { memory: m, passes: t, parallelism: p } = cost;
  return !hash.startsWith(`$argon2id$v=19$m=${m},t=${t},p=${p}$`);
}

interface KnownHash {
  key: Buffer;
  derive(password: string): Promise<Buffer>;
}

function readArgon2id(hash: string): KnownHash | undefined {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (!found) return undefined;
  const [, memory, passes, parallelism, salt = '', key = ''] = found;
  const options = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return {
    key: Buffer.from(key, 'base64'),
    derive: (password) => argon2id(password, Buffer.from(salt, 'base64'), options),
  };
}

function readScrypt(hash: string): KnownHash | undefined {
  const [kind, n, r, p, salt = '', key = ''] = hash.split('$');
  if (kind !== 'scrypt') return undefined;
  const options = { N: Number(n), r: Number(r), p: Number(p) };
  return {
    key: Buffer.from(key, 'base64url'),
    derive: (password) => scrypt(password, Buffer.from(salt, 'base64url'), options),
  };
}

function argon2id(password: string, nonce: Buffer, options: typeof cost): Promise<Buffer> {
  const message = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength: keyLength, ...options }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function scrypt(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scryptCallback(
      password.normalize('NFKC'),
      salt,
      keyLength,
      { ...options, maxmem: 256 * 1024 ** 2 },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** PHC strings carry base64 without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
