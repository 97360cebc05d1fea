import { effectOf } from '@jangkau/campaigns';
import { openTestDatabase, type TestDatabase } from '@jangkau/store/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulateCampaign } from '../testing/simulate-campaign.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('1,000 families at 200 a day: nobody twice, STOP respected, hours and limit kept, forecast and effect right', async () => {
  const report = await simulateCampaign(database, {
    families: 1000,
    perDay: 200,
    portfolioLimit: 250,
    holdOut: 0.2,
    byItself: 0.08,
    effect: 0.2,
    stepMinutes: 30,
    seed: 1,
  });
  const leftOut = Object.fromEntries(report.leftOut.map(({ reason, families }) => [reason, families]));
  expect(leftOut).toEqual({ 'opted-out': 20, 'no-phone': 10 });
  const { contact, holdOut } = report.drawn;
  expect(contact + holdOut).toBe(970);
  expect(report).toMatchObject({ twice: 0, afterOptOut: 0, outsideHours: 0, optedOutMidway: 20 });
  expect(report.mostIn24Hours).toBeLessThanOrEqual(200);
  // Everybody drawn had a turn; every message taken is known, also those whose answer was lost.
  expect(report.results.contact.families).toBe(contact);
  expect(report.results.holdOut.families).toBe(holdOut);
  const skipped = report.skipped.reduce((sum, { families }) => sum + families, 0);
  const { sent, failed, queued } = report.messages;
  expect(skipped).toBeGreaterThan(0);
  expect({
    accounted: sent + failed + skipped,
    queued,
    lost: report.answersLost - report.lostFoundAgain,
  }).toEqual({
    accounted: contact,
    queued: 0,
    lost: 0,
  });
  expect(report.days).toHaveLength(Math.ceil(contact / 200));
  // The forecast was made before anybody said STOP.
  expect(Math.abs(report.forecastMinutesOff)).toBeLessThan(180);
  const { difference, verdict } = effectOf(
    { n: report.results.contact.active, of: report.results.contact.families },
    { n: report.results.holdOut.active, of: report.results.holdOut.families },
  );
  expect(verdict).toBe('more');
  expect(difference.low).toBeLessThan(report.trueEffect);
  expect(difference.high).toBeGreaterThan(report.trueEffect);
  expect(report.results.contact.paid).toBe(report.results.contact.active);
});
