/** What the sampled values of a column look like; shares are of the values that are not blank, 0 to 1. */
export interface ColumnContent {
  filled: number;
  digits16: number;
  /** Of the sixteen-digit values: the share whose day and month could be a NIK's. */
  nikDates: number;
  /** Of the sixteen-digit values: the share with a day of 41 to 71, as women's NIKs have. */
  femaleDays: number;
  digits13: number;
  dates: number;
  sexes: number;
  villageCodes: number;
  phones: number;
  names: number;
  /** Whole numbers that count up from row to row. */
  running: boolean;
  /** Distinct values by filled values. */
  distinct: number;
}

const monthName =
  /^\d{1,2}[\s\-./]+(jan|feb|peb|mar|apr|mei|may|jun|jul|agu|agt|ags|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*[\s\-.,/]+\d{2,4}$/i;
const sexWord = /^(l|p|lk|pr|w|m|f|laki[ -]*laki|perempuan|pria|wanita|male|female)$/i;

const looked = new WeakMap<readonly string[], ColumnContent>();

/** Looks at sampled values of one column, in file order; once at each list, which must not change afterwards. */
export function columnContent(samples: readonly string[]): ColumnContent {
  const before = looked.get(samples);
  if (before) return before;
  const content = lookAt(samples);
  looked.set(samples, content);
  return content;
}

function lookAt(samples: readonly string[]): ColumnContent {
  const values = samples.map((value) => value.trim()).filter((value) => value !== '' && value !== '-');
  const share = (test: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(test).length / values.length;
  const long = values.map(digitsOf).filter((digits) => digits.length === 16);
  const longShare = (test: (day: number, month: number) => boolean) =>
    long.length === 0
      ? 0
      : long.filter((digits) => test(Number(digits.slice(6, 8)), Number(digits.slice(8, 10)))).length /
        long.length;
  return {
    filled: values.length,
    digits16: values.length === 0 ? 0 : long.length / values.length,
    nikDates: longShare(
      (day, month) => day % 40 >= 1 && day % 40 <= 31 && day < 72 && month >= 1 && month <= 12,
    ),
    femaleDays: longShare((day) => day > 40 && day < 72),
    digits13: share((value) => /^'?\d{13}$/.test(value)),
    dates: share(looksLikeDate),
    sexes: share((value) => sexWord.test(value)),
    villageCodes: share((value) => /^\d\d\.?\d\d\.?\d\d\.?[12]\d{3}$/.test(value)),
    phones: share((value) => /^(\+?62|0)?8\d{7,11}$/.test(value.replace(/[\s().'-]/g, ''))),
    names: share((value) => /^[\p{L}][\p{L}.,'` -]{2,60}$/u.test(value)),
    running: isRunning(values),
    distinct: values.length === 0 ? 0 : new Set(values).size / values.length,
  };
}

/** True for a date written with digits, with a month name or as an eight-digit number. */
function looksLikeDate(value: string): boolean {
  if (monthName.test(value)) return true;
  const parts = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})([ T]\d\d:\d\d.*)?$/.exec(value);
  if (parts) {
    const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const long = (parts[1] as string).length === 4 ? [third, second] : [first, second];
    return long.every((n) => n >= 1 && n <= 31) && long.some((n) => n <= 12);
  }
  return /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(value);
}

/** The digits of a number written with an apostrophe, spaces, dots, dashes or a trailing '.0'; '' for other text. */
function digitsOf(value: string): string {
  const plain = value.replace(/^(\D*\d{16})[.,]0+$/, '$1').replace(/[\s'’`.-]/g, '');
  return /^\d+$/.test(plain) ? plain : '';
}

function isRunning(values: readonly string[]): boolean {
  if (values.length < 3) return false;
  const numbers = values.map(Number);
  const steps = numbers.slice(1).filter((n, i) => n === (numbers[i] as number) + 1).length;
  return Number.isInteger(numbers[0]) && steps >= (values.length - 1) * 0.8;
}
