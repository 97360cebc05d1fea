import { formatNumber, formatPercent } from '@jangkau/kernel';

/** Below this an interval is rounded outward: a whole person more or less matters there. */
const SMALL = 100;

/** An expected number of people: whole, but with one decimal below ten unless it is nearly whole. */
export function people(expected: number): string {
  const whole = Math.abs(expected - Math.round(expected)) < 0.05;
  return formatNumber(expected, expected < 9.95 && !whole ? 1 : 0);
}

/** An interval in a sentence: '601 sampai 676'. */
export function interval(low: number, high: number): string {
  return ends(low, high).join(' sampai ');
}

/** An interval in a table: '601–676'. */
export function range(low: number, high: number): string {
  return ends(low, high).join('–');
}

/** An interval in an English sentence: 'between 601 and 676'. */
export function intervalEn(low: number, high: number): string {
  return `between ${ends(low, high).join(' and ')}`;
}

/** A ratio as a percentage that does not break across lines. */
export function percent(ratio: number, decimals = 2): string {
  return formatPercent(ratio, decimals).replace(' ', '\u00a0');
}

/** A share as a percentage; '–' when there is nothing to divide by. */
export function share(part: number, whole: number, decimals = 2): string {
  return whole > 0 ? percent(part / whole, decimals) : '–';
}

function ends(low: number, high: number): [string, string] {
  const [from, to] = high < SMALL ? [Math.floor(low + 1e-6), Math.ceil(high - 1e-6)] : [low, high];
  return [formatNumber(from), formatNumber(to)];
}
