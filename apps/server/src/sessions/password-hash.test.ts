import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

test('a hash knows its password and no other, and never repeats', async () => {
  const hash = await hashPassword('rahasia');
  expect(await verifyPassword('rahasia', hash)).toBe(true);
  expect(await verifyPassword('Rahasia', hash)).toBe(false);
  expect(await hashPassword('rahasia')).not.toBe(hash);
  expect(await verifyPassword('rahasia', 'md5$x')).toBe(false);
});
