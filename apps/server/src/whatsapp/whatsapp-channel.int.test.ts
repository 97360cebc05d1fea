import { addFamily, addTariffs, cardOf, monthsBetween } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { signatureOf } from './signature.ts';

const phone = '6281299990001';
const stranger = '6281299990002';
let server: TestServer;
let line: string;
let family: { household: number; members: number[] };
let counter = 0;

beforeAll(async () => {
  server = await startTestServer();
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { whatsapp } = server.services;
  whatsapp.ownUrl = url;
  line = whatsapp.settings.phoneNumberId;
  const { owner } = server.services.database;
  await addTariffs(owner);
  const thisMonth = new Date().toISOString().slice(0, 7);
  family = await addFamily(owner, {
    people: [1, 2],
    active: false,
    months: monthsBetween(monthBefore(thisMonth, 9), thisMonth),
    paid: 0,
  });
  await queryRows(
    owner,
    `UPDATE member SET phone = '0${phone.slice(2)}', born = '1990-08-17', name = 'I WAYAN CONTOH' WHERE id = ${family.members[0]};
     UPDATE member_status SET reason = 'ARREARS', inactive_kind = 'arrears', arrears_months = 9, arrears_amount = 630000
       WHERE household_id = ${family.household}`,
  );
}, 120_000);
afterAll(() => server.close());
beforeEach(async () => {
  await queryRows(
    server.services.database.owner,
    'TRUNCATE chat_conversation, chat_call, chat_status, chat_guess CASCADE',
  );
});

function monthBefore(month: string, count: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - count);
  return at.toISOString().slice(0, 7);
}

function message(from: string, content: object, id = `wamid.test${counter++}`): object {
  // The network knows, too, that somebody has written.
  const phoneOf = server.services.whatsapp.simulator?.phone(from);
  if (phoneOf) phoneOf.lastSaidAt = Date.now();
  return {
    contacts: [{ profile: { name: 'x' }, wa_id: from, user_id: `ID.${from}` }],
    messages: [{ from, id, timestamp: String(Math.floor(Date.now() / 1000)), ...content }],
  };
}

const text = (from: string, body: string, id?: string) => message(from, { type: 'text', text: { body } }, id);

function bodyOf(...values: object[]): Buffer {
  return Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: values.map((value) => ({
            field: 'messages',
            value: { messaging_product: 'whatsapp', metadata: { phone_number_id: line }, ...value },
          })),
        },
      ],
    }),
  );
}

async function post(body: Buffer | string, signature?: string) {
  const bytes = Buffer.from(body as string);
  const answer = await server.app.inject({
    method: 'POST',
    url: '/webhooks/whatsapp',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': signature ?? signatureOf(bytes, server.services.whatsapp.settings.appSecret),
    },
    payload: bytes,
  });
  return answer;
}

async function send(...values: object[]): Promise<void> {
  expect((await post(bodyOf(...values))).statusCode).toBe(200);
  await server.services.whatsapp.settle();
}

async function rows<Row>(statement: string): Promise<Row[]> {
  return (await queryRows(server.services.database.owner, statement)) as Row[];
}

/** Waits until no call is left: the simulator goes on telling statuses by itself. */
async function everythingWorked(): Promise<void> {
  await expect
    .poll(
      async () => {
        await server.services.whatsapp.settle();
        return rows('SELECT id, fault FROM chat_call WHERE worked_at IS NULL');
      },
      { timeout: 20_000 },
    )
    .toEqual([]);
}

/** Bodies of our messages in order. */
async function answers(): Promise<string[]> {
  const found = await rows<{ text: string }>(
    `SELECT coalesce(body ->> 'body', kind) AS text FROM chat_message WHERE NOT inbound ORDER BY id`,
  );
  return found.map((row) => row.text);
}

test('verification: the challenge as plain text, 403 for any other token', async () => {
  const { verifyToken } = server.services.whatsapp.settings;
  const ask = (query: string) => server.app.inject({ method: 'GET', url: `/webhooks/whatsapp?${query}` });
  const good = await ask(`hub.mode=subscribe&hub.verify_token=${verifyToken}&hub.challenge=1158201444`);
  expect([good.statusCode, good.payload, good.headers['content-type']]).toEqual([
    200,
    '1158201444',
    'text/plain; charset=utf-8',
  ]);
  for (const query of [
    'hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1',
    `hub.mode=unsubscribe&hub.verify_token=${verifyToken}&hub.challenge=1`,
    `hub.mode=subscribe&hub.verify_token=${verifyToken}`,
    `hub.mode=subscribe&hub.verify_token=${verifyToken}&hub.verify_token=x&hub.challenge=1`,
    '',
  ]) {
    expect((await ask(query)).statusCode).toBe(403);
  }
});

test('signatures are of the raw bytes; 3 MB is taken, more is 413, nonsense that is signed is kept', async () => {
  const body = bodyOf(text(stranger, 'h\u00e9 \ud83d\ude00'));
  const escaped = Buffer.from(body.toString().replace('\u00e9', '\\u00e9'));
  expect((await post(escaped)).statusCode).toBe(200);
  expect(
    (await post(escaped, signatureOf(body, server.services.whatsapp.settings.appSecret))).statusCode,
  ).toBe(401);
  for (const wrong of ['', 'sha256=', 'sha1=abc', `sha256=${'0'.repeat(64)}`]) {
    expect((await post(body, wrong)).statusCode).toBe(401);
  }
  expect((await post(bodyOf(text(stranger, 'x'.repeat(3 * 1024 ** 2))))).statusCode).toBe(200);
  expect((await post('x'.repeat(5 * 1024 ** 2))).statusCode).toBe(413);
  for (const nonsense of [
    '',
    '{',
    'null',
    '[]',
    '{"entry":7}',
    '{"entry":[{"changes":[null]}]}',
    '['.repeat(50_000),
  ]) {
    expect((await post(nonsense)).statusCode).toBe(200);
  }
  await everythingWorked();
});

const everyType = [
  { type: 'text', text: { body: 'halo' }, context: { from: '1', id: 'wamid.x', forwarded: true } },
  { type: 'button', button: { payload: 'Tagihan', text: 'Cek tagihan' } },
  {
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'menu.informasi', title: 'Informasi' } },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'list_reply',
      list_reply: { id: 'begin.office', title: 'Kantor', description: 'd' },
    },
  },
  {
    type: 'interactive',
    interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"a":1}' } },
  },
  { type: 'interactive', errors: [{ code: 131000 }] },
  { type: 'image', image: { id: '1', mime_type: 'image/jpeg', sha256: 'x', caption: 'ktp' } },
  { type: 'video', video: { id: '1', mime_type: 'video/mp4' } },
  { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg', voice: true } },
  { type: 'document', document: { id: '1', mime_type: 'application/pdf', filename: 'a.pdf' } },
  { type: 'sticker', sticker: { id: '1', animated: true } },
  { type: 'location', location: { latitude: -8.6, longitude: 115.2 } },
  { type: 'contacts', contacts: [{ name: { formatted_name: 'A' } }] },
  { type: 'order', order: { catalog_id: '1', product_items: [] } },
  { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } },
  { type: 'reaction', reaction: { message_id: 'wamid.x' } },
  { type: 'unsupported', errors: [{ code: 131051 }], unsupported: { type: 'poll' } },
  { type: 'revoke', revoke: { original_message_id: 'wamid.x' } },
  { type: 'edit', edit: { original_message_id: 'wamid.x', message: {} } },
  { type: 'system', system: { type: 'customer_identity_changed' }, identity: {} },
  { type: 'brand_new_2027', brand_new_2027: { a: [1, { b: null }] } },
  { type: 'text', text: { body: 'nul \u0000 byte \ud800' } },
  { type: 'text' },
  { type: 'text', text: { body: 7 } },
];

test('every type is kept once, each delivered three times in any order, and unknown ones too', async () => {
  const calls = everyType.map((content, i) => bodyOf(message(`62812000000${10 + i}`, content)));
  const shuffled = [...calls, ...calls, ...calls].sort(() => Math.random() - 0.5);
  const statuses = await Promise.all(shuffled.map((body) => post(body)));
  expect(new Set(statuses.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  const { whatsapp } = server.services;
  await Promise.all([whatsapp.settle(), whatsapp.settle(), whatsapp.settle()]);
  await everythingWorked();
  const [kept] = await rows<{ n: number; people: number }>(
    'SELECT count(*)::int AS n, count(DISTINCT conversation_id)::int AS people FROM chat_message WHERE inbound',
  );
  expect(kept).toEqual({ n: everyType.length, people: everyType.length });
  // Nobody is answered twice; reactions, edits and unknown kinds are not answered at all.
  const ours = await rows<{ n: number }>(
    'SELECT count(*)::int AS n FROM chat_message WHERE NOT inbound GROUP BY conversation_id',
  );
  expect(new Set(ours.map(({ n }) => n))).toEqual(new Set([1]));
  expect(ours).toHaveLength(everyType.length - 6);
});

test('a member in arrears: identified from the phone on record, told to the rupiah, a stranger hears nothing', async () => {
  await send(text(phone, 'mau aktifkan bpjs'));
  await send(text(phone, cardOf(1)));
  await send(text(phone, '17-08-1990'));
  const [, , quote = ''] = await answers();
  expect(quote).toContain('Tunggakan 9 bulan');
  expect(quote).toContain('Rp630.000');
  expect(quote).toContain('Agar aktif kembali: Rp700.000');
  const audit = await rows(
    `SELECT 1 FROM audit_entry WHERE purpose LIKE 'PANDAWA%' AND subject_key = '${family.members[0]}'`,
  );
  expect(audit.length).toBeGreaterThan(0);
  for (let i = 0; i < 3; i++) {
    await send(text(stranger, 'tunggakan saya berapa'));
    await send(text(stranger, cardOf(1)));
    await send(text(stranger, '17-08-1990'));
    await send(text(stranger, 'batal'));
  }
  const said = await rows<{ text: string }>(
    `SELECT body::text AS text FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id
     WHERE c.phone = '${stranger}' AND NOT inbound`,
  );
  expect(said.length).toBeGreaterThan(5);
  expect(said.map((row) => row.text).join()).not.toMatch(/630\.000|700\.000|Wayan|aktif kembali/);
});

test('a change needs the one-time code, which is sent as a template and not kept', async () => {
  await send(text(phone, 'nama saya salah di kartu'));
  await send(text(phone, cardOf(1)));
  await send(text(phone, '17-08-1990'));
  const sent = server.services.whatsapp.simulator
    ?.phone(phone)
    .messages.map(({ content }) => content)
    .findLast((content) => (content.template as { name?: string })?.name === 'pandawa_kode') as
    | { template: { components: { parameters: { text: string }[] }[] } }
    | undefined;
  const code = sent?.template.components[0]?.parameters[0]?.text ?? '';
  expect(code).toMatch(/^\d{6}$/);
  expect(JSON.stringify(await rows('SELECT body FROM chat_message WHERE NOT inbound'))).not.toContain(code);
  await send(text(phone, code));
  expect((await answers()).at(-1)).toContain('Data diperbaiki sesuai KTP');
});

test('statuses climb a ladder in any order, also before the message is known, and count its cost', async () => {
  const { simulator } = server.services.whatsapp;
  expect(await simulator?.say(stranger, { type: 'text', text: { body: 'alamat kantor bpjs' } })).toBe(200);
  await server.services.whatsapp.settle();
  const [sent] = await rows<{ wamid: string }>('SELECT wamid FROM chat_message WHERE NOT inbound');
  const status = (of: string, name: string, more: object = {}) => ({
    statuses: [{ id: of, status: name, timestamp: '1767225600', recipient_id: stranger, ...more }],
  });
  const wamid = sent?.wamid ?? '';
  await send(status(wamid, 'read', { pricing: { category: 'service', type: 'regular', billable: true } }));
  await send(
    status(wamid, 'sent'),
    status(wamid, 'delivered'),
    status(wamid, 'sent'),
    status('wamid.later', 'read'),
  );
  await send(status(wamid, 'warp-speed'), status('wamid.nobody', 'failed', { errors: [{ code: 131026 }] }));
  const [message] = await rows<{ state: string; delivered: boolean; price_category: string }>(
    'SELECT state, delivered_at IS NOT NULL AS delivered, price_category FROM chat_message WHERE NOT inbound',
  );
  expect(message).toEqual({ state: 'read', delivered: true, price_category: 'service' });
});

test('outside the 24 hours a template goes instead, within the limit of the portfolio', async () => {
  await send(text(stranger, 'halo'));
  await queryRows(
    server.services.database.owner,
    `UPDATE chat_conversation SET window_ends_at = now() - interval '1 hour', next_send_at = NULL;
     INSERT INTO chat_message (conversation_id, key, inbound, kind, body, state)
       SELECT id, 'late', false, 'text', '{"kind": "text", "body": "Jawaban petugas"}', 'queued' FROM chat_conversation`,
  );
  await server.services.whatsapp.settle();
  const [late] = await rows("SELECT state, outside_window FROM chat_message WHERE key = 'late'");
  expect(late).toMatchObject({ outside_window: true });
  const content = server.services.whatsapp.simulator?.phone(stranger).messages.at(-1)?.content;
  expect(content).toMatchObject({ type: 'template', template: { name: 'pandawa_jawaban_tersedia' } });
});

test('refusals: busy ones come again, of the recipient never, and the reason stays', async () => {
  const { simulator } = server.services.whatsapp;
  simulator?.trouble(stranger, { refuse: { code: 131056, times: 1 } });
  await send(text(stranger, 'halo'));
  expect(await rows('SELECT state, error_code, error_kind FROM chat_message WHERE NOT inbound')).toEqual([
    { state: 'queued', error_code: 131056, error_kind: 'retry' },
  ]);
  await queryRows(
    server.services.database.owner,
    `UPDATE chat_message SET due_at = now() WHERE state = 'queued'`,
  );
  simulator?.trouble(stranger, { refuse: { code: 131026, times: 1 } });
  await server.services.whatsapp.settle();
  const [failed] = await rows('SELECT state, error_kind FROM chat_message WHERE NOT inbound');
  expect(failed).toEqual({ state: 'failed', error_kind: 'recipient' });
  expect(await rows('SELECT undeliverable FROM chat_conversation')).toEqual([{ undeliverable: '131026' }]);
});

test('a document is fetched, checked by its bytes, and kept outside the pages', async () => {
  const { simulator } = server.services.whatsapp;
  await send(text(phone, 'sudah bayar tapi belum masuk'));
  await send(text(phone, cardOf(1)));
  await send(text(phone, '17-08-1990'));
  await send(text(phone, '01-02-2026'));
  const fake = simulator?.addMedia(Buffer.from('x'.repeat(20_000)), 'image/jpeg');
  await send(message(phone, { type: 'image', image: { id: fake, mime_type: 'image/jpeg' } }));
  expect((await answers()).at(-1)).toContain('JPG, PNG');
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(20_000)]);
  const real = simulator?.addMedia(photo, 'image/jpeg');
  await send(message(phone, { type: 'image', image: { id: real, mime_type: 'image/jpeg' } }));
  expect((await answers()).at(-1)).toContain('Laporan P-');
  const [item] = await rows<{ service: string; files: { type: string; bytes: number }[] }>(
    'SELECT service, files FROM chat_work_item',
  );
  expect(item).toMatchObject({ service: 'payment', files: [{ type: 'image/jpeg', bytes: 20_003 }] });
});

test('a person known by phone is the same one when WhatsApp later says only the user id; a new number starts over', async () => {
  const at = String(Math.floor(Date.now() / 1000));
  const hello = { id: 'wamid.a', timestamp: at, type: 'text', text: { body: 'halo' } };
  await send({ contacts: [{ wa_id: stranger }], messages: [{ ...hello, from: stranger }] });
  await send({
    contacts: [{ wa_id: stranger, user_id: 'ID.9' }],
    messages: [{ ...hello, id: 'wamid.b', from: stranger }],
  });
  await send({
    contacts: [{ user_id: 'ID.9' }],
    messages: [{ ...hello, id: 'wamid.c', from_user_id: 'ID.9' }],
  });
  expect(await rows('SELECT phone FROM chat_conversation')).toHaveLength(1);
  await send({
    messages: [
      {
        from: stranger,
        from_user_id: 'ID.9',
        id: 'wamid.d',
        timestamp: at,
        type: 'system',
        system: { type: 'user_changed_number', wa_id: phone },
      },
    ],
  });
  expect(await rows('SELECT phone, state FROM chat_conversation')).toEqual([{ phone, state: {} }]);
});

test('a number kept back becomes known, another one has to prove itself, and what is taken back is gone', async () => {
  const at = String(Math.floor(Date.now() / 1000));
  const said = (id: string, body: string, more: object) => ({
    messages: [{ id, timestamp: at, type: 'text', text: { body }, ...more }],
  });
  await send(said('wamid.a', 'halo', { from_user_id: 'ID.7' }));
  expect(await rows('SELECT phone, address FROM chat_conversation')).toEqual([
    { phone: null, address: 'ID.7' },
  ]);
  await send(said('wamid.b', cardOf(1), { from: phone, from_user_id: 'ID.7' }));
  expect(await rows('SELECT phone, address FROM chat_conversation')).toEqual([{ phone, address: phone }]);
  await send(said('wamid.c', 'cek status', { from: phone, from_user_id: 'ID.7' }));
  await send(said('wamid.d', 'halo', { from: stranger, from_user_id: 'ID.7' }));
  expect(await rows(`SELECT phone, state ->> 'number' AS number FROM chat_conversation`)).toEqual([
    { phone: stranger, number: null },
  ]);
  const revoke = (id: string, of: string) => ({
    messages: [
      { id, timestamp: at, from_user_id: 'ID.7', type: 'revoke', revoke: { original_message_id: of } },
    ],
  });
  await queryRows(server.services.database.owner, 'UPDATE chat_conversation SET window_ends_at = NULL');
  // One is taken back after it was said, the other is known to be taken back before it comes.
  await send(revoke('wamid.r1', 'wamid.b'), revoke('wamid.r2', 'wamid.e'));
  const before = await answers();
  await send(said('wamid.e', 'NIK saya', { from_user_id: 'ID.7' }));
  expect(await answers()).toEqual(before);
  expect(
    await rows(
      'SELECT key FROM chat_message WHERE inbound AND body = \'{"kind": "withdrawn"}\' ORDER BY key',
    ),
  ).toEqual([{ key: 'wamid.b' }, { key: 'wamid.e' }]);
});

test('a mark or a deletion opens no window; a message does', async () => {
  await send(message(phone, { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '👍' } }));
  expect(await rows('SELECT window_ends_at FROM chat_conversation')).toEqual([{ window_ends_at: null }]);
  await send(message(phone, { type: 'sticker', sticker: { id: '1', mime_type: 'image/webp' } }));
  expect((await answers()).length).toBe(1);
  expect(
    (await rows<{ window_ends_at: Date }>('SELECT window_ends_at FROM chat_conversation'))[0]?.window_ends_at,
  ).not.toBeNull();
});
