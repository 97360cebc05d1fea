import type { Language } from '../text/language.ts';
import { ageOn } from './age-on.ts';

/** How numbers, dates, times and amounts are written on the screen in one language. */
export interface Format {
  /** 1688195 -> 1.688.195 */
  integer(value: number): string;
  /** 2.71, 1 -> 2,7 */
  decimal(value: number, digits: number): string;
  /** 0.890572 -> 89,06 % (the value is a share of 1) */
  percent(share: number, digits?: number): string;
  /** 5210.4, 5890 -> 5.210–5.890 */
  interval(low: number, high: number): string;
  /** 2026-11-21 -> 21 November 2026 */
  date(isoDate: string): string;
  /** 2026-11-21 -> 21 Nov 2026 */
  shortDate(isoDate: string): string;
  /** An instant in ISO form -> 21 November 2026 14.05, in the zone of the reader's machine */
  dateTime(instant: string): string;
  /** An instant in ISO form -> 14.05, in the zone of the reader's machine */
  time(instant: string): string;
  /** 72_000 -> 1 menit 12 detik; under ten seconds with a tenth: 1,8 detik */
  duration(milliseconds: number): string;
  /** 72 -> 1 menit 12 detik; whole seconds, for a clock that ticks */
  seconds(count: number): string;
  /** 1_048_576 -> 1,0 MB */
  bytes(count: number): string;
  /** 2000-01-01 on 2026-11-21 -> 26 th; under two years in months; empty when either date is missing */
  age(born: string | null | undefined, on: string | null | undefined): string;
}

const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const UNITS = {
  id: { h: 'jam', m: 'menit', s: 'detik', year: 'th', month: 'bln' },
  en: { h: 'h', m: 'min', s: 's', year: 'y', month: 'mo' },
} as const;

export function createFormat(language: Language): Format {
  const locale = LOCALE[language];
  const units = UNITS[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const decimals = new Map<number, Intl.NumberFormat>();

  const decimal = (value: number, digits: number): string => {
    let formatter = decimals.get(digits);
    if (!formatter) {
      formatter = new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      decimals.set(digits, formatter);
    }
    return formatter.format(value);
  };
  const plainDate = (isoDate: string, formatter: Intl.DateTimeFormat): string => {
    const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? isoDate : formatter.format(date);
  };
  const seconds = (count: number): string => {
    const parts: Array<[number, string]> = [
      [Math.floor(count / 3600), units.h],
      [Math.floor((count % 3600) / 60), units.m],
      [count % 60, units.s],
    ];
    const said = parts.filter(([amount]) => amount > 0).slice(0, 2);
    return said.map(([amount, unit]) => `${amount} ${unit}`).join(' ') || `0 ${units.s}`;
  };

  return {
    integer: (value) => whole.format(value),
    decimal,
    percent: (share, digits = 2) => `${decimal(share * 100, digits)}${language === 'id' ? '\u00a0' : ''}%`,
    interval: (low, high) => `${whole.format(low)}–${whole.format(high)}`,
    date: (isoDate) => plainDate(isoDate, long),
    shortDate: (isoDate) => plainDate(isoDate, short),
    dateTime(instant) {
      const date = new Date(instant);
      return Number.isNaN(date.getTime()) ? instant : `${day.format(date)} ${clock.format(date)}`;
    },
    time(instant) {
      const date = new Date(instant);
      return Number.isNaN(date.getTime()) ? instant : clock.format(date);
    },
    duration: (milliseconds) =>
      milliseconds < 10_000
        ? `${decimal(milliseconds / 1000, 1)} ${units.s}`
        : seconds(Math.round(milliseconds / 1000)),
    seconds,
    bytes(count) {
      if (count < 1024 * 1024) return `${decimal(count / 1024, count < 10_240 ? 1 : 0)} kB`;
      return `${decimal(count / (1024 * 1024), 1)} MB`;
    },
    age(born, on) {
      const age = ageOn(born, on);
      if (!age) return '';
      return age.years >= 2 ? `${age.years} ${units.year}` : `${age.months} ${units.month}`;
    },
  };
}
