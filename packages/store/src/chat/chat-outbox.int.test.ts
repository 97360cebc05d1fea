import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { goneOut } from '../campaigns/campaign-turns.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { takeDueMessages } from './chat-outbox.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await run(`
    INSERT INTO campaign_template (name, category, body, buttons, made_by) VALUES ('uji', 'utility', 'Halo', '[]', 'petugas');
    INSERT INTO campaign (name, template_id, rule, seed, hold_out, per_day, send_from, send_to, send_days, frequency_days,
        follow_up_days, made_by)
      SELECT 'Uji', t.id, '{}', 'x', 0, 100, '08:00', '20:00', '{1}', 30, 30, 'petugas'
      FROM campaign_template t, generate_series(1, 2)`);
});
afterAll(() => database.close());
beforeEach(() => run('TRUNCATE chat_conversation CASCADE'));

const run = <Row>(statement: string) => queryRows<Row>(database.owner, statement);
const now = new Date();

/** So many messages to as many people. */
async function add(
  count: number,
  of: { kind?: string; campaign?: number; state?: string; due?: string; sent?: string; at?: string } = {},
): Promise<void> {
  const { kind = 'template', campaign, state = 'queued', due = '-1 hour', sent, at = '0 s' } = of;
  await run(`WITH person AS (
      INSERT INTO chat_conversation (line, user_hash, address, phone)
      SELECT '1', sha256(gen_random_uuid()::text::bytea), '62', '62' FROM generate_series(1, ${count}) RETURNING id
    ) INSERT INTO chat_message (conversation_id, key, inbound, kind, body, state, campaign_id, at, due_at, sent_at, outside_window)
      SELECT id, gen_random_uuid()::text, false, '${kind}', '{"kind": "${kind}", "code": "123456"}', '${state}', ${campaign ?? null},
        now() + interval '${at}', now() + interval '${due}', ${sent === undefined ? 'NULL' : `now() + interval '${sent}'`}, ${sent !== undefined} FROM person`);
}

const take = (most: number) =>
  database.system
    .transaction()
    .execute((db) =>
      takeDueMessages(db, { now, most, portfolioLimit: 10, campaignLimit: 8, openCampaigns: [1] }),
    );

test('campaigns leave a part of the limit: with theirs used up, codes and answers still go', async () => {
  await add(7, { campaign: 1, state: 'sent', sent: '-1 hour' });
  await add(5, { campaign: 1 });
  expect((await take(20)).map(({ kind, campaign_id }) => [kind, campaign_id])).toEqual([['template', 1]]);
  await add(1, { kind: 'code' });
  await add(2);
  expect((await take(20)).map(({ kind, campaign_id }) => [kind, campaign_id])).toEqual([
    ['code', null],
    ['template', null],
  ]);
  // Beyond the whole limit an answer waits for an hour, a code for seconds.
  await add(1, { kind: 'code' });
  expect(await take(20)).toEqual([]);
  const waits = await run<{
    kind: string;
    seconds: number;
  }>(`SELECT kind, round(extract(epoch FROM due_at - '${now.toISOString()}'))::int AS seconds
    FROM chat_message WHERE error_kind = 'portfolio' AND campaign_id IS NULL ORDER BY kind`);
  expect(waits).toEqual([
    { kind: 'code', seconds: 15 },
    { kind: 'template', seconds: 3600 },
  ]);
});

test('a code that has run out is not sent, and not kept', async () => {
  await add(1, { kind: 'code', at: '-301 s' });
  await add(1, { kind: 'code', at: '-290 s' });
  expect(await take(20)).toHaveLength(1);
  expect(await run(`SELECT state, body FROM chat_message WHERE error_kind = 'late'`)).toEqual([
    { state: 'dropped', body: { kind: 'code' } },
  ]);
});

test('a campaign that rests, or what is put off, holds no other campaign up, nor its own hour', async () => {
  await add(200, { campaign: 2 });
  await add(3, { campaign: 1 });
  await add(4, { campaign: 1, due: '15 minutes' });
  await add(5, { campaign: 1, due: '10 hours' });
  await add(6, { campaign: 1, due: '26 hours' });
  expect(await goneOut(database.system, 1, { now, openCampaigns: [1] })).toEqual({
    ownLastHour: 7,
    ownLastDay: 12,
    allLastDay: 3,
    waiting: 3,
  });
  expect((await goneOut(database.system, 1, { now, openCampaigns: [1, 2] })).waiting).toBe(203);
});
