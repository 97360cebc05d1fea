import type { BlockKey, Field, FieldTest, Test } from '../link-model.ts';

export type FieldKind = Field['kind'];

export type TestName = Test['is'];
export type RawTestName = keyof typeof RAW_TESTS;
export type KeyName = BlockKey['use'];

export interface NumberRange {
  from: number;
  to: number;
  whole: boolean;
}

/** What a parameter of a test or key must be. */
type Parameter =
  | ({ is: 'number' } & NumberRange)
  /** A number of digits of the field. */
  | { is: 'digits'; most: number }
  /** A list of some of these. */
  | { is: 'some-of'; values: readonly string[] }
  /** A list of texts. */
  | { is: 'texts' }
  /** The name of another field of the same kind. */
  | { is: 'field' }
  /** The name of a field that is one value. */
  | { is: 'single-valued-field' }
  /** The name of an earlier comparison, and labels of its levels. */
  | { is: 'comparison' }
  | { is: 'levels' };

/** Where a test or key makes sense, and what else it says. */
export interface Usage {
  kinds: readonly FieldKind[];
  parameters: Record<string, Parameter>;
  optional?: Record<string, Parameter>;
  /** Only on the field that holds the group's number. */
  group?: boolean;
  /** Only on the field of the group's kin. */
  kin?: boolean;
  /** Only in a comparison of the right record alone, and nothing else there. */
  alone?: boolean;
  /** Needs what an exact tier leaves behind. */
  exactTier?: boolean;
}

export const FIELD_KINDS: readonly FieldKind[] = ['words', 'date', 'digits', 'code', 'text'];
/** Digits that a 64-bit number holds whatever they are. */
export const MOST_DIGITS = 18;

const ANY = FIELD_KINDS;
/** Kinds of fields that are one value, not words. */
export const SINGLE_VALUED: readonly FieldKind[] = ['date', 'digits', 'code', 'text'];
export const SHARE: { is: 'number' } & NumberRange = { is: 'number', from: 0, to: 1, whole: false };
const BITS: Parameter = { is: 'number', from: 0, to: 96, whole: false };
const LETTERS: Parameter = { is: 'number', from: 1, to: 100, whole: true };
const DIGITS: Parameter = { is: 'digits', most: MOST_DIGITS };

/** '01-01' to '12-31', 29 February included. */
const DAYS_OF_YEAR: readonly string[] = Array.from({ length: 366 }, (_, i) =>
  new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(5, 10),
);

/** Every test of a comparison. */
export const TESTS: Record<TestName, Usage> = {
  same: { kinds: ANY, parameters: {} },
  similar: { kinds: ['words', 'text'], parameters: { atLeast: SHARE } },
  truncated: { kinds: ['words', 'text'], parameters: { letters: LETTERS } },
  'one-digit': { kinds: ['digits'], parameters: {} },
  transposed: { kinds: ['digits'], parameters: {} },
  offset: {
    kinds: ['digits'],
    parameters: { by: { is: 'number', from: 1, to: Number.MAX_SAFE_INTEGER, whole: true } },
  },
  prefix: { kinds: ['digits'], parameters: { length: DIGITS } },
  suffix: { kinds: ['digits'], parameters: { length: DIGITS } },
  'day-month-swapped': { kinds: ['date'], parameters: {} },
  parts: { kinds: ['date'], parameters: { parts: { is: 'some-of', values: ['year', 'month', 'day'] } } },
  'first-of-january': { kinds: ['date'], parameters: {} },
  days: { kinds: ['date'], parameters: { days: { is: 'some-of', values: DAYS_OF_YEAR } } },
  years: { kinds: ['date'], parameters: { within: { is: 'number', from: 0, to: 200, whole: true } } },
  crosswise: { kinds: SINGLE_VALUED, parameters: { field: { is: 'field' } } },
  'other-comparison': {
    kinds: ANY,
    parameters: { comparison: { is: 'comparison' }, levels: { is: 'levels' } },
  },
  agrees: { kinds: ANY, parameters: { field: { is: 'single-valued-field' } } },
  'one-of': { kinds: ['code'], parameters: { values: { is: 'texts' } }, alone: true },
  'all-words': { kinds: ['words'], parameters: { bits: BITS } },
  'all-words-of-one': { kinds: ['words'], parameters: { bits: BITS } },
  'some-words': { kinds: ['words'], parameters: { bits: BITS } },
  'similar-words': { kinds: ['words'], parameters: { atLeast: SHARE, bits: BITS } },
  'same-minor': { kinds: ['words'], parameters: {} },
  'same-rank': { kinds: ['words'], parameters: {} },
  'minor-missing': { kinds: ['words'], parameters: {} },
  kin: { kinds: ['words'], parameters: {}, kin: true },
  'same-group': { kinds: SINGLE_VALUED, parameters: {}, group: true },
  'linked-group': { kinds: SINGLE_VALUED, parameters: {}, group: true, exactTier: true },
  'other-group': { kinds: SINGLE_VALUED, parameters: {}, group: true, exactTier: true },
};

/** The conditions of the exact tier, which look at raw columns: texts as given, dates as DATE. */
export const RAW_TESTS = {
  missing: { kinds: ANY, parameters: {} } as Usage,
  alone: { kinds: ANY, parameters: {} } as Usage,
  same: TESTS.same,
  similar: TESTS.similar,
  'day-month-swapped': TESTS['day-month-swapped'],
  parts: TESTS.parts,
  years: TESTS.years,
  'first-of-january': TESTS['first-of-january'],
} satisfies Partial<Record<FieldTest['is'], Usage>>;

/** Every use of a field as a blocking key. */
export const KEYS: Record<KeyName, Usage & { many?: boolean }> = {
  value: { kinds: ANY, parameters: {} },
  year: { kinds: ['date'], parameters: {} },
  month: { kinds: ['date'], parameters: {} },
  day: { kinds: ['date'], parameters: {} },
  swapped: { kinds: ['date'], parameters: {} },
  'first-of-january': { kinds: ['date'], parameters: {} },
  first: { kinds: ['digits'], parameters: { digits: DIGITS } },
  last: { kinds: ['digits'], parameters: { digits: DIGITS } },
  'any-word': { kinds: ['words'], parameters: {}, optional: { bits: BITS }, many: true },
  'rarest-two': { kinds: ['words'], parameters: {} },
  'all-words': { kinds: ['words'], parameters: {} },
  minor: { kinds: ['words'], parameters: {} },
  placeholder: { kinds: ['words'], parameters: {} },
  crosswise: { kinds: SINGLE_VALUED, parameters: { other: { is: 'field' } }, many: true },
  'linked-group': { kinds: [], parameters: {}, exactTier: true },
};

/** Field names that the engine, or the tables of a linkage, use for something else. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(
  (
    'k id t l r h rowid ' +
    'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create ' +
    'default deferrable desc describe distinct do else end except false fetch for foreign from full group having ' +
    'in initially inner intersect into is join lambda lateral leading left like limit natural not null offset on ' +
    'only or order outer pivot pivot_longer pivot_wider placing positional primary qualify references returning ' +
    'right select semi show similar some summarize symmetric table then to trailing true union unique unpivot ' +
    'using variadic when where window with anti asof cross glob ilike isnull notnull overlaps try_cast at authorization ' +
    'binary by collation concurrently freeze tablesample unpack verbose'
  ).split(' '),
);
