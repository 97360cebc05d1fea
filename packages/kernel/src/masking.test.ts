import { expect, test } from 'vitest';
import {
  holdsPersonNumber,
  maskCard,
  maskKk,
  maskNik,
  maskNumbersIn,
  maskPhone,
  maskRegisterNumber,
} from './masking.ts';

test('NIK and KK keep the first six and the last two digits', () => {
  expect(maskNik('5171014507900000')).toBe('517101********00');
  expect(maskKk('5171010101200000')).toBe('517101********00');
  expect(maskNik('5171 0145 0790 0000')).toBe('517101********00');
});

test('a phone keeps its last three digits, a card its last four', () => {
  expect(maskPhone('6281234567890')).toBe('**********890');
  expect(maskPhone('+62 812-3456-7890')).toBe('**********890');
  expect(maskPhone('0361222333')).toBe('*******333');
  expect(maskCard('0001234567890')).toBe('*********7890');
});

test.each(['12345678', '123456789', '51710145', ''])('%j is too short to keep anything', (text) => {
  expect(maskNik(text)).toBe('*'.repeat(text.length));
});

test('a number of the village stays, a NIK in its place does not', () => {
  expect(maskRegisterNumber('P0000017')).toBe('P0000017');
  expect(maskRegisterNumber('5171014507900000')).toBe('517101********00');
  expect(maskRegisterNumber('NIK-5171014507900000')).toBe('517101********00');
});

test.each([
  ['ktp 5171014507900000 lama', 'ktp 517101********00 lama'],
  ['ktp 5171.0145.0790.0000', 'ktp 517101********00'],
  ['HP +62 812 3456 7890', 'HP **********890'],
  ['kartu 0001234567890', 'kartu *********7890'],
  ['12345678-1234-4123-8123-123456789012/7', '12345678-1234-4123-8123-123456789012/7'],
  ['JL. RAYA 12, desa 51.71.01.1001, lahir 1980-01-01', 'JL. RAYA 12, desa 51.71.01.1001, lahir 1980-01-01'],
])('%j becomes %j', (text, masked) => {
  expect(maskNumbersIn(text)).toBe(masked);
  expect(holdsPersonNumber(text)).toBe(text !== masked);
});
