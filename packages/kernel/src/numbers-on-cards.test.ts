import { expect, test } from 'vitest';
import { isCardNumber, parseCardNumber } from './card-number.ts';
import { isKkNumber, parseKkNumber } from './kk-number.ts';

test('a KK number has 16 digits that differ', () => {
  expect(parseKkNumber(' 5171010101200000 ')).toBe('5171010101200000');
  expect(isKkNumber('517101010120000')).toBe(false);
  expect(isKkNumber('0000000000000000')).toBe(false);
  expect(() => parseKkNumber('-')).toThrow(expect.objectContaining({ code: 'kk-number-invalid' }));
});

test('a card number has 13 digits and keeps its zeros', () => {
  expect(parseCardNumber('0001234567890')).toBe('0001234567890');
  expect(isCardNumber('1234567890')).toBe(false);
  expect(() => parseCardNumber('00012345678901')).toThrow(
    expect.objectContaining({ code: 'card-number-invalid' }),
  );
});
