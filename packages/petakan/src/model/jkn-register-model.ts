import type { BlockKey, LinkModel, Test } from '@jangkau/linkage';

const both = (...all: Test[]): Test[] => all;
const value = (field: string): BlockKey => ({ field, use: 'value' });
const part = (use: 'year' | 'month' | 'day'): BlockKey => ({ field: 'born', use });
/** Any word of the name that carries more than so many bits: 6 leaves out words that one person in 64 has. */
const word = (bits: number): BlockKey => ({ field: 'nama', use: 'any-word', bits });
/** Further keys of rules by which, in a province, many agree by chance. */
const inDistrict: BlockKey[] = [value('district')];
const allWords: BlockKey = { field: 'nama', use: 'all-words' };

/**
 * How a village population register (left) and the JKN member file (right) are linked. Data, not code: a run
 * stores the model it used, and `--model FILE` replaces it.
 */
export const jknRegisterModel: LinkModel = {
  name: 'jkn-register',
  fields: {
    nik: { kind: 'digits', from: 'nik', length: 16 },
    kk: { kind: 'code', from: 'kk' },
    nama: { kind: 'words', from: 'nama' },
    born: { kind: 'date', from: 'born' },
    nik_born: { kind: 'date', from: { sql: nikBirthDate() } },
    sex: { kind: 'code', from: 'sex' },
    village: { kind: 'code', from: { sql: "try_cast(replace(t.village, '.', '') AS BIGINT)" } },
    village_code: { kind: 'code', from: 'village' },
    district: { kind: 'code', from: { sql: "try_cast(replace(t.village, '.', '') AS BIGINT) // 10000" } },
    phone: { kind: 'code', from: 'phone' },
    address: { kind: 'text', from: 'address' },
    status: { kind: 'code', from: { right: 'status' } },
  },
  group: {
    field: 'kk',
    kin: {
      field: 'nama',
      similar: 0.87,
      near: ['village', 'phone', 'born'],
      before: '^.*?\\b(NY|NYONYA|NYO|IBU)\\b[. ]*',
    },
  },
  cardinality: 'one-to-one',
  exactTier: {
    name: 'nik',
    key: 'nik',
    alone: ['kk', 'born'],
    unlike: [
      { field: 'born', is: 'same' },
      { field: 'nama', is: 'similar', atLeast: 0.75 },
    ],
    accept: [
      {
        label: 'same-date-and-name',
        all: [
          { field: 'born', is: 'same' },
          { field: 'nama', is: 'similar', atLeast: 0.9 },
        ],
      },
      {
        label: 'near-date-same-name',
        all: [
          { field: 'nama', is: 'similar', atLeast: 0.95 },
          { field: 'born', is: 'parts', parts: ['day', 'month'] },
        ],
      },
      {
        label: 'slipped-date-same-name',
        all: [
          { field: 'nama', is: 'similar', atLeast: 0.95 },
          { field: 'born', is: 'parts', parts: ['year', 'month'] },
        ],
      },
      {
        label: 'slipped-month-same-name',
        all: [
          { field: 'nama', is: 'similar', atLeast: 0.95 },
          { field: 'born', is: 'parts', parts: ['year', 'day'] },
        ],
      },
      {
        label: 'swapped-date-same-name',
        all: [
          { field: 'nama', is: 'similar', atLeast: 0.95 },
          { field: 'born', is: 'day-month-swapped' },
        ],
      },
      {
        label: 'unknown-date-same-name',
        all: [
          { field: 'nama', is: 'similar', atLeast: 0.95 },
          { field: 'born', is: 'first-of-january' },
        ],
      },
      {
        label: 'no-date-same-name',
        all: [
          { field: 'nama', is: 'similar', atLeast: 0.95 },
          { field: 'born', is: 'missing' },
        ],
      },
      {
        label: 'same-date-changed-name',
        all: [
          { field: 'born', is: 'same' },
          { field: 'nama', is: 'similar', atLeast: 0.6 },
          { field: 'born', is: 'alone' },
        ],
      },
      {
        label: 'same-date-and-family',
        all: [
          { field: 'born', is: 'same' },
          { field: 'kk', is: 'same' },
          { field: 'born', is: 'alone' },
        ],
      },
    ],
  },
  // Each rule earns its place by matches that no other rule proposes; a run's summary.json lists the pairs of each.
  blocking: [
    { name: 'birth date, a word', keys: [value('born'), word(0)] },
    {
      name: 'birth date, birth order',
      keys: [value('born'), { field: 'nama', use: 'minor' }],
      crowded: inDistrict,
    },
    { name: 'birth date, village', keys: [value('born'), value('village')] },
    {
      name: 'birth date, unnamed child',
      keys: [value('born'), { field: 'nama', use: 'placeholder' }],
      crowded: inDistrict,
    },
    { name: 'family card', keys: [value('kk')] },
    { name: 'linked family', keys: [{ use: 'linked-group' }] },
    { name: 'day and month swapped, a word', keys: [{ field: 'born', use: 'swapped' }, word(3)] },
    { name: 'day and month, a word', keys: [part('day'), part('month'), word(8)], crowded: inDistrict },
    { name: 'birth year, village, a word', keys: [part('year'), value('village'), word(0)] },
    { name: 'all words, birth year, sex', keys: [allWords, part('year'), value('sex')], crowded: inDistrict },
    { name: 'all words, village', keys: [allWords, value('village')] },
    { name: 'NIK place and date', keys: [{ field: 'nik', use: 'first', digits: 12 }] },
    { name: 'NIK end', keys: [{ field: 'nik', use: 'last', digits: 10 }], crowded: inDistrict },
    { name: 'phone', keys: [value('phone')] },
  ],
  narrowing: ['born', 'kk', 'phone', 'village'],
  person: ['born', 'nama', 'order', 'sex'],
  comparisons: [
    {
      name: 'nik',
      field: 'nik',
      levels: [
        { label: 'same', all: both({ is: 'same' }), m: 0.2 },
        { label: 'other serial', all: both({ is: 'prefix', length: 12 }), m: 0.1 },
        { label: 'other place', all: both({ is: 'suffix', length: 10 }), m: 0.05 },
        { label: 'one digit', all: both({ is: 'one-digit' }), m: 0.1 },
        { label: 'transposed', all: both({ is: 'transposed' }), m: 0.1 },
        { label: 'day plus 40', all: both({ is: 'offset', by: 400_000_0000 }), m: 0.02 },
      ],
    },
    {
      name: 'born',
      field: 'born',
      levels: [
        {
          label: 'same, a common day',
          all: both({ is: 'same' }, { is: 'days', days: ['01-01', '07-01', '12-31'] }),
          m: 0.03,
        },
        { label: 'same', all: both({ is: 'same' }), m: 0.82 },
        {
          label: 'same by NIK',
          all: both(
            { is: 'crosswise', field: 'nik_born' },
            { is: 'other-comparison', comparison: 'nik', levels: ['different', 'missing'] },
          ),
          m: 0.03,
        },
        { label: 'day and month swapped', all: both({ is: 'day-month-swapped' }), m: 0.02 },
        { label: '1 January', all: both({ is: 'first-of-january' }), m: 0.02 },
        { label: 'same day and month', all: both({ is: 'parts', parts: ['day', 'month'] }), m: 0.02 },
        { label: 'same month and year', all: both({ is: 'parts', parts: ['month', 'year'] }), m: 0.02 },
        { label: 'same day and year', all: both({ is: 'parts', parts: ['day', 'year'] }), m: 0.02 },
        { label: 'years near', all: both({ is: 'years', within: 2 }), m: 0.01 },
        { label: 'years apart', all: both({ is: 'years', within: 12 }), m: 0.005 },
      ],
    },
    {
      name: 'nama',
      field: 'nama',
      levels: [
        { label: 'all words, very rare', all: both({ is: 'all-words', bits: 17 }), m: 0.3 },
        { label: 'all words, rare', all: both({ is: 'all-words', bits: 13 }), m: 0.2 },
        { label: 'all words, uncommon', all: both({ is: 'all-words', bits: 9 }), m: 0.15 },
        { label: 'all words, common', all: both({ is: 'all-words', bits: 0 }), m: 0.08 },
        { label: 'words left out, rare', all: both({ is: 'all-words-of-one', bits: 12 }), m: 0.03 },
        { label: 'words left out, uncommon', all: both({ is: 'all-words-of-one', bits: 8 }), m: 0.03 },
        { label: 'words left out, common', all: both({ is: 'all-words-of-one', bits: 1 }), m: 0.02 },
        { label: 'truncated', all: both({ is: 'truncated', letters: 5 }), m: 0.01 },
        { label: 'very similar, rare', all: both({ is: 'similar-words', atLeast: 0.93, bits: 14 }), m: 0.04 },
        { label: 'very similar', all: both({ is: 'similar-words', atLeast: 0.93, bits: 0 }), m: 0.03 },
        { label: 'a rare word', all: both({ is: 'some-words', bits: 11 }), m: 0.02 },
        { label: 'similar', all: both({ is: 'similar-words', atLeast: 0.86, bits: 0 }), m: 0.02 },
        { label: 'a word', all: both({ is: 'some-words', bits: 5 }), m: 0.02 },
        { label: 'a common word', all: both({ is: 'some-words', bits: 1 }), m: 0.01 },
        { label: 'somewhat similar', all: both({ is: 'similar-words', atLeast: 0.75, bits: 0 }), m: 0.01 },
      ],
    },
    {
      name: 'order',
      field: 'nama',
      levels: [
        { label: 'same', all: both({ is: 'same-minor' }), m: 0.8 },
        { label: 'same rank', all: both({ is: 'same-rank' }), m: 0.02 },
        { label: 'left out', all: both({ is: 'minor-missing' }), m: 0.15 },
      ],
    },
    {
      name: 'mother',
      field: 'nama',
      levels: [{ label: 'same', all: both({ is: 'kin' }), m: 0.85 }],
    },
    {
      name: 'family',
      field: 'kk',
      levels: [
        { label: 'same card', all: both({ is: 'same-group' }), m: 0.7 },
        { label: 'linked family', all: both({ is: 'linked-group' }), m: 0.16 },
        { label: 'other families', all: both({ is: 'other-group' }), m: 0.02 },
      ],
    },
    { name: 'sex', field: 'sex', levels: [{ label: 'same', all: both({ is: 'same' }), m: 0.985 }] },
    {
      name: 'village',
      field: 'village',
      levels: [
        { label: 'same', all: both({ is: 'same' }), m: 0.9 },
        { label: 'same district', all: both({ is: 'agrees', field: 'district' }), m: 0.04 },
      ],
    },
    { name: 'phone', field: 'phone', levels: [{ label: 'same', all: both({ is: 'same' }), m: 0.7 }] },
    {
      name: 'address',
      field: 'address',
      levels: [
        { label: 'same', all: both({ is: 'same' }), m: 0.7 },
        { label: 'similar', all: both({ is: 'similar', atLeast: 0.9 }), m: 0.15 },
      ],
    },
    // Cards of people who died or moved away are more often inactive than those of residents.
    {
      name: 'status',
      field: 'status',
      side: 'right',
      levels: [
        { label: 'active', all: both({ is: 'one-of', values: ['AKTIF'] }) },
        { label: 'inactive', all: both({ is: 'one-of', values: ['NONAKTIF'] }) },
      ],
    },
  ],
};

/** The birth date written in a NIK (PP 37/2007 art. 37): day + 40 for women; the century is not written. */
function nikBirthDate(): string {
  const day = '((t.nik // 100000000) % 100)';
  const month = '((t.nik // 1000000) % 100)';
  const year = '((t.nik // 10000) % 100)';
  const realDay = `(CASE WHEN ${day} > 40 THEN ${day} - 40 ELSE ${day} END)`;
  const realYear = `(CASE WHEN ${year} <= 26 THEN 2000 ELSE 1900 END + ${year})`;
  return `CASE WHEN ${month} BETWEEN 1 AND 12 AND ${realDay} BETWEEN 1 AND 28 + CASE WHEN ${month} = 2 THEN 0 WHEN ${month} IN (4, 6, 9, 11) THEN 2 ELSE 3 END THEN make_date(${realYear}, ${month}, ${realDay}) END`;
}
