import { expect, test } from 'vitest';
import { forecast } from './forecast.ts';
import type { Pace } from './pace.ts';
import { HOUR } from './sending-hours.ts';

const pace: Pace = {
  perDay: 2000,
  portfolioLimit: 2500,
  hours: { utcOffset: 8, days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' },
};
const monday = Date.parse('2026-11-23T08:00:00+08:00');

test('10,000 people at 2,000 a day are five days of work, and a weekend does not count', () => {
  const full = forecast(10_000, monday, pace);
  expect(full.days.map(({ people }) => people)).toEqual([2000, 2000, 2000, 2000, 2000]);
  expect(full.days.map(({ date }) => date).at(-1)).toBe('2026-11-27');
  const later = forecast(10_000, monday + 48 * HOUR, pace);
  expect(later.days.map(({ date }) => date)).toEqual([
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-30',
    '2026-12-01',
  ]);
});

test('with the limit of the portfolio at 2,000, campaigns come to 1,600 a day and leave the rest', () => {
  const { days } = forecast(3200, monday, { ...pace, portfolioLimit: 2000 });
  expect(days.map(({ people }) => people)).toEqual([1600, 1600]);
});

test('what went out already takes room until a day has passed', () => {
  const others = [{ at: monday - HOUR, people: 1500 }];
  const { days } = forecast(2000, monday, pace, { others });
  expect(days).toEqual([
    { date: '2026-11-23', people: 500 },
    { date: '2026-11-24', people: 1500 },
  ]);
});

test('nobody, no open day, and what would take longer than a year', () => {
  expect(forecast(0, monday, pace)).toEqual({ firstAt: undefined, lastAt: undefined, days: [] });
  expect(forecast(5, monday, { ...pace, hours: { ...pace.hours, days: [] } }).lastAt).toBeUndefined();
  expect(forecast(10_000, monday, { ...pace, perDay: 1 }).lastAt).toBeUndefined();
});
