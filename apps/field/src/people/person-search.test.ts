import { expect, test } from 'vitest';
import type { PackPerson } from './field-pack.ts';
import { PersonSearch } from './person-search.ts';

const person = (residentNo: string, name: string, address = 'Jl. Contoh 1'): PackPerson => ({
  residentNo,
  householdKey: null,
  name,
  sex: null,
  born: null,
  address,
  area: '51.71.01.1002',
  banjar: 'Kaja',
  relation: null,
  nikMasked: null,
  nikHash: null,
  status: 'none',
  segment: null,
  lat: null,
  lon: null,
});
const search = new PersonSearch([
  person('1', 'I WAYAN SUDIARTA'),
  person('2', 'NI LUH PUTU WIDYANTARI', 'Gang Melati 12'),
  person('3', 'I MADE SOEDIARTHA'),
  person('4', 'KETUT ADI'),
]);
const found = (question: string) => search.find(question).map(({ residentNo }) => residentNo);

test('a name is found while it is typed, with slips and in other spellings', () => {
  expect(found('wid')).toEqual(['2']);
  expect(found('widiantari')).toEqual(['2']);
  expect(found('widyntari')).toEqual(['2']);
  expect(found('sudiarta').toSorted()).toEqual(['1', '3']);
  expect(found('wayan sudirta')).toEqual(['1']);
});

test('every word has to fit, also a word of the address', () => {
  expect(found('putu melati')).toEqual(['2']);
  expect(found('wayan melati')).toEqual([]);
});

test('short words are not forgiven', () => {
  expect(found('ari')).toEqual([]);
  expect(found('')).toEqual([]);
});
