import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

test('a cursor gives back its keys to its own list only', () => {
  const cursor = encodeCursor({ list: 'uncovered' }, [7, 9]);
  expect(decodeCursor({ list: 'uncovered' }, cursor)).toEqual([7, 9]);
  expect(() => decodeCursor({ list: 'linked' }, cursor)).toThrow();
  expect(decodeCursor({ list: 'linked' }, undefined)).toBeUndefined();
});

test.each([
  '',
  'x',
  '!!',
  Buffer.from('[]').toString('base64url'),
  Buffer.from('{"a":1}').toString('base64url'),
])('not a cursor: %j', (text) => {
  expect(() => decodeCursor({}, text)).toThrow();
});
