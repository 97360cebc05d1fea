import { expect, test } from 'vitest';
import { type Setting, standingIn } from './standing-in.ts';

const setting = (area: string, name: Setting['name'], value: boolean | number): Setting => ({
  area,
  name,
  value,
  at: '2026-11-22T00:00:00Z',
  by: 'kepala',
});

test('the nearest area that says something counts', () => {
  const settings = [
    setting('', 'live', false),
    setting('51.71', 'live', true),
    setting('51.71.01', 'live', false),
    setting('51.71', 'target', 500),
  ];
  expect(standingIn(settings, 'live', '51.03')).toEqual({ value: false, from: '' });
  expect(standingIn(settings, 'live', '51.71.02.1001')).toEqual({ value: true, from: '51.71' });
  expect(standingIn(settings, 'live', '51.71.01.1002')).toEqual({ value: false, from: '51.71.01' });
  expect(standingIn(settings, 'prioritas', '51.71')).toBeUndefined();
});

test('a code that only begins alike is another area', () => {
  expect(standingIn([setting('51.7', 'live', true)], 'live', '51.71')).toBeUndefined();
});
