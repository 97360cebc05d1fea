import type { ClaimsFile } from '../claim.ts';
import { exactly, type Interval, middle, overlap } from '../interval.ts';
import { isShare, readPrintedNumber, roundedTo } from '../printed-number.ts';
import { fillWords, numberWords, type Words } from '../words.ts';
import { callTerm, daysBetween, type Term, termOfCount } from './operand-values.ts';
import { type Quotient, quotientRange } from './quotient.ts';

/** A way of reading a claim under which it would be true. */
export interface Reading {
  readonly kind: 'gross-not-net' | 'other-count' | 'other-days' | 'cut-off' | 'complement' | 'hidden-count';
  readonly words: Words;
  /** The count it would need: its name, or null when no count of the file fits. */
  readonly count: string | null;
  /** Values of that count that make the claim true. */
  readonly values: Interval | null;
}

/** A contradicting claim as the search for readings sees it. */
export interface Contradiction {
  readonly id: string;
  readonly quotient: Quotient;
  readonly computed: Interval;
  /** All values that would be printed as the claim was. */
  readonly accepted: Interval;
  readonly decimals: number;
  readonly unit: 'percent' | 'per-mille' | 'number';
}

/** Every reading that makes a contradicting claim true, the plainest first. */
export function readingsOf(claim: Contradiction, file: ClaimsFile): Reading[] {
  return [
    ...otherDays(claim),
    ...grossNotNet(claim),
    ...otherCounts(claim, file),
    ...cutOff(claim),
    ...complements(claim, file),
    ...hiddenCounts(claim),
  ];
}

/** Half-years of 180 days, spans counted without their first day, and a whole year. */
function otherDays({ quotient, accepted }: Contradiction): Reading[] {
  const [span] = quotient.denominator ?? [];
  const calendar = span && quotient.denominator?.length === 1 ? daysOf(span) : undefined;
  if (!span || calendar === undefined) return [];
  const ways: [number, Words][] = [
    [
      30 * Math.round(calendar / (365.25 / 12)),
      { id: 'bila tiap bulan dihitung 30 hari', en: 'if every month is counted as 30 days' },
    ],
    [calendar - 1, { id: 'bila hari pertama tidak dihitung', en: 'if the first day is not counted' }],
    [365, { id: 'bila dibagi setahun penuh', en: 'if divided by a whole year' }],
  ];
  return ways.flatMap(([days, why]) => {
    const range = quotientRange({ ...quotient, denominator: [{ ...span, values: exactly(days) }] });
    if (days === calendar || days <= 0 || !range || !overlap(range, accepted)) return [];
    const sentence = {
      id: 'Benar {why}: {days} hari, bukan {calendar}.',
      en: 'True {why}: {days} days, not {calendar}.',
    };
    const values = { why, days: numberWords(days), calendar: numberWords(calendar) };
    return [reading('other-days', fillWords(sentence, values), null, exactly(days))];
  });
}

/** Days a denominator stands for: a span of dates, or a bare whole number from a month to a leap year. */
function daysOf({ span, values: { low, high }, name }: Term): number | undefined {
  if (span) return daysBetween(span.from, span.to);
  return name === null && low === high && Number.isInteger(low) && low >= 28 && low <= 366 ? low : undefined;
}

/**
 * A difference of two lists printed too large: people not found one by one (gross) are more than the lists differ by
 * (net), for some of the longer list have nobody in the shorter one.
 */
function grossNotNet({ quotient, computed, accepted, unit }: Contradiction): Reading[] {
  const [one, other] = quotient.numerator;
  const difference = quotient.numerator.length === 2 && one?.sign !== other?.sign;
  const [net, printed] = [middle(computed), middle(accepted)];
  if (unit !== 'number' || quotient.denominator || !difference || net < 0 || printed <= net) return [];
  const taken = quotient.numerator.find(({ sign }) => sign < 0) as Term;
  const sentence = {
    id: 'Benar bila {gross} dihitung satu per satu (kotor), bukan sebagai selisih (bersih {net}): maka {gap} dari {taken} tidak punya padanan.',
    en: 'True if {gross} were counted one by one (gross), not as the difference (net {net}): then {gap} of {taken} have no match.',
  };
  const [gross, gap] = [numberWords(printed), numberWords(printed - net)];
  const words = fillWords(sentence, { gross, net: numberWords(net), gap, taken: callTerm(taken) });
  return [reading('gross-not-net', words, taken.name, null)];
}

const sides = {
  numerator: { id: 'pembilangnya', en: 'the numerator' },
  denominator: { id: 'pembaginya', en: 'the denominator' },
} as const;

/** Another count of the same file in place of one that was used. */
function otherCounts({ quotient, accepted, unit }: Contradiction, file: ClaimsFile): Reading[] {
  if (!quotient.denominator) return [];
  return (['denominator', 'numerator'] as const).flatMap((side) => {
    const terms = quotient[side] ?? [];
    return Object.entries(file.counts).flatMap(([name, stated]) => {
      const term = termOfCount(name, stated);
      if (!term || (terms.length === 1 && terms[0]?.name === name)) return [];
      const range = quotientRange({ ...quotient, [side]: [term] });
      if (!range || !overlap(range, accepted)) return [];
      const sentence = {
        id: 'Benar bila {what} {count} ({number}): {result}.',
        en: 'True if {what} is {count} ({number}): {result}.',
      };
      const values = {
        what: sides[side],
        count: callTerm(term),
        number: term.words,
        result: rangeWords(range, unit),
      };
      return [reading('other-count', fillWords(sentence, values), name, term.values)];
    });
  });
}

/** Printed by cutting digits off instead of rounding. */
function cutOff({ computed, accepted, decimals }: Contradiction): Reading[] {
  const value = middle(accepted);
  const place = accepted.high - accepted.low;
  const would = Math.floor(middle(computed) / place + 1e-9) * place;
  if (Math.abs(would - value) > place / 1e6) return [];
  const words = {
    id: 'Benar bila angka di belakangnya dipotong, bukan dibulatkan: seharusnya {value}.',
    en: 'True if digits were cut off instead of rounded: it should be {value}.',
  };
  const shown = numberWords(Math.round(middle(computed) / place) * place, place < 1 ? decimals : 0);
  return [reading('cut-off', fillWords(words, { value: shown }), null, null)];
}

/** A hundred less another printed share, which is right only when both are of the same whole. */
function complements(claim: Contradiction, file: ClaimsFile): Reading[] {
  if (claim.unit !== 'percent') return [];
  return file.claims.flatMap((other) => {
    const printed =
      other.id === claim.id || other.implied ? undefined : readPrintedNumber(other.value, other.unit);
    if (!printed || !isShare(other.unit ?? '')) return [];
    if (!overlap(exactly(100 - printed.value), claim.accepted)) return [];
    const sentence = {
      id: 'Sama dengan 100 − {other}, tetapi kedua bagian itu bukan dari jumlah yang sama; jangan dihitung begitu.',
      en: 'Equals 100 − {other}, but the two are shares of different wholes; do not compute it this way.',
    };
    const words = fillWords(sentence, { other: numberWords(printed.value, printed.decimals) });
    return [reading('complement', words, `claim:${other.id}`, null)];
  });
}

/** What each part would have to be, the others staying as stated. */
export function hiddenCounts({ quotient, accepted }: Contradiction): Reading[] {
  const { factor, numerator, denominator } = quotient;
  const sum = (terms: readonly Term[]) =>
    terms.reduce((total, { sign, values }) => total + sign * middle(values), 0);
  const solve = (term: Term, side: 'numerator' | 'denominator'): Interval => {
    const ends = [accepted.low, accepted.high].map((target) => {
      const whole =
        side === 'denominator'
          ? (factor * sum(numerator)) / target
          : (target * (denominator ? sum(denominator) : 1)) / factor;
      const rest =
        sum(side === 'denominator' ? (denominator ?? []) : numerator) - term.sign * middle(term.values);
      return term.sign * (whole - rest);
    });
    // Counts are whole: the ends move inwards to the first whole number within.
    return { low: Math.ceil(Math.min(...ends) - 1e-6), high: Math.floor(Math.max(...ends) + 1e-6) };
  };
  const parts = [
    ...(denominator ?? []).map((term) => [term, solve(term, 'denominator'), sides.denominator] as const),
    ...numerator.map((term) => [term, solve(term, 'numerator'), sides.numerator] as const),
  ];
  const nameless = (terms: readonly Term[] | null, term: Term) => term.name === null && terms?.length === 1;
  const integral = (term: Term) => Number.isInteger(middle(term.values));
  return parts.flatMap(([term, values, side]) => {
    if (!integral(term) || !(values.low <= values.high) || values.low < 0) return [];
    const from = numberWords(values.low);
    const to = numberWords(values.high);
    const one = values.low === values.high;
    const most = values.low === 0;
    const sentence = one
      ? { id: 'Benar bila {count} {from}{not}.', en: 'True if {count} were {from}{not}.' }
      : most
        ? { id: 'Benar bila {count} paling banyak {to}{not}.', en: 'True if {count} were at most {to}{not}.' }
        : {
            id: 'Benar bila {count} antara {from} dan {to}{not}.',
            en: 'True if {count} lay between {from} and {to}{not}.',
          };
    const stated = { id: ', bukan {number}', en: ', not {number}' };
    const not = middle(term.values) === 0 ? '' : fillWords(stated, { number: term.words });
    const alone = nameless(numerator, term) || nameless(denominator, term);
    const count = alone && denominator ? side : callTerm(term);
    return [reading('hidden-count', fillWords(sentence, { count, from, to, not }), term.name, values)];
  });
}

function reading(
  kind: Reading['kind'],
  words: Words,
  count: string | null,
  values: Interval | null,
): Reading {
  return { kind, words, count, values };
}

/** A computed value, or the range it may lie in, with its unit. */
export function rangeWords({ low, high }: Interval, unit: Contradiction['unit']): Words {
  const decimals = unit === 'number' ? (Math.abs(high) < 100 && !Number.isInteger(high) ? 4 : 0) : 4;
  const mark = unit === 'percent' ? ' %' : unit === 'per-mille' ? ' ‰' : '';
  const [from, to] = [numberWords(low, decimals), numberWords(high, decimals)];
  if (from.id === to.id) return { id: `${from.id}${mark}`, en: `${from.en}${mark}` };
  return { id: `${from.id} s.d. ${to.id}${mark}`, en: `${from.en} to ${to.en}${mark}` };
}

/** All values printed like the claim, with its bound: "more than" accepts everything above. */
export function acceptedValues(
  printed: Parameters<typeof roundedTo>[0],
  bound?: 'at-least' | 'at-most',
): Interval {
  const near = roundedTo(printed);
  if (bound === 'at-least') return { low: printed.value, high: Number.MAX_SAFE_INTEGER };
  if (bound === 'at-most') return { low: Number.MIN_SAFE_INTEGER, high: printed.value };
  return near;
}
