import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { SecretBox } from './secret-box.ts';

const [first, second] = [randomBytes(32), randomBytes(32)] as const;

test('a secret opens with its key and context only, and never looks the same twice', () => {
  const box = new SecretBox([first]);
  const text = box.seal('RAHASIA', 'totp:desa');
  expect(text).not.toContain('RAHASIA');
  expect(box.seal('RAHASIA', 'totp:desa')).not.toBe(text);
  expect(box.open(text, 'totp:desa')).toBe('RAHASIA');
  expect(() => box.open(text, 'totp:kota')).toThrow();
  expect(() => new SecretBox([second]).open(text, 'totp:desa')).toThrow('is missing');
});

test('a file opens as it was, with its key and context only, and hardly grows', () => {
  const box = new SecretBox([first]);
  const bytes = randomBytes(5000);
  const sealed = box.sealBytes(bytes, 'chat 1');
  expect(sealed.length).toBeLessThan(5050);
  expect(sealed.includes(bytes.subarray(100, 132))).toBe(false);
  expect(new SecretBox([second, first]).openBytes(sealed, 'chat 1')).toEqual(bytes);
  expect(() => box.openBytes(sealed, 'chat 2')).toThrow();
  sealed[sealed.length - 20] = (sealed.at(-20) ?? 0) ^ 1;
  expect(() => box.openBytes(sealed, 'chat 1')).toThrow();
  expect(() => new SecretBox([second]).openBytes(sealed, 'chat 1')).toThrow('is missing');
  expect(() => box.openBytes(bytes, 'chat 1')).toThrow('not a sealed secret');
});

test('a changed text does not open', () => {
  const box = new SecretBox([first]);
  const text = box.seal('RAHASIA', 'x');
  const last = text.at(-6) === 'A' ? 'B' : 'A';
  expect(() => box.open(text.slice(0, -6) + last + text.slice(-5), 'x')).toThrow();
  expect(() => box.open('v1.x.y', 'x')).toThrow('not a sealed secret');
});

test('a new key takes over while the old one still opens', () => {
  const old = new SecretBox([first]).seal('RAHASIA', 'x');
  const box = new SecretBox([second, first]);
  expect(box.open(old, 'x')).toBe('RAHASIA');
  expect(box.isOutdated(old)).toBe(true);
  expect(box.isOutdated(box.seal('RAHASIA', 'x'))).toBe(false);
});

test('keys of another length are refused', () => {
  expect(() => new SecretBox([])).toThrow();
  expect(() => new SecretBox([randomBytes(16)])).toThrow();
});
