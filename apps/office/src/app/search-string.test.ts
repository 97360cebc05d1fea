import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './search-string.ts';

test('an area code stays a text', () => {
  expect(parseSearch('?area=51.71&minP=0.5')).toEqual({ area: '51.71', minP: '0.5' });
});

test('writes and reads lists back', () => {
  const text = stringifySearch({ penduduk: ['a', 'b'], peserta: ['c'], step: undefined, q: '' });
  expect(text).toBe('?penduduk=a&penduduk=b&peserta=c');
  expect(parseSearch(text)).toEqual({ penduduk: ['a', 'b'], peserta: 'c' });
});
