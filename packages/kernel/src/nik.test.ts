import { expect, test } from 'vitest';
import { isNik, nikParts, parseNik } from './nik.ts';
import { isProblem } from './problem.ts';

test('a woman carries 40 more in the day', () => {
  expect(nikParts(parseNik('5171014507900000'))).toEqual({
    regency: '51.71',
    district: '51.71.01',
    sex: 'P',
    birthDay: 5,
    birthMonth: 7,
    birthYear2: 90,
    serial: 0,
  });
});

test('a man keeps the day', () => {
  expect(nikParts(parseNik(' 5102083112000000 '))).toMatchObject({
    sex: 'L',
    birthDay: 31,
    birthMonth: 12,
    birthYear2: 0,
  });
});

test.each([
  ['15 digits', '517101450790000'],
  ['a letter', '51710145O7900000'],
  ['no province', '0071014507900000'],
  ['no district', '5171004507900000'],
  ['month 13', '5171014513900000'],
  ['day 0', '5171010007900000'],
  ['day 40', '5171014007900000'],
  ['day 72', '5171017207900000'],
  ['31 June', '5171013106900000'],
  ['30 February', '5171013002900000'],
  ['an Excel float', '5.17101E+15'],
])('refuses %s', (_, text) => {
  expect(isNik(text)).toBe(false);
  expect(() => parseNik(text)).toThrow(expect.objectContaining({ code: 'nik-invalid' }));
});

test('accepts 29 February of any year, for a NIK has no century', () => {
  expect(isNik('5171012902000000')).toBe(true);
  expect(isNik('5171016902010000')).toBe(true);
});

test('a refusal does not repeat the number', () => {
  try {
    parseNik('5171014513900000');
    expect.unreachable();
  } catch (error) {
    expect(isProblem(error) && error.messageId + error.messageEn).not.toMatch(/\d{6}/);
  }
});
