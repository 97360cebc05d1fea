import type { LinkModel } from '../../src/index.ts';

/** Two files of people with no number to rely on: no exact tier, everything is weighed. */
// biome-ignore format: the whole model on one screen
export const febrlModel: LinkModel = {
  name: 'febrl',
  fields: {
    name: { kind: 'words', from: { sql: "concat_ws(' ', t.given_name, t.surname)" } },
    born: { kind: 'date', from: 'date_of_birth', format: '%Y%m%d' },
    ssn: { kind: 'digits', from: 'soc_sec_id', length: 7 },
    street: { kind: 'text', from: 'street' },
    suburb: { kind: 'text', from: 'suburb' },
  },
  blocking: [
    { name: 'number', keys: [{ field: 'ssn', use: 'value' }] },
    { name: 'birth date', keys: [{ field: 'born', use: 'value' }] },
    { name: 'a word, birth year', keys: [{ field: 'name', use: 'any-word' }, { field: 'born', use: 'year' }] },
    { name: 'a word, suburb', keys: [{ field: 'name', use: 'any-word' }, { field: 'suburb', use: 'value' }] },
    { name: 'street', keys: [{ field: 'street', use: 'value' }] },
  ],
  comparisons: [
    { name: 'name', field: 'name', levels: [
      { label: 'all words', all: [{ is: 'all-words', bits: 0 }] },
      { label: 'very similar', all: [{ is: 'similar-words', atLeast: 0.9, bits: 0 }] },
      { label: 'a word', all: [{ is: 'some-words', bits: 1 }] } ] },
    { name: 'born', field: 'born', levels: [
      { label: 'same', all: [{ is: 'same' }] },
      { label: 'day and month', all: [{ is: 'parts', parts: ['day', 'month'] }] },
      { label: 'year', all: [{ is: 'parts', parts: ['year'] }] } ] },
    { name: 'ssn', field: 'ssn', levels: [
      { label: 'same', all: [{ is: 'same' }] }, { label: 'one digit', all: [{ is: 'one-digit' }] } ] },
    { name: 'street', field: 'street', levels: [
      { label: 'same', all: [{ is: 'same' }] }, { label: 'similar', all: [{ is: 'similar', atLeast: 0.9 }] } ] },
    { name: 'suburb', field: 'suburb', levels: [
      { label: 'same', all: [{ is: 'same' }] }, { label: 'similar', all: [{ is: 'similar', atLeast: 0.88 }] } ] },
  ],
};
