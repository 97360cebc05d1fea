import { randomUUID } from 'node:crypto';
import { addFamily, addTariffs, cardOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const phone = '6281299990001';
const stranger = '6281299990002';
const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('wajah '.repeat(4000))]);
let server: TestServer;
let memberId: number;

const here = { as: 'loket' };
const elsewhere = { as: 'loket-badung' };

beforeAll(async () => {
  server = await startTestServer();
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  server.services.whatsapp.ownUrl = url;
  const { owner } = server.services.database;
  await addTariffs(owner);
  const family = await addFamily(owner, { people: [1] });
  memberId = family.members[0] as number;
  await rows(
    `UPDATE member SET phone = '0${phone.slice(2)}', born = '1990-08-17', name = 'I WAYAN CONTOH' WHERE id = ${memberId}`,
  );
  await server.addOfficer('loket', 'front-liner', ['51.71']);
  await server.addOfficer('loket-badung', 'front-liner', ['51.03']);
  await server.addOfficer('periksa', 'auditor');
}, 120_000);
afterAll(() => server.close());
beforeEach(async () => {
  await settled();
  await rows('TRUNCATE chat_conversation, chat_call, chat_status, chat_guess CASCADE');
  for (const number of [phone, stranger]) server.services.whatsapp.simulator?.phone(number).empty();
});

async function rows<Row = Record<string, unknown>>(statement: string): Promise<Row[]> {
  return (await queryRows(server.services.database.owner, statement)) as Row[];
}

/** Waits until no call is left: the simulator goes on telling statuses by itself. */
async function settled(): Promise<void> {
  await expect
    .poll(
      async () => {
        // Pair rates are not what is tested here.
        await rows('UPDATE chat_conversation SET next_send_at = NULL');
        await server.services.whatsapp.settle();
        return rows(`SELECT 1 FROM chat_call WHERE worked_at IS NULL
          UNION ALL SELECT 1 FROM chat_message WHERE state IN ('queued', 'sending')`);
      },
      { timeout: 15_000 },
    )
    .toEqual([]);
}

async function says(number: string, ...texts: string[]): Promise<void> {
  for (const body of texts) {
    await server.services.whatsapp.simulator?.say(number, { type: 'text', text: { body } });
    await settled();
  }
}

async function sends(number: string, bytes: Buffer): Promise<void> {
  const { simulator } = server.services.whatsapp;
  const id = simulator?.addMedia(bytes, 'image/jpeg', number);
  await simulator?.say(number, { type: 'image', image: { id, mime_type: 'image/jpeg' } });
  await settled();
}

/** Words on a phone, ours only, oldest first. */
function heard(number: string): string[] {
  const messages = server.services.whatsapp.simulator?.phone(number).messages ?? [];
  return messages
    .filter(({ fromUs }) => fromUs)
    .map(({ content }) => {
      const { text, interactive, template } = content as Record<string, Record<string, unknown>>;
      return String(text?.body ?? (interactive?.body as { text?: string })?.text ?? template?.name);
    });
}

const search = async (body: object = {}, as = here) =>
  (await server.call('POST', 'chats/search', body, as)).body.items;
const act = (chat: string, what: string, body: object, as: object = here) =>
  server.call('POST', `chats/${chat}/${what}`, { id: randomUUID(), ...body }, as);

/** A member who has proven who they are and reported a payment that is missing, with a photograph. */
async function reportsPayment(): Promise<{ chat: string; item: string }> {
  await says(phone, 'sudah bayar tapi belum masuk', cardOf(1), '17-08-1990', '01-02-2026');
  await sends(phone, photo);
  const [item] = await rows<{ chat: string; item: string }>(
    'SELECT conversation_id::text AS chat, id::text AS item FROM chat_work_item',
  );
  return item as { chat: string; item: string };
}

test('a request lies in the inbox of its area; whoever is elsewhere finds nothing, and that is kept', async () => {
  const { chat } = await reportsPayment();
  await says(stranger, 'mau bicara petugas');
  const entries = await search();
  expect(entries.map(({ service, name }: Record<string, string>) => [service, name])).toEqual([
    ['person', null],
    ['payment', 'I WAYAN CONTOH'],
  ]);
  expect(JSON.stringify(entries)).not.toContain(phone.slice(2, 9));
  // Somebody who has not said who they are belongs to no area.
  expect((await search({}, elsewhere)).map((one: { service: string }) => one.service)).toEqual(['person']);
  const refused = await server.call('GET', `chats/${chat}`, undefined, elsewhere);
  expect([refused.status, refused.body.code]).toEqual([404, 'chat-not-found']);
  expect((await act(chat, 'replies', { text: 'halo' }, elsewhere)).status).toBe(404);
  const denied = await rows(
    `SELECT action, outcome FROM audit_entry WHERE username = 'loket-badung' AND subject_key = '${chat}'`,
  );
  expect(denied).toEqual([
    { action: 'chat.read', outcome: 'denied' },
    { action: 'chat.answer', outcome: 'denied' },
  ]);
  expect((await search({ q: 'wayan' })).length).toBe(1);
  expect((await search({ q: phone.slice(-6) })).length).toBe(1);
  expect((await search({ service: 'complaint' })).length).toBe(0);
  const { body } = await server.call('GET', 'chats/summary', undefined, here);
  expect(body).toMatchObject({ mine: 0, unassigned: 2, over: 0 });
});

test('a transcript is masked until somebody says why; its files are encrypted at rest and shown as what they are', async () => {
  const { chat } = await reportsPayment();
  const page = (await server.call('GET', `chats/${chat}`, undefined, here)).body;
  expect(page).toMatchObject({ name: 'I WAYAN CONTOH', memberId, phase: 'menu' });
  expect(JSON.stringify(page)).not.toContain(cardOf(1));
  expect(page.items[0]).toMatchObject({
    service: 'payment',
    answers: [{ label: 'Tanggal bayar', value: '2026-02-01' }],
  });
  const open = await server.call('POST', `chats/${chat}/unmask`, { reason: 'cocokkan kartu' }, here);
  expect(open.body.messages.map((one: { text: string }) => one.text)).toContain(cardOf(1));
  const purposes = await rows(
    `SELECT 1 FROM audit_entry WHERE purpose = 'cocokkan kartu' AND subject_key = '${chat}'`,
  );
  expect(purposes).toHaveLength(1);
  const [file] = page.items[0].files;
  const [kept] = await rows<{ bytes: Buffer }>('SELECT bytes FROM chat_file');
  expect(kept?.bytes.includes(Buffer.from('wajah'))).toBe(false);
  const shown = await server.call('GET', `chats/${chat}/files/${file.sha256}`, undefined, here);
  expect(shown.bytes.equals(photo)).toBe(true);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const other = await server.call('GET', `chats/${chat}/files/${file.sha256}`, undefined, elsewhere);
  expect(other.status).toBe(404);
  expect((await server.call('GET', `chats/${chat}`, undefined, { as: 'periksa' })).status).toBe(403);
});

test('a reply takes over, once however often it is sent; handed back, the person is asked how content they are', async () => {
  await says(stranger, 'halo');
  const [found] = await rows<{ id: string }>('SELECT id::text AS id FROM chat_conversation');
  const chat = found?.id ?? '';
  const id = randomUUID();
  for (let i = 0; i < 3; i++)
    expect((await act(chat, 'replies', { id, text: 'Selamat siang' })).status).toBe(204);
  await settled();
  expect(heard(stranger).filter((words) => words === 'Selamat siang')).toHaveLength(1);
  // The automatic service is silent now; what the person says is promised an answer.
  await says(stranger, 'tunggakan saya berapa');
  expect(heard(stranger).at(-1)).toBe('Selamat siang');
  const page = (await server.call('GET', `chats/${chat}`, undefined, here)).body;
  expect(page).toMatchObject({ phase: 'person', assignedTo: 'loket' });
  expect(page.answerBy).not.toBeNull();
  expect((await search({ view: 'mine' })).length).toBe(1);
  expect((await act(chat, 'hand-back', {})).status).toBe(204);
  await settled();
  expect(heard(stranger).at(-1)).toContain('Apakah Anda puas?');
  expect((await act(chat, 'hand-back', {})).body.code).toBe('chat-not-with-person');
  const { simulator } = server.services.whatsapp;
  const rated = { type: 'button_reply', button_reply: { id: 'rate.3', title: 'Puas' } };
  await simulator?.say(stranger, { type: 'interactive', interactive: rated });
  await settled();
  expect((await server.call('GET', 'chats/summary', undefined, here)).body.content).toBe(3);
});

test('a request is decided once, with a closing message; notes and hand-overs are kept', async () => {
  const { chat, item } = await reportsPayment();
  expect((await act(chat, 'assign', { to: 'loket' })).status).toBe(204);
  expect((await act(chat, 'notes', { text: 'sudah dicek ke bank' })).status).toBe(204);
  expect((await act(chat, 'assign', { to: 'petugas', note: 'mohon lanjut' })).status).toBe(204);
  expect((await act(chat, 'assign', { to: 'periksa' })).body.code).toBe('chat-officer-unknown');
  const closing = { item, outcome: 'granted', text: 'Pembayaran Anda sudah tercatat.' };
  const id = randomUUID();
  for (let i = 0; i < 2; i++)
    expect((await act(chat, 'finish', { id, ...closing }, { as: 'petugas' })).status).toBe(204);
  expect((await act(chat, 'finish', closing)).body.code).toBe('chat-item-done');
  await settled();
  expect(heard(phone).filter((words) => words.startsWith('Pembayaran Anda'))).toHaveLength(1);
  const page = (await server.call('GET', `chats/${chat}`, undefined, here)).body;
  expect(page.facts.map((fact: { kind: string; by: string }) => [fact.kind, fact.by])).toEqual([
    ['assigned', 'loket'],
    ['noted', 'loket'],
    ['assigned', 'loket'],
    ['finished', 'petugas'],
  ]);
  expect(page).toMatchObject({ assignedTo: null, items: [{ outcome: 'granted' }] });
  expect(await search()).toEqual([]);
});

test('after 24 hours a template asks to write again, and the answer follows once', async () => {
  await says(stranger, 'mau bicara petugas');
  const [entry] = await search();
  const chat: string = entry.chat;
  await rows(`UPDATE chat_conversation SET window_ends_at = now() - interval '1 minute'`);
  expect((await act(chat, 'replies', { text: 'Jawaban' })).body.code).toBe('chat-window-over');
  expect((await act(chat, 'reopen', { text: 'Jawaban yang ditunggu' })).status).toBe(204);
  await settled();
  expect(heard(stranger).at(-1)).toBe('pandawa_jawaban_tersedia');
  await says(stranger, 'ya?', 'apa jawabannya');
  expect(heard(stranger).filter((words) => words === 'Jawaban yang ditunggu')).toHaveLength(1);
});

test('several answers after 24 hours ask once; all of them follow when the person writes', async () => {
  await says(stranger, 'mau bicara petugas');
  const [{ chat }] = await search();
  await rows(`UPDATE chat_conversation SET window_ends_at = now() - interval '1 minute'`);
  const words = ['Jawaban satu', 'Jawaban dua', 'Jawaban tiga'];
  for (const text of words) await act(chat, 'reopen', { text });
  await settled();
  expect(heard(stranger).filter((said) => said === 'pandawa_jawaban_tersedia')).toHaveLength(1);
  await says(stranger, 'ya?');
  expect(heard(stranger).filter((said) => words.includes(said))).toEqual(words);
});

test('who closed our campaigns in WhatsApp has closed them until START; who could not be reached and writes can be', async () => {
  const undeliverable = async () =>
    (await rows('SELECT undeliverable FROM chat_conversation'))[0]?.undeliverable;
  await says(stranger, 'halo');
  for (const [code, said, after] of [
    ['131026', 'halo', null],
    ['131050', 'halo', '131050'],
    ['131050', 'START', null],
  ]) {
    await rows(`UPDATE chat_conversation SET undeliverable = '${code}'`);
    await says(stranger, said as string);
    expect(await undeliverable()).toBe(after);
  }
});

test('pages of the inbox miss nothing and repeat nothing when what was shown is closed meanwhile', async () => {
  await rows(`INSERT INTO chat_conversation (line, user_hash, address, waiting_since, answer_by)
    SELECT '1', sha256(i::text::bytea), i::text, now() - make_interval(mins => i),
      CASE WHEN i % 3 > 0 THEN '2026-01-01'::timestamptz + make_interval(secs => i / 4 * 0.000001) END FROM generate_series(1, 12) i`);
  const order = await rows<{ id: string }>(
    'SELECT id::text AS id FROM chat_conversation ORDER BY answer_by NULLS LAST, waiting_since, id',
  );
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = (await server.call('POST', 'chats/search', { limit: 5, ...(cursor && { cursor }) }, here))
      .body;
    seen.push(...page.items.map(({ chat }: { chat: string }) => chat));
    cursor = page.nextCursor ?? undefined;
    await rows(
      `UPDATE chat_conversation SET waiting_since = NULL WHERE id = ANY ('{${seen.join(',')}}'::bigint[])`,
    );
  } while (cursor);
  expect(seen).toEqual(order.map(({ id }) => id));
});

test('a failure stands in the conversation with its reason; who opted out is on a list', async () => {
  await says(stranger, 'mau bicara petugas');
  server.services.whatsapp.simulator?.trouble(stranger, { refuse: { code: 131026, times: 9 } });
  const [entry] = await search();
  await act(entry.chat, 'replies', { text: 'Halo' });
  await settled();
  const page = (await server.call('GET', `chats/${entry.chat}`, undefined, here)).body;
  expect(page.messages.at(-1)).toMatchObject({
    state: 'failed',
    failure: { code: 131026, kind: 'recipient' },
  });
  expect((await search({ view: 'failed' })).length).toBe(1);
  server.services.whatsapp.simulator?.trouble(stranger, {});
  await says(stranger, 'menu', 'stop');
  expect((await search({ view: 'opted-out' })).length).toBe(1);
});

test('office hours and promised times are settings; outside them the person is told when', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).getUTCDay() || 7;
  const value = { days: [(today % 7) + 1], from: '08:00', to: '12:00', closed: [] };
  expect((await server.call('PUT', 'chats/settings/office-hours', { value }, here)).status).toBe(403);
  const set = await server.call('PUT', 'chats/settings/office-hours', { value });
  expect([set.status, set.body.open]).toEqual([200, false]);
  await says(stranger, 'mau bicara petugas');
  expect(heard(stranger).at(-1)).toMatch(/Kantor sedang tutup; petugas menjawab mulai \w+ pukul 08\.00 WITA/);
  const levels = { answerMinutes: 15, days: { complaint: 9 } };
  await server.call('PUT', 'chats/settings/service-levels', { value: levels });
  const [entry] = await search();
  // The promise runs from when the office opens.
  await says(phone, 'mau bicara petugas');
  const due = new Date(Date.parse((await search({ q: phone.slice(-5) }))[0].dueAt) + 8 * 3_600_000);
  expect(due.toISOString().slice(11, 16)).toBe('08:15');
  expect(entry.over).toBe(false);
  for (const name of ['office-hours', 'service-levels'])
    expect((await server.call('PUT', `chats/settings/${name}`, { value: null })).status).toBe(200);
});

test('what was sent and said goes with time, except while a request waits', async () => {
  const { chat, item } = await reportsPayment();
  await rows(`UPDATE chat_file SET kept_at = now() - interval '400 days';
    UPDATE chat_message SET at = now() - interval '900 days'`);
  await server.services.retention.run('uji');
  expect(await rows('SELECT 1 FROM chat_file')).toHaveLength(1);
  await act(chat, 'finish', { item, outcome: 'answered', text: 'Sudah tercatat, terima kasih.' });
  await settled();
  await server.services.retention.run('uji');
  expect(await rows('SELECT 1 FROM chat_file')).toEqual([]);
  expect(await rows(`SELECT 1 FROM chat_message WHERE at < now() - interval '1 day'`)).toEqual([]);
  expect(await rows('SELECT outcome FROM chat_work_item')).toEqual([{ outcome: 'answered' }]);
});
