import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecast } from './forecast.ts';
import { campaignLimit, hourlyLimit, type Pace, roomNow } from './pace.ts';
import { DAY, HOUR, isOpenAt, type SendingHours } from './sending-hours.ts';

const anyHours = fc
  .record({
    from: fc.integer({ min: 7, max: 12 }),
    length: fc.integer({ min: 1, max: 9 }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  })
  .map(
    ({ from, length, days }): SendingHours => ({
      utcOffset: 8,
      days,
      from: `${String(from).padStart(2, '0')}:00`,
      to: `${String(from + length).padStart(2, '0')}:30`.replace('21:30', '21:00'),
    }),
  );
const anyPace = fc.record({
  perDay: fc.integer({ min: 1, max: 400 }),
  portfolioLimit: fc.integer({ min: 1, max: 300 }),
  hours: anyHours,
});

/** The most in any moving stretch, of instants in order. */
function mostIn(sent: readonly number[], length: number): number {
  let most = 0;
  for (let first = 0, last = 0; last < sent.length; last++) {
    while ((sent[first] as number) <= (sent[last] as number) - length) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** Sends by the rule at uneven moments; what was handed out leaves the outbox some time later. */
function sentBy(
  pace: Pace,
  steps: readonly number[],
  delays: readonly number[],
  others: readonly number[],
): { own: number[]; all: number[] } {
  const own: number[] = [];
  const all: number[] = [];
  let waiting: { at: number }[] = [];
  let now = Date.parse('2026-11-23T00:00:00Z');
  for (const [i, step] of steps.entries()) {
    now += step;
    for (const { at } of waiting.filter((one) => one.at <= now)) {
      own.push(at);
      all.push(at);
    }
    waiting = waiting.filter((one) => one.at > now);
    own.sort((a, b) => a - b);
    all.sort((a, b) => a - b);
    const last = (sent: readonly number[], length: number) =>
      sent.filter((at) => at > now - length && at <= now).length;
    const gone = {
      ownLastDay: last(own, DAY) + waiting.length,
      ownLastHour: last(own, HOUR) + waiting.length,
      allLastDay: last(all, DAY) + waiting.length,
    };
    const answers = Math.min(
      (others[i % others.length] ?? 0) as number,
      pace.portfolioLimit - gone.allLastDay,
    );
    for (let n = 0; n < answers; n++) all.push(now);
    if (!isOpenAt(now, pace.hours)) continue;
    const room = roomNow({ ...gone, allLastDay: gone.allLastDay + Math.max(0, answers) }, pace);
    for (let n = 0; n < room; n++)
      waiting.push({ at: now + 1 + ((delays[n % delays.length] ?? 0) as number) });
  }
  return { own, all };
}

test('never more than the limits in any moving 24 hours and hour, however unevenly and late messages go', () => {
  fc.assert(
    fc.property(
      anyPace,
      fc.array(fc.integer({ min: 1000, max: 3 * HOUR }), { minLength: 30, maxLength: 150 }),
      fc.array(fc.integer({ min: 0, max: 2 * HOUR }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 4 }),
      (pace, steps, delays, others) => {
        const { own, all } = sentBy(pace, steps, delays, others);
        expect(
          mostIn(
            own.toSorted((a, b) => a - b),
            DAY,
          ),
        ).toBeLessThanOrEqual(pace.perDay);
        expect(
          mostIn(
            own.toSorted((a, b) => a - b),
            HOUR,
          ),
        ).toBeLessThanOrEqual(hourlyLimit(pace));
        expect(
          mostIn(
            all.toSorted((a, b) => a - b),
            DAY,
          ),
        ).toBeLessThanOrEqual(pace.portfolioLimit);
        // Whatever others write, campaigns never take the last fifth.
        expect(
          mostIn(
            own.toSorted((a, b) => a - b),
            DAY,
          ),
        ).toBeLessThanOrEqual(campaignLimit(pace.portfolioLimit));
      },
    ),
    { numRuns: 60 },
  );
});

test('a forecast sends everybody, within the hours, and no day more than allowed', () => {
  fc.assert(
    fc.property(
      anyPace,
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 0, max: 7 * DAY }),
      (pace, people, shift) => {
        const start = Date.parse('2026-11-22T16:00:00Z') + shift;
        const { firstAt, lastAt, days } = forecast(people, start, pace);
        fc.pre(lastAt !== undefined);
        expect(days.reduce((sum, day) => sum + day.people, 0)).toBe(people);
        expect(isOpenAt(firstAt as number, pace.hours)).toBe(true);
        expect(isOpenAt(lastAt as number, pace.hours)).toBe(true);
        for (const day of days)
          expect(day.people).toBeLessThanOrEqual(Math.min(pace.perDay, pace.portfolioLimit));
      },
    ),
    { numRuns: 30 },
  );
});
