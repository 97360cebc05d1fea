import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { AttachmentParts } from './attachment-parts.ts';

const bytes = Buffer.from('sebuah foto contoh yang kecil');
const head = {
  sha256: createHash('sha256').update(bytes).digest('hex'),
  stream: 'kasus',
  size: bytes.length,
  type: 'image/webp',
};

test('parts join in their order; repeated and early ones change nothing', () => {
  const parts = new AttachmentParts();
  expect(parts.add('d', head.sha256, 0, bytes)).toBeUndefined();
  expect(parts.announce('d', head)).toBe(0);
  expect(parts.add('d', head.sha256, 0, bytes.subarray(0, 10))).toBe(10);
  expect(parts.add('d', head.sha256, 0, bytes.subarray(0, 10))).toBe(10);
  expect(parts.add('d', head.sha256, 20, bytes.subarray(20))).toBe(10);
  expect(parts.announce('d', head)).toBe(10);
  expect(parts.whole('d', head.sha256)).toBeUndefined();
  expect(parts.add('d', head.sha256, 10, bytes.subarray(10))).toBe(bytes.length);
  expect(parts.whole('d', head.sha256)).toMatchObject({ bytes });
  expect(parts.whole('other', head.sha256)).toBeUndefined();
});

test('a file that is not what was announced is forgotten', () => {
  const parts = new AttachmentParts();
  parts.announce('d', head);
  parts.add('d', head.sha256, 0, Buffer.alloc(bytes.length));
  expect(parts.whole('d', head.sha256)).toBe('damaged');
  expect(parts.announce('d', head)).toBe(0);
});
