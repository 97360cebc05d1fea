import { expect, test } from 'vitest';
import { createFormat } from '../format/create-format.ts';
import { monthName, monthSpans } from './month-name.ts';

const format = createFormat('id');

test('months by name', () => {
  expect(monthName(format, '2026-03')).toBe('Mar 2026');
});

test('months in a row are one span, across the year too', () => {
  expect(monthSpans(format, ['2026-01', '2025-12', '2025-11'])).toBe('Nov 2025 – Jan 2026');
  expect(monthSpans(format, ['2026-01', '2026-03'])).toBe('Jan 2026, Mar 2026');
  expect(monthSpans(format, [])).toBe('');
});
