import { effectOf } from '@jangkau/campaigns';
import {
  actOnCampaign,
  addCampaign,
  addTemplate,
  audienceCounts,
  keepTurns,
  nextTurns,
} from '@jangkau/store';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { openTestDatabase, type TestDatabase } from '@jangkau/store/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waPhone } from '../own/wa-phone.ts';
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

test('who died is not written to, their family is; families of one campaign are left to it until it has measured', async () => {
  const { owner, system } = database;
  // Households of two: the payer, and the elder one who would be next.
  const [first, last] = [5001, 5020];
  await queryRows(
    owner,
    `INSERT INTO household (id, area_code) SELECT i, '51.71.01.1002' FROM generate_series(${first}, ${last}) i;
     INSERT INTO member (id, card, name, sex, born, area_code, phone)
       SELECT i * 2 + k, '0009' || lpad((i * 2 + k)::text, 9, '0'), 'I MADE CONTOH ' || i, 'L',
         CASE WHEN i = 5003 AND k = 1 THEN '2020-01-01' ELSE '1980-01-01' END::date, '51.71.01.1002', '0813' || (70000000 + i * 2 + k)
       FROM generate_series(${first}, ${last}) i, generate_series(0, 1) k;
     INSERT INTO member_status (member_id, household_id, area_code, segment, class, role, active, inactive_kind, since, reason)
       SELECT i * 2 + k, i, '51.71.01.1002', 'PBI_APBN', 3, CASE k WHEN 0 THEN 'payer' ELSE 'child' END, false, 'lapsed', '2026-01-01', 'PBI_REMOVED'
       FROM generate_series(${first}, ${last}) i, generate_series(0, 1) k`,
  );
  const now = new Date('2027-03-01T09:00:00+08:00');
  const rule = { kind: 'lapsed' } as const;
  const counts = async (days: number) => {
    const at = new Date(now.getTime() + days * 86_400_000);
    const { reachable, leftOut } = await audienceCounts(system, { rule, now: at, frequencyDays: 1 });
    return [reachable, leftOut];
  };
  expect(await counts(0)).toEqual([20, []]);
  const body = 'Halo {nama}, mari.';
  const template = await addTemplate(
    system,
    { name: 'lagi', category: 'utility', body, buttons: [] },
    'petugas',
  );
  const plan = { name: 'Lagi', templateId: template as number, rule, holdOut: 0.5, perDay: 100 };
  const hours = { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5] };
  const id = await system
    .transaction()
    .execute((db) =>
      addCampaign(
        db,
        { ...plan, ...hours, frequencyDays: 1, followUpDays: 30 },
        { by: 'petugas', now, seed: 'lagi' },
      ),
    );
  // Drawn up is taken, before anybody asked for approval.
  expect(await counts(0)).toEqual([0, [{ reason: 'other-campaign', families: 20 }]]);
  await queryRows(
    owner,
    `UPDATE campaign_family SET arm = 'contact' WHERE campaign_id = ${id} AND household_id < 5006`,
  );
  const ended = `UPDATE member_status SET inactive_kind = 'ended', reason = 'DIED' WHERE`;
  await queryRows(
    owner,
    `${ended} member_id = 5001 * 2; ${ended} household_id = 5002; ${ended} member_id = 5003 * 2;
     UPDATE member SET phone = NULL WHERE id = 5004 * 2`,
  );
  const acts = ['submit', 'approve'] as const;
  for (const act of acts) await actOnCampaign(system, id, act, { by: act, now, reason: null });
  const turns = await nextTurns(system, id, { now, frequencyDays: 1, most: 50 });
  const turnOf = (household: number) => {
    const turn = turns.find(({ householdId }) => householdId === household);
    return [turn?.outcome, turn?.memberId, turn?.phone];
  };
  expect(turnOf(5001)).toEqual(['queued', 10_003, '6281370010003']);
  expect(turnOf(5002)[0]).toBe('ended');
  // The child that is left is no grown-up.
  expect(turnOf(5003)[0]).toBe('no-phone');
  expect(turnOf(5004)).toEqual(['queued', 10_009, '6281370010009']);
  expect(turnOf(5005)).toEqual(['queued', 10_010, '6281370010010']);
  expect(turns.map(({ outcome }) => outcome)).toContain('hold-out');
  const decided = turns.map((turn) => ({ ...turn, message: null }));
  await system.transaction().execute((db) => keepTurns(db, id, '1', decided, now));
  await actOnCampaign(system, id, 'finish', { by: 'sistem', now, reason: null });
  // Whoever was written to and whoever was left alone, alike, as long as what they do is counted; 5002 is nobody's now.
  expect(await counts(20)).toEqual([0, expect.arrayContaining([{ reason: 'other-campaign', families: 18 }])]);
  expect((await counts(31))[0]).toBe(18);
});

test('what is a mobile number is one rule, in the database and here', async () => {
  const samples = [5, 7, 8, 9, 10, 11, 12, 13].flatMap((n) => {
    const digits = '8123456789012'.slice(0, n);
    return [
      digits,
      `0${digits}`,
      `62${digits}`,
      `+62 ${digits.slice(0, 3)}-${digits.slice(3)}`,
      `(0${digits})`,
    ];
  });
  const others = ['', 'tidak ada', '0361 234567', '+61 412345678', '00628123456789', '6208123456789'];
  const found = await queryRows<{ written: string; phone: string | null }>(
    database.owner,
    `SELECT written, chat_phone(written) AS phone FROM unnest(ARRAY['${[...samples, ...others].join("','")}']) written`,
  );
  expect(found.map(({ written }) => [written, waPhone(written) ?? null])).toEqual(
    found.map(({ written, phone }) => [written, phone]),
  );
  expect(found.filter(({ phone }) => phone !== null).length).toBe(20);
});
