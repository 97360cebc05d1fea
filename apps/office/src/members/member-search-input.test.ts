import { expect, test } from 'vitest';
import { readMemberSearch } from './member-search-input.ts';

test('one box takes names, cards, NIK and phones', () => {
  expect(readMemberSearch('  ni luh ')).toEqual({ name: 'ni luh' });
  expect(readMemberSearch('0001234567890')).toEqual({ card: '0001234567890' });
  expect(readMemberSearch('5171 0145 0790 0000')).toEqual({ nik: '5171014507900000' });
  expect(readMemberSearch('0812-0000-0001')).toEqual({ phone: '081200000001' });
  expect(readMemberSearch('+62 812 0000 0001')).toEqual({ phone: '081200000001' });
});

test('what is too short or no number of ours is not sent', () => {
  expect(readMemberSearch('n')).toBeUndefined();
  expect(readMemberSearch('')).toBeUndefined();
  expect(readMemberSearch('12345')).toBeUndefined();
});

test('names may hold digits and signs', () => {
  expect(readMemberSearch("I.B. Made 'Oka")).toEqual({ name: "I.B. Made 'Oka" });
});
