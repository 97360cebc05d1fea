import { exactly, type Interval } from './interval.ts';

/** A number as it stands in print. */
export interface PrintedNumber {
  readonly value: number;
  /** Worth of the last printed place: 0.01 for 89.54; 10,000 for 1.39 million. */
  readonly place: number;
  /** Decimals printed. */
  readonly decimals: number;
  /** What a word such as "million" multiplies by, 1 without one. */
  readonly scale: number;
}

const scales: readonly [RegExp, number][] = [
  [/\b(?:triliun|trillion|tn)\b/i, 1e12],
  [/\b(?:miliar|milyar|billion|bn)\b/i, 1e9],
  [/\b(?:juta|jt|million|millions|mio|mn)\b/i, 1e6],
  [/\b(?:ribu|rb|thousand|thousands)\b/i, 1e3],
];

/** What the words of a unit multiply by: 'juta kunjungan' -> 1,000,000; 'orang' -> 1. */
function scaleOf(unit: string): number {
  return scales.find(([word]) => word.test(unit))?.[1] ?? 1;
}

/**
 * Reads a printed number: 1503459, '1.503.459', '1,503,459', '89,54 %', '1,39 juta', 'Rp3.500.000'. Marks are read the
 * Indonesian way where they could be either: a lone group of three after a dot is thousands, after a comma decimals;
 * shares have no thousands.
 * Undefined for a text that is no number. A word of scale in `unit` counts when the text has none.
 */
export function readPrintedNumber(printed: number | string, unit = ''): PrintedNumber | undefined {
  const text = typeof printed === 'number' ? plain(printed) : printed.trim();
  const match = /^(?:Rp\.?\s*)?([-+−]?)\s*(\d[\d.,]*)\s*(%|‰|\p{L}[\p{L}\s]*)?$/u.exec(text);
  if (!match) return undefined;
  const digits =
    typeof printed === 'number'
      ? match[2]
      : plainDigits(match[2] as string, isShare(`${match[3] ?? ''} ${unit}`));
  if (digits === undefined || !/^\d+(\.\d+)?$/.test(digits)) return undefined;
  const scale = scaleOf(match[3] ?? '') === 1 ? scaleOf(unit) : scaleOf(match[3] as string);
  const decimals = digits.split('.')[1]?.length ?? 0;
  const sign = match[1] === '-' || match[1] === '−' ? -1 : 1;
  return {
    value: rounded(sign * Number(digits) * scale),
    place: scale / 10 ** decimals,
    decimals,
    scale,
  };
}

/**
 * What a printed number may stand for when others are computed from it. Whole numbers are exact, but one with four or
 * more closing zeros after three or more digits (1,390,000) was rounded where its zeros begin.
 */
export function valuesOf({ value, place, decimals, scale }: PrintedNumber): Interval {
  const half = decimals > 0 || scale > 1 ? place / 2 : roundingOf(value) / 2;
  return half === 0 ? exactly(value) : { low: value - half, high: value + half };
}

/** Values that would be printed like this number. */
export function roundedTo({ value, place }: PrintedNumber): Interval {
  return { low: value - place / 2, high: value + place / 2 };
}

function roundingOf(value: number): number {
  const zeros = /^\d{2,}?[1-9](0{4,})$/.exec(String(Math.abs(value)))?.[1];
  return zeros === undefined ? 0 : 10 ** zeros.length;
}

/** Whether a unit makes a number a share: percent or per mille. */
export function isShare(unit: string): boolean {
  return /[%‰]|\b(?:perse?n|percent|pct|per ?mill?e?)\b/i.test(unit);
}

function plainDigits(text: string, share: boolean): string | undefined {
  const [dots, commas] = [count(text, '.'), count(text, ',')];
  if (dots > 0 && commas > 0) {
    // The mark that comes last is the decimal one.
    const [thousands, decimal] = text.lastIndexOf('.') > text.lastIndexOf(',') ? [',', '.'] : ['.', ','];
    return text.replaceAll(thousands, '').replace(decimal, '.');
  }
  if (commas > 1) return /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : undefined;
  if (commas === 1) return text.replace(',', '.');
  if (dots > 0 && !(share && dots === 1) && /^\d{1,3}(\.\d{3})+$/.test(text)) return text.replaceAll('.', '');
  return dots > 1 ? undefined : text;
}

const count = (text: string, mark: string) => text.split(mark).length - 1;
/** Without the last digit of floating point: 1.39 * 1e6 is 1,390,000. */
const rounded = (value: number) => Number(value.toPrecision(15));
const plain = (value: number) =>
  /e/.test(String(value)) ? value.toLocaleString('en-US', { useGrouping: false }) : String(value);
