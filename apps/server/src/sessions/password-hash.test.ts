import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';

test('a hash knows its password and no other, and never repeats', async () => {
  const hash = await hashPassword('rahasia');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('rahasia', hash)).toBe(true);
  expect(await verifyPassword('Rahasia', hash)).toBe(false);
  expect(await hashPassword('rahasia')).not.toBe(hash);
  expect(await verifyPassword('rahasia', 'md5$x')).toBe(false);
  expect(isOutdated(hash)).toBe(false);
});

test('the same letters typed on another keyboard are the same password', async () => {
  expect(await verifyPassword('cafe\u0301', await hashPassword('caf\u00e9'))).toBe(true);
});

test('hashes of earlier versions still open, and are to be made anew', async () => {
  const salt = Buffer.from('garam-garam-1234');
  const key = scryptSync('rahasia', salt, 32, { N: 1024, r: 8, p: 1 });
  const hash = `scrypt$1024$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
  expect(await verifyPassword('rahasia', hash)).toBe(true);
  expect(await verifyPassword('salah', hash)).toBe(false);
  expect(isOutdated(hash)).toBe(true);
});
