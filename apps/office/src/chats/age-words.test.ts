import { expect, test } from 'vitest';
import { createFormat } from '../format/create-format.ts';
import { ageWords } from './age-words.ts';
import { chatsText } from './chats-text.ts';

test.each([
  ['2026-11-22T07:59:30Z', '0 mnt'],
  ['2026-11-22T07:01:00Z', '59 mnt'],
  ['2026-11-22T07:00:00Z', '1 jam'],
  ['2026-11-20T08:01:00Z', '47 jam'],
  ['2026-11-20T08:00:00Z', '2 hari'],
  ['2026-11-22T09:00:00Z', '0 mnt'],
])('%s at eight is %s', (since, words) => {
  expect(ageWords(since, Date.parse('2026-11-22T08:00:00Z'), chatsText.id, createFormat('id'))).toBe(words);
});
