import { actOnCampaign, addTemplate, listTemplates } from '@jangkau/store';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { GraphError } from '../whatsapp/graph-client.ts';
import { signatureOf } from '../whatsapp/signature.ts';
import { TemplateDesk } from './template-desk.ts';

const families = 40;
const plan = { perDay: 1000, from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7] };
const words = {
  name: 'aktif_lagi',
  category: 'utility',
  body: 'Halo {nama}, kartu JKN Anda yang berakhir {kartu} dapat diaktifkan lagi. Balas pesan ini.',
  buttons: [{ title: 'Aktifkan kartu', act: 'begin.reactivate' }],
};
/** What WhatsApp says by itself, signed as it comes. */
async function notice(field: string, value: object, time: number, account?: string): Promise<void> {
  const { appSecret, accountId } = server.services.whatsapp.settings;
  const entry = [{ id: account ?? accountId, time, changes: [{ field, value }] }];
  const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(body, appSecret) };
  const answer = await server.app.inject({
    method: 'POST',
    url: '/webhooks/whatsapp',
    headers,
    payload: body,
  });
  expect(answer.statusCode).toBe(200);
  await server.services.whatsapp.settle();
}
let server: TestServer;
let now = Date.parse('2026-11-23T09:00:00+08:00');
beforeAll(async () => {
  server = await startTestServer({}, { now: () => new Date(now) });
  server.services.whatsapp.ownUrl = await server.app.listen({ port: 0, host: '127.0.0.1' });
  await server.addOfficer('kepala', 'head-of-branch');
  await server.addOfficer('loket', 'front-liner', ['51.71']);
  await queryRows(
    server.services.database.owner,
    `INSERT INTO household (id, area_code) SELECT i, '51.71.01.1002' FROM generate_series(1, ${families}) i;
     INSERT INTO member (id, card, name, sex, born, area_code, phone)
       SELECT i, '0008' || lpad(i::text, 9, '0'), 'NI LUH CONTOH', 'P', '1980-01-01', '51.71.01.1002',
         CASE WHEN i > 2 THEN '0812' || (90000000 + i) END FROM generate_series(1, ${families}) i;
     INSERT INTO member_status (member_id, household_id, area_code, segment, class, role, active, inactive_kind, since, reason,
         arrears_months, arrears_amount)
       SELECT i, i, '51.71.01.1002', 'PBPU', 3, 'payer', false, 'arrears', '2026-01-01', 'ARREARS', i % 20, 35000 * (i % 20)
       FROM generate_series(1, ${families}) i`,
  );
}, 120_000);
afterAll(() => server.close());

const audience = { kind: 'arrears', leastMonths: 1 };
const states = () =>
  queryRows<{ state: string; n: number }>(
    server.services.database.owner,
    `SELECT state, count(*)::int AS n FROM chat_message WHERE campaign_id IS NOT NULL GROUP BY 1 ORDER BY 1`,
  );
/** Draws up a campaign and sends it for approval. */
async function waiting(name: string): Promise<number> {
  const templates = await server.call('GET', 'campaigns/templates');
  const [{ id: templateId }] = templates.body.items;
  const made = await server.call('POST', 'campaigns', {
    name,
    templateId,
    audience,
    plan,
    holdOut: 0.2,
    frequencyDays: 30,
    followUpDays: 30,
  });
  expect(made.status).toBe(201);
  expect((await server.call('POST', `campaigns/${made.body.id}/acts`, { act: 'submit' })).body).toEqual({
    state: 'waiting',
  });
  return made.body.id;
}

test('a message is checked, shown on real people, handed in and approved by Meta', async () => {
  const counts = await server.call('POST', 'campaigns/audience', { audience, frequencyDays: 30 });
  // 20 and 40 owe nothing; 1 and 2 have no number.
  expect(counts.body).toEqual({
    people: 38,
    families: 38,
    reachable: 36,
    leftOut: [{ reason: 'no-phone', families: 2 }],
  });
  const preview = await server.call('POST', 'campaigns/preview', { audience, body: words.body });
  expect(preview.body.items).toHaveLength(4);
  expect(preview.body.items[0].text).toMatch(/^Halo Contoh, kartu JKN Anda yang berakhir 00\d\d dapat/);
  expect(preview.text).not.toMatch(/\d{6}/);
  const revealing = await server.call('POST', 'campaigns/templates', {
    ...words,
    body: 'Halo {nama}, bayar tunggakan ya.',
  });
  expect([revealing.status, revealing.body.code]).toEqual([422, 'template-faulty']);
  const given = await server.call('POST', 'campaigns/templates', words);
  expect([given.status, given.body.state]).toEqual([201, 'submitted']);
  expect((await server.call('POST', 'campaigns/templates', words)).body.code).toBe('template-name-taken');
  const early = await server.call('POST', 'campaigns', {
    name: 'Terlalu cepat',
    templateId: given.body.id,
    audience,
    plan,
    holdOut: 0.2,
    frequencyDays: 30,
    followUpDays: 30,
  });
  expect(early.body.code).toBe('template-not-approved');
  await server.services.templates.follow();
  now += 5000;
  await server.services.templates.follow();
  expect((await server.call('GET', 'campaigns/templates')).body.items[0].state).toBe('approved');
});

test('what WhatsApp says by itself counts once, in the order it was so, of our account and language', async () => {
  const template = {
    message_template_name: words.name,
    message_template_language: 'id',
    message_template_id: 1,
  };
  const at = Math.floor(Date.now() / 1000);
  const status = (event: string, time: number, more: object = {}, account?: string) =>
    notice('message_template_status_update', { ...template, event, ...more }, time, account);
  const item = async () => (await server.call('GET', 'campaigns/templates')).body.items[0];
  await status('PAUSED', at - 50, { message_template_language: 'en_US' });
  await status('PAUSED', at - 50, {}, '999');
  expect((await item()).state).toBe('approved');
  await status('PAUSED', at - 40, { other_info: { title: 'FIRST_PAUSE' } });
  expect(await item()).toMatchObject({ state: 'paused', reason: 'FIRST_PAUSE' });
  // The end of the pause overtakes its beginning, which comes three times.
  await status('REINSTATED', at - 20);
  for (let i = 0; i < 3; i++) await status('PAUSED', at - 30);
  expect((await item()).state).toBe('approved');
  await notice('message_template_quality_update', { ...template, new_quality_score: 'RED' }, at - 9);
  await notice('message_template_quality_update', { ...template, new_quality_score: 'GREEN' }, at - 10);
  await notice('template_category_update', { ...template, new_category: 'MARKETING' }, at);
  expect(await item()).toMatchObject({ quality: 'red', category: 'utility', billedAs: 'marketing' });
  const limit = async () => (await server.call('GET', 'campaigns/channel')).body;
  const configured = await limit();
  expect(configured.limitSaidAt).toBeNull();
  await notice('business_capability_update', { max_daily_conversations_per_business: 300 }, at);
  await notice('phone_number_quality_update', { event: 'DOWNGRADE', current_limit: 'TIER_250' }, at - 5);
  expect(await limit()).toMatchObject({
    portfolioLimit: 300,
    limitSaidAt: new Date(at * 1000).toISOString(),
    notices: expect.arrayContaining([expect.objectContaining({ about: 'number', said: 'DOWNGRADE' })]),
  });
  const forecast = await server.call('POST', 'campaigns/forecast', { families: 600, holdOut: 0, plan });
  expect([forecast.body.portfolioLimit, forecast.body.days.length]).toEqual([300, 3]);
  const kept = await queryRows<{ n: number }>(
    server.services.database.owner,
    `SELECT count(*)::int AS n FROM whatsapp_notice WHERE about = 'template-state' AND said = 'PAUSED'`,
  );
  await notice('business_capability_update', { max_daily_conversations_per_business: 'TIER_2K' }, at + 1);
  expect((await limit()).portfolioLimit).toBe(2000);
  // In English, the first pause, the second one: each once, and nothing of another account.
  expect(kept).toEqual([{ n: 3 }]);
});

test('four eyes, pause, resume and cancel; what waits in the outbox waits with it', async () => {
  const id = await waiting('Satu');
  expect((await server.call('POST', `campaigns/${id}/decision`, { act: 'approve' })).status).toBe(403);
  // A head who drew it up does not approve it either; only the database can say so for sure.
  await expect(
    queryRows(server.services.database.owner, `UPDATE campaign SET approved_by = made_by WHERE id = ${id}`),
  ).rejects.toThrow('campaign_four_eyes');
  const asHead = { as: 'kepala' };
  const seen = await server.call('GET', `campaigns/${id}`, undefined, asHead);
  expect(seen.body.acts).toEqual(['approve', 'return', 'cancel']);
  const { drawn } = seen.body.results;
  expect(drawn.contact + drawn.holdOut).toBe(36);
  expect((await server.call('POST', `campaigns/${id}/decision`, { act: 'approve' }, asHead)).body).toEqual({
    state: 'running',
  });
  const { campaigns, whatsapp } = server.services;
  await campaigns.step();
  const queued = (await states())[0]?.n ?? 0;
  expect(queued).toBeGreaterThan(0);
  expect((await server.call('POST', `campaigns/${id}/acts`, { act: 'pause' })).body).toEqual({
    state: 'paused',
  });
  await campaigns.step();
  await whatsapp.settle();
  expect(await states()).toEqual([{ state: 'queued', n: queued }]);
  expect((await server.call('POST', `campaigns/${id}/acts`, { act: 'pause' })).body.code).toBe(
    'campaign-moved-on',
  );
  await server.call('POST', `campaigns/${id}/acts`, { act: 'resume' });
  // Outside its hours nothing leaves the outbox either.
  now = Date.parse('2026-11-23T20:00:01+08:00');
  await campaigns.step();
  await whatsapp.settle();
  expect(await states()).toEqual([{ state: 'queued', n: queued }]);
  now = Date.parse('2026-11-24T08:00:00+08:00');
  for (let i = 0; i < 6; i++) {
    await campaigns.step();
    await whatsapp.settle();
    now += 20 * 60_000;
  }
  // Two days have passed for whoever signed in.
  await queryRows(
    server.services.database.owner,
    "UPDATE session SET expires_at = '2027-01-01', ends_at = '2027-01-01'",
  );
  const detail = (await server.call('GET', `campaigns/${id}`)).body;
  expect(detail.state).toBe('finished');
  expect(detail.results.messages).toMatchObject({ queued: 0, sent: drawn.contact, failed: 0 });
  expect(detail.effects.active.verdict).toBe('too-few');
  const phone = server.services.whatsapp.simulator?.phone('6281290000003').messages.at(-1)?.content;
  const held = await queryRows<{ arm: string }>(
    server.services.database.owner,
    `SELECT arm FROM campaign_family WHERE campaign_id = ${id} AND household_id = 3`,
  );
  if (held[0]?.arm === 'contact') {
    expect(phone).toMatchObject({
      template: {
        name: 'aktif_lagi',
        components: [{ type: 'body' }, { type: 'button', sub_type: 'quick_reply' }],
      },
    });
  }
  // Whoever was written to is not written to again so soon, and the families left alone stay alone.
  const counts = await server.call('POST', 'campaigns/audience', { audience, frequencyDays: 30 });
  expect(counts.body.reachable).toBe(0);
});

test('a message that Meta stops pauses its campaign; an answer that is lost is not repeated', async () => {
  const { database, campaigns, whatsapp } = server.services;
  await queryRows(database.owner, `UPDATE campaign_turn SET at = at - interval '90 days'`);
  const id = await waiting('Dua');
  await server.call('POST', `campaigns/${id}/decision`, { act: 'approve' }, { as: 'kepala' });
  for (let i = 1; i <= families; i++) {
    whatsapp.simulator?.trouble(`62812${90_000_000 + i}`, { refuse: { code: 132015, times: 1 } });
  }
  await campaigns.step();
  await whatsapp.settle();
  await campaigns.step();
  const paused = (await server.call('GET', `campaigns/${id}`)).body;
  expect([paused.state, paused.words.state, paused.events.at(-1)]).toEqual([
    'paused',
    'paused',
    expect.objectContaining({ act: 'pause', madeBy: 'sistem', reason: 'template' }),
  ]);
  await server.services.templates.follow();
  await server.call('POST', `campaigns/${id}/acts`, { act: 'resume' });
  // One message was on its way when the process ended: nobody knows whether it arrived.
  await queryRows(
    database.owner,
    `UPDATE chat_message SET state = 'sending', due_at = to_timestamp(${(now - 1000) / 1000})
     WHERE id = (SELECT min(id) FROM chat_message WHERE campaign_id = ${id} AND state = 'queued')`,
  );
  await campaigns.step();
  await whatsapp.settle();
  const lost = await queryRows<{ id: string; attempts: number }>(
    database.owner,
    `SELECT id::text AS id, attempts FROM chat_message WHERE campaign_id = ${id} AND error_kind = 'lost' AND state = 'failed'`,
  );
  expect(lost).toHaveLength(1);
  const cancelled = await server.call('POST', `campaigns/${id}/acts`, { act: 'cancel', reason: 'uji' });
  expect(cancelled.body).toEqual({ state: 'cancelled' });
});

test('whoever cancels while turns are handed out drops their messages too', async () => {
  const { database, campaigns } = server.services;
  await queryRows(database.owner, `UPDATE campaign_turn SET at = at - interval '90 days'`);
  const id = await waiting('Tiga');
  await server.call('POST', `campaigns/${id}/decision`, { act: 'approve' }, { as: 'kepala' });
  const blocked = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
  let step: Promise<void> | undefined;
  await database.system.transaction().execute(async (db) => {
    await actOnCampaign(db, id, 'cancel', { by: 'petugas', now: new Date(now), reason: 'uji' });
    step = campaigns.step();
    await expect.poll(() => queryRows(database.owner, blocked)).not.toEqual([]);
  });
  await step;
  const left = `SELECT state FROM chat_message WHERE campaign_id = ${id} AND state <> 'dropped'`;
  expect(await queryRows(database.owner, left)).toEqual([]);
});

test('who may see, draw up and approve; the file has everybody once and no whole number', async () => {
  const list = await server.call('GET', 'campaigns', undefined, { as: 'loket' });
  expect(list.body.items.map(({ name }: { name: string }) => name)).toEqual(['Tiga', 'Dua', 'Satu']);
  const { id } = list.body.items[2];
  const seen = await server.call('GET', `campaigns/${id}`, undefined, { as: 'loket' });
  expect([seen.status, seen.body.acts]).toEqual([200, []]);
  for (const [method, path] of [
    ['GET', `campaigns/${id}/export`],
    ['POST', 'campaigns/audience'],
    ['POST', `campaigns/${id}/acts`],
    ['POST', `campaigns/${id}/decision`],
  ] as const) {
    expect(
      (await server.call(method, path, method === 'POST' ? {} : undefined, { as: 'loket' })).status,
    ).toBe(403);
  }
  expect((await server.call('GET', 'campaigns', undefined, { as: 'desa' })).status).toBe(403);
  const file = await server.call('GET', `campaigns/${id}/export`);
  const lines = file.text.trim().split('\n');
  expect(lines).toHaveLength(1 + 38);
  expect(file.text).not.toMatch(/\d{9}/);
  expect((await server.call('GET', 'campaigns/999')).body.code).toBe('campaign-not-found');
});

test('a template that Meta will not take now is handed in later; one it stumbles over does not hold up the others', async () => {
  const handedIn: string[] = [];
  const faults: unknown[] = [];
  let refusal: GraphError | undefined = new GraphError(190, 'credentials');
  let listed: { name: string; status: string; reason: null }[] = [];
  let at = Date.now();
  const desk = new TemplateDesk({
    database: server.services.database,
    graph: {
      templates: async () => listed,
      submitTemplate: async (template) => {
        const { name } = template as { name: string };
        handedIn.push(name);
        if (refusal && name !== 'tiga_baru') throw refusal;
      },
    },
    now: () => new Date(at),
    onError: (error) => faults.push(error),
  });
  const { system } = server.services.database;
  const states = async () =>
    Object.fromEntries((await listTemplates(system)).map(({ name, state }) => [name, state]));
  const add = async (name: string) => {
    const template = { ...words, name, category: 'utility', buttons: [] } as const;
    await desk.submit((await addTemplate(system, template, 'petugas')) as number, template, 'petugas');
  };
  await add('satu_baru');
  refusal = new GraphError(368, 'account');
  await add('dua_baru');
  await add('tiga_baru');
  refusal = new GraphError(100, 'content');
  await add('ditolak');
  expect(await states()).toMatchObject({
    satu_baru: 'submitted',
    dua_baru: 'submitted',
    ditolak: 'rejected',
  });
  expect(faults).toHaveLength(2);
  // Meta's list lags behind: nothing is handed in twice at once.
  handedIn.length = 0;
  await desk.follow();
  expect(handedIn).toEqual([]);
  at += 6 * 60_000;
  listed = [{ name: 'satu_baru', status: 'APPROVED', reason: null }];
  await desk.follow();
  expect([handedIn.includes('dua_baru'), handedIn.includes('tiga_baru')]).toEqual([true, true]);
  expect(await states()).toMatchObject({ satu_baru: 'approved', dua_baru: 'submitted' });
  // The name is taken there: said once, and not every ten seconds.
  expect(faults).toHaveLength(3);
  await desk.follow();
  expect(faults).toHaveLength(3);
});
