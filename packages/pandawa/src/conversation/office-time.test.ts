import { expect, test } from 'vitest';
import { defaultConversationSettings, type OfficeHours } from './conversation.ts';
import { officeDeadline, officeTime } from './office-time.ts';

const { office } = defaultConversationSettings;
// By the office clock, WITA: 2026-02-13 is a Friday.
const wita = (text: string) => new Date(`${text}:00+08:00`).toISOString().replace('.000', '');

test.each<[string, number, string, Partial<OfficeHours>]>([
  ['2026-02-12T09:00', 30, '2026-02-12T09:30', {}],
  ['2026-02-12T14:50', 30, '2026-02-13T08:20', {}],
  ['2026-02-12T06:00', 30, '2026-02-12T08:30', {}],
  ['2026-02-12T23:30', 30, '2026-02-13T08:30', {}],
  ['2026-02-13T14:45', 30, '2026-02-16T08:15', {}],
  ['2026-02-13T14:45', 30, '2026-02-17T08:15', { closed: ['2026-02-16'] }],
  ['2026-02-12T08:00', 420, '2026-02-12T15:00', {}],
  ['2026-02-12T08:00', 840, '2026-02-13T15:00', {}],
  ['2026-02-12T23:50', 20, '2026-02-13T00:10', { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
])('asked at %s, %i minutes of office hours are over at %s', (at, minutes, until, change) => {
  expect(officeDeadline(wita(at), minutes, { ...office, ...change })).toBe(wita(until));
});

test('an office that never opens promises by the clock on the wall', () => {
  expect(officeDeadline('2026-02-12T01:00:00Z', 30, { ...office, days: [] })).toBe('2026-02-12T01:30:00Z');
});

test('a week day that is more than six days ahead has its date', () => {
  const opens = (at: string, closed: string[] = []) => officeTime(wita(at), { ...office, closed }).opens;
  expect(opens('2026-02-13T16:00')).toBe('Senin pukul 08.00');
  // Friday to Friday: the office shuts for a week from Monday on.
  const week = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'];
  expect(opens('2026-02-13T16:00', week)).toBe('Jumat, 20 Februari 2026, pukul 08.00');
  expect(opens('2026-02-14T09:00', week)).toBe('Jumat pukul 08.00');
});

test('the office clock is that of its zone', () => {
  const at = '2026-02-13T00:30:00Z';
  expect(officeTime(at, { ...office, utcOffset: 7 })).toMatchObject({ time: '07:30', open: false });
  expect(officeTime(at, { ...office, utcOffset: 8 })).toMatchObject({ time: '08:30', open: true });
  expect(officeTime(at, { ...office, utcOffset: 5.5 })).toMatchObject({ time: '06:00', open: false });
  expect(officeDeadline(at, 30, { ...office, utcOffset: 7 })).toBe('2026-02-13T01:30:00Z');
});
