import { expect, test } from 'vitest';
import { boundedMemo } from './bounded-memo.ts';

test('computes a repeated argument once, and forgets at its limit', () => {
  const computed: string[] = [];
  const memo = boundedMemo((word) => {
    computed.push(word);
    return word.length;
  }, 2);
  expect([memo('a'), memo('a'), memo('bb')]).toEqual([1, 1, 2]);
  expect(computed).toEqual(['a', 'bb']);
  memo('ccc');
  memo('ccc');
  memo('a');
  expect(computed).toEqual(['a', 'bb', 'ccc', 'a']);
});
