import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const number = '0812 9999 0003';
let server: TestServer;
let phone: string;

beforeAll(async () => {
  server = await startTestServer({ demoResidents: 5000 });
  const { whatsapp } = server.services;
  whatsapp.ownUrl = await server.app.listen({ port: 0, host: '127.0.0.1' });
  await server.addOfficer('penyelia', 'pesiar-supervisor', ['51.71']);
  phone = (await server.call('POST', 'simulator/phones', { number })).body.id;
}, 120_000);
afterAll(() => server.close());

const held = async () => (await server.call('GET', `simulator/phones/${phone}`)).body;
const say = (body: object) => server.call('POST', `simulator/phones/${phone}/messages`, body);
const knobs = (trouble: string | null, offline = false) =>
  server.call('PUT', `simulator/phones/${phone}/trouble`, { trouble, offline });

/** Works and sends everything that is due; what waits for a second try is due now. */
async function settled(): Promise<void> {
  const { owner } = server.services.database;
  await expect
    .poll(
      async () => {
        await queryRows(owner, 'UPDATE chat_conversation SET next_send_at = NULL');
        await queryRows(owner, `UPDATE chat_message SET due_at = now() WHERE state = 'queued'`);
        await server.services.whatsapp.settle();
        return queryRows(
          owner,
          `SELECT 1 FROM chat_call WHERE worked_at IS NULL UNION ALL SELECT 1 FROM chat_message WHERE state = 'queued'`,
        );
      },
      { timeout: 15_000 },
    )
    .toEqual([]);
}

test('a phone is known by a handle, speaks through the signed webhook and shows what comes back', async () => {
  expect(phone).toMatch(/^[0-9a-f]{24}$/);
  expect((await held()).number).toBe('6281299990003');
  expect((await say({ kind: 'text', text: 'halo' })).status).toBe(200);
  await settled();
  const { messages, network, windowEndsAt } = await held();
  expect(messages.map((one: { fromUs: boolean; kind: string }) => [one.fromUs, one.kind])).toEqual([
    [false, 'text'],
    [true, 'buttons'],
  ]);
  expect(windowEndsAt).not.toBeNull();
  expect(network.map((call: { what: string }) => call.what)).toEqual(
    expect.arrayContaining([
      'webhook messages text',
      'POST /messages interactive',
      'webhook statuses delivered',
    ]),
  );
  const [, menu] = messages;
  const wrong = await say({ kind: 'choice', message: menu.id, id: 'begin.rehab' });
  expect(wrong.status).toBe(400);
  await say({ kind: 'choice', message: menu.id, id: 'menu.informasi' });
  await settled();
  const list = (await held()).messages.at(-1);
  expect(list).toMatchObject({ kind: 'list', button: 'Pilih' });
  expect(list.choices.length).toBeGreaterThan(5);
  // What is on the screen is read.
  await settled();
  const states = await queryRows(
    server.services.database.owner,
    'SELECT DISTINCT state FROM chat_message WHERE NOT inbound',
  );
  expect(states).toEqual([{ state: 'read' }]);
});

test('pictures, documents, places and voice notes are sent, and only shown to their own phone', async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  await say({ kind: 'file', name: 'ktp.png', type: 'image/png', content: png.toString('base64') });
  await say({
    kind: 'file',
    name: 'x.html',
    type: 'text/html',
    content: Buffer.from('<b>').toString('base64'),
  });
  await say({ kind: 'location' });
  await say({ kind: 'voice' });
  await settled();
  const mine = (await held()).messages.filter((one: { fromUs: boolean }) => !one.fromUs).slice(-4);
  expect(mine.map((one: { kind: string }) => one.kind)).toEqual(['image', 'document', 'location', 'other']);
  const [picture, page] = await Promise.all(
    mine
      .slice(0, 2)
      .map((one: { file: { id: string } }) =>
        server.call('GET', `simulator/phones/${phone}/files/${one.file.id}`),
      ),
  );
  expect(picture?.bytes.equals(png)).toBe(true);
  expect(picture?.headers['content-type']).toBe('image/png');
  expect(page?.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
  });
  const { body: other } = await server.call('POST', 'simulator/phones', { number: '081299990004' });
  const foreign = await server.call('GET', `simulator/phones/${other.id}/files/${mine[0].file.id}`);
  expect(foreign.status).toBe(404);
});

test('failures on demand: busy comes again, an unknown recipient never, a phone that is off gets it later', async () => {
  const { owner } = server.services.database;
  const last = () =>
    queryRows(owner, 'SELECT state, error_code FROM chat_message WHERE NOT inbound ORDER BY id DESC LIMIT 1');
  await knobs('busy');
  await say({ kind: 'text', text: 'menu' });
  await settled();
  expect(await last()).toMatchObject([{ error_code: 131056 }]);
  expect((await held()).trouble).toBeNull();
  await knobs('not-on-whatsapp');
  await say({ kind: 'text', text: 'menu' });
  await settled();
  expect(await last()).toEqual([{ state: 'failed', error_code: 131026 }]);
  await knobs(null, true);
  const before = (await held()).messages.length;
  await say({ kind: 'text', text: 'menu' });
  await settled();
  const off = await held();
  expect([off.messages.length - before, off.undelivered]).toEqual([1, 1]);
  await knobs(null, false);
  await expect.poll(async () => (await held()).undelivered).toBe(0);
});

test('a day that passes ends the window for both; starting over empties the phone and the conversation', async () => {
  await server.call('POST', `simulator/phones/${phone}/day`);
  expect((await held()).windowEndsAt).toBeNull();
  const { owner } = server.services.database;
  expect(
    await queryRows(owner, 'SELECT 1 FROM chat_conversation WHERE window_ends_at > clock_timestamp()'),
  ).toEqual([]);
  await server.call('POST', `simulator/phones/${phone}/start-over`);
  await settled();
  expect((await held()).messages).toEqual([]);
  expect(await queryRows(owner, 'SELECT state FROM chat_conversation')).toEqual([{ state: {} }]);
});

test('only in the demo, only for roles that may, and gone phones say so', async () => {
  expect((await server.call('GET', 'simulator/phones/000000000000000000000000')).body.code).toBe(
    'phone-not-found',
  );
  expect((await server.call('GET', 'simulator', undefined, { as: 'penyelia' })).status).toBe(403);
  const { senders } = (await server.call('GET', 'simulator')).body;
  expect(senders.map((one: { situation: string }) => one.situation)).toEqual(['unknown']);
  server.settings.demoResidents = 0;
  for (const path of ['simulator', `simulator/phones/${phone}`])
    expect((await server.call('GET', path)).body.code).toBe('simulator-not-here');
  expect((await server.call('GET', 'session')).body.simulator).toBe(false);
});
