import { expect, test } from 'vitest';
import { isGuessable } from './guessable-pin.ts';

test('PINs that are tried first are refused', () => {
  for (const pin of ['000000', '123456', '987654', '890123', '121212', '123123'])
    expect([pin, isGuessable(pin)]).toEqual([pin, true]);
  for (const pin of ['274915', '135790', '112358', '909031'])
    expect([pin, isGuessable(pin)]).toEqual([pin, false]);
});
