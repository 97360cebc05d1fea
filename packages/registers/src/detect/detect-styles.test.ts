import { expect, test } from 'vitest';
import { detectDateStyle, detectSexCoding, hasUndottedVillages } from './detect-styles.ts';

test('the pattern of most dates, day first unless proven otherwise', () => {
  expect(detectDateStyle(['1990-07-05', '1990-07-06', '5 Juli 1990'])).toEqual({
    pattern: '%Y-%m-%d',
    order: 'dmy',
  });
  expect(detectDateStyle(['05/07/1990'])).toEqual({ pattern: '%d/%m/%Y', order: 'dmy' });
  expect(detectDateStyle(['05/31/1990', '05/07/1990'])).toEqual({ pattern: '%m/%d/%Y', order: 'mdy' });
  expect(detectDateStyle(['05/31/1990', '31/05/1990']).order).toBe('dmy');
  expect(detectDateStyle(['05/07/1990'], 'mdy').pattern).toBe('%m/%d/%Y');
  expect(detectDateStyle(['5 Juli 1990']).pattern).toBeUndefined();
});

test('P is for men only beside W', () => {
  expect(detectSexCoding(['P', 'W', 'P'])).toBe('pria-wanita');
  expect(detectSexCoding(['L', 'P', 'W'])).toBe('laki-perempuan');
});

test('village codes without dots', () => {
  expect(hasUndottedVillages(['5171011001', '5171011002', 'x'])).toBe(true);
  expect(hasUndottedVillages(['51.71.01.1001'])).toBe(false);
});
