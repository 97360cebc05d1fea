import { describe, expect, test } from 'vitest';
import { EventClock } from '../events/event-clock.ts';
import { uuidV7 } from '../events/uuid-v7.ts';
import { backOff } from './back-off.ts';
import { ClockSkew } from './clock-skew.ts';

describe('the error of a clock', () => {
  test('is told best by the quickest answer', () => {
    const skew = new ClockSkew();
    expect(skew.offset).toBe(0);
    skew.add(1000, 5000, 603_000);
    skew.add(10_000, 10_100, 610_300);
    skew.add(20_000, 26_000, 621_000);
    expect(skew.offset).toBe(600_250);
  });

  test('is learnt anew after the clock was set', () => {
    const skew = new ClockSkew();
    skew.add(1000, 1010, 601_005);
    skew.add(700_000, 700_500, 700_240);
    expect(skew.offset).toBe(-10);
  });
});

test('moments of events are put right, never repeat and never go back', () => {
  let now = 1000;
  const clock = new EventClock(() => now, 500, 1600);
  expect(clock.next()).toBe(1601);
  now = 2000;
  expect(clock.next()).toBe(2500);
  expect(clock.next()).toBe(2501);
  clock.correction = -1000;
  expect(clock.next()).toBe(2502);
});

test('attempts come further apart, never in step, and not before the server allows', () => {
  expect(backOff(1, 0)).toBe(1000);
  expect(backOff(1, 1)).toBe(2000);
  expect(backOff(4, 1)).toBe(16_000);
  expect(backOff(500, 1)).toBe(300_000);
  expect(backOff(1, 0, 30)).toBe(30_000);
});

test('ids are UUIDs of version 7 and sort by their moment', () => {
  const fill = (bytes: Uint8Array) => crypto.getRandomValues(bytes);
  const early = uuidV7(1_764_000_000_000, fill as never);
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(1_764_000_000_000);
  expect(uuidV7(1_764_000_000_001, fill as never) > early).toBe(true);
});
