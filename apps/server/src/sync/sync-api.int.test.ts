import { createHash, randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { PersonMarks } from '@jangkau/names';
import { AccountRepository } from '@jangkau/store';
import { loadFixtureRun } from '@jangkau/store/testing/loaded-run';
import { type SyncEvent, seal, sha256, uuidV7 } from '@jangkau/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAttachment } from '../pesiar/attachment-box.ts';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const village = '51.71.01.1002';
/** The other village of the fixture. */
const other = '51.71.01.1001';
const fill = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes);
let server: TestServer;
let banjars: string[];

beforeAll(async () => {
  server = await startTestServer();
  const { database } = server.services;
  await loadFixtureRun(database, { residents: 600 });
  await database.ownerPool.query("UPDATE run SET state = 'done'");
  const { rows } = await database.ownerPool.query<{ banjar: string }>(
    'SELECT DISTINCT banjar FROM resident_result WHERE area_code = $1 AND banjar IS NOT NULL ORDER BY 1',
    [village],
  );
  banjars = rows.map(({ banjar }) => banjar);
  await addAccount(server, 'agen', 'pesiar-agent', { code: `${village}/${banjars[0]}` });
  await addAccount(server, 'rekan', 'pesiar-agent', { code: `${village}/${banjars[0]}` });
  await addAccount(server, 'tetangga', 'pesiar-agent', { code: `${village}/${banjars[1]}` });
  await addAccount(server, 'keliling', 'pesiar-agent', { code: `${village}/${banjars[1]}` });
  const assignment = { role: 'pesiar-agent', kind: 'area', code: other } as const;
  await new AccountRepository(database.gate).assign('keliling', assignment, 'sistem');
  await addAccount(server, 'penyelia', 'pesiar-supervisor', { code: '51.71.01' });
});
afterAll(() => server.close());

async function phone(username: string) {
  const browser = new TestBrowser(server);
  await browser.signIn(username);
  const device = randomUUID();
  const { body } = await browser.call('POST', 'sync/devices', { device, name: 'Ponsel contoh' });
  return {
    device,
    browser,
    token: body.token as string,
    serverKey: Uint8Array.from(Buffer.from(body.serverKey, 'base64')),
    push: async (...events: SyncEvent[]) =>
      (await browser.call('POST', 'sync/push', { device, events })).body.results,
    pull: async (cursor = '0') =>
      (await browser.call('GET', `sync/pull?device=${device}&cursor=${cursor}`)).body,
    pack: async () => {
      const manifest = (await browser.call('GET', `sync/pack?device=${device}`)).body;
      const bytes = async (from: number) =>
        (await browser.call('GET', `sync/pack/${manifest.id}?device=${device}&from=${from}`)).bytes;
      return { manifest, bytes, content: JSON.parse(gunzipSync(await bytes(0)).toString()) };
    },
  };
}

let ms = Date.parse('2026-11-22T01:00:00Z');
function event(stream: string, kind: string, body: object, base = 0): SyncEvent {
  ms += 1000;
  return { id: uuidV7(ms, fill), stream, kind, at: new Date(ms).toISOString(), base, body };
}
const opened = (banjar = banjars[0], name = 'CONTOH') =>
  event(uuidV7(ms, fill), 'opened', {
    reason: 'by-hand',
    run: null,
    probability: null,
    subject: {
      residentNo: null,
      memberId: null,
      name,
      sex: 'P',
      born: null,
      area: village,
      banjar,
      address: null,
      householdKey: null,
      segment: null,
      class: null,
      arrearsMonths: null,
    },
  });
const visited = (stream: string, base: number) =>
  event(
    stream,
    'visited',
    {
      result: 'found-uncovered',
      met: 'self',
      startedAt: new Date(ms).toISOString(),
      point: null,
      attachments: [],
    },
    base,
  );
const closed = (stream: string, bucket: string, base: number) =>
  event(stream, 'closed', { bucket, how: 'visit' }, base);

describe('a pack', () => {
  test('holds the people of the agent’s banjar, fingerprints of the village, and nobody else', async () => {
    const { pack } = await phone('agen');
    const { content, manifest, bytes } = await pack();
    expect(content.people.length).toBeGreaterThan(0);
    expect(new Set(content.people.map((person: { banjar: string }) => person.banjar))).toEqual(
      new Set([banjars[0]]),
    );
    expect(JSON.stringify(content)).not.toMatch(/(?<![\da-f])\d{16}(?![\da-f])/);
    expect(manifest.bytes).toBe((await bytes(0)).length);
    expect((await bytes(1000)).equals((await bytes(0)).subarray(1000))).toBe(true);
    const { rows } = await server.services.database.ownerPool.query<{ nik: string }>(
      `SELECT lpad(nik::text, 16, '0') AS nik FROM resident_result WHERE area_code = $1 AND nik IS NOT NULL`,
      [village],
    );
    const marks = new PersonMarks(Buffer.from(content.villages[0].marks.numbers, 'base64'));
    const hash = async (text: string) =>
      createHash('sha256').update(`${content.villages[0].marks.salt} ${text}`).digest();
    for (const { nik } of rows) expect(await marks.has(nik, hash)).toBe(true);
  });

  test('is the same again after a restart of the server, byte for byte', async () => {
    const { pack, device } = await phone('agen');
    const { manifest } = await pack();
    server.services.packs.forget(device);
    expect((await pack()).manifest).toEqual(manifest);
  });

  test('holds each village of an agent who has two, and no third', async () => {
    const { pack } = await phone('keliling');
    const { content } = await pack();
    expect(content.villages.map(({ code }: { code: string }) => code)).toEqual([other, village]);
    expect(content.villages[1].banjars).toEqual([banjars[1]]);
    const areas = new Set(content.people.map(({ area }: { area: string }) => area));
    expect(areas).toEqual(new Set([other, village]));
    const here = content.people.filter(({ area }: { area: string }) => area === village);
    expect(new Set(here.map(({ banjar }: { banjar: string }) => banjar))).toEqual(new Set([banjars[1]]));
  });

  test('is for a few villages or less', async () => {
    const { browser, device } = await phone('penyelia');
    const answer = await browser.call('GET', `sync/pack?device=${device}`);
    expect([answer.status, answer.body.code]).toEqual([422, 'area-too-large']);
  });
});

describe('events', () => {
  test('are kept once however often they are sent, and a bad one keeps no good one back', async () => {
    const { push, pull } = await phone('agen');
    const first = opened();
    const bad = event(first.stream, 'visited', { result: 'gone fishing' }, 1);
    const visit = visited(first.stream, 1);
    const office = event(first.stream, 'activated', {
      memberId: 1,
      segment: 'PBPU',
      from: '2026-01-01',
      how: 'list',
    });
    const answers = await push(first, bad, visit, office);
    expect(answers.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'accepted',
      'refused',
      'accepted',
      'refused',
    ]);
    const again = await push(visit, first);
    expect(again).toEqual([
      { id: visit.id, outcome: 'duplicate', version: 2 },
      { id: first.id, outcome: 'duplicate', version: 1 },
    ]);
    const { events } = await pull();
    expect(events.filter(({ stream }: SyncEvent) => stream === first.stream).length).toBe(2);
  });

  test('of another banjar are neither taken nor given', async () => {
    const mine = await phone('agen');
    const other = await phone('tetangga');
    const secret = opened(banjars[0], 'RAHASIA');
    await mine.push(secret);
    expect(JSON.stringify(await other.pull())).not.toContain('RAHASIA');
    expect(JSON.stringify((await other.pack()).content)).not.toContain('RAHASIA');
    expect(await other.push(opened(banjars[0]))).toMatchObject([
      { outcome: 'refused', problem: { code: 'not-in-scope' } },
    ]);
    expect(await other.push(visited(secret.stream, 1))).toMatchObject([
      { outcome: 'refused', problem: { code: 'case-not-found' } },
    ]);
  });

  test('that cannot stand beside one its maker had not seen come back with it; deciding loses neither', async () => {
    const mine = await phone('agen');
    const theirs = await phone('rekan');
    const first = opened();
    await mine.push(first);
    const died = closed(first.stream, 'died', 1);
    await theirs.push(died);
    const moved = closed(first.stream, 'moved', 1);
    const [conflict] = await mine.push(moved);
    expect(conflict).toMatchObject({
      outcome: 'conflict',
      since: [{ id: died.id, by: 'rekan', version: 2 }],
    });
    const decision = event(first.stream, 'resolved-conflict', { stands: moved.id, setAside: [died.id] }, 2);
    const answers = await mine.push({ ...moved, base: 2 }, decision);
    expect(answers.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['accepted', 'accepted']);
    const { events } = await theirs.pull();
    const ids = events
      .filter(({ stream }: SyncEvent) => stream === first.stream)
      .map(({ id }: SyncEvent) => id);
    expect(ids).toEqual([first.id, died.id, moved.id, decision.id]);
  });

  test('are paged without gaps', async () => {
    const { push, pull } = await phone('agen');
    for (let i = 0; i < 5; i++) await push(...Array.from({ length: 50 }, () => opened()));
    const seen = new Set<string>();
    let cursor = '0';
    for (let more = true; more; ) {
      const page = await pull(cursor);
      for (const { id } of page.events) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
      ({ cursor, more } = page);
    }
    expect(seen.size).toBeGreaterThan(250);
  });
});

test('a photograph arrives in parts, is kept encrypted, and only where the case is', async () => {
  const { push, browser, device } = await phone('agen');
  const first = opened();
  await push(first);
  const bytes = new Uint8Array(300_000).map((_, i) => (i * 31) % 256);
  const head = {
    device,
    sha256: await sha256(bytes),
    stream: first.stream,
    size: bytes.length,
    type: 'image/webp',
  };
  const send = (from: number, to: number) =>
    browser.call(
      'POST',
      `sync/attachments/${head.sha256}?device=${device}&from=${from}`,
      Buffer.from(bytes.slice(from, to)),
      {
        'content-type': 'application/octet-stream',
      },
    );
  expect((await send(0, 10)).body).toEqual({ received: 0 });
  expect((await browser.call('POST', 'sync/attachments', head)).body).toEqual({ received: 0 });
  expect((await send(0, 131_072)).body).toEqual({ received: 131_072 });
  expect((await send(0, 131_072)).body).toEqual({ received: 131_072 });
  expect((await browser.call('POST', 'sync/attachments', head)).body).toEqual({ received: 131_072 });
  await send(131_072, 262_144);
  expect((await send(262_144, 300_000)).body).toEqual({ received: 300_000 });
  expect((await browser.call('POST', 'sync/attachments', head)).body).toEqual({ received: 300_000 });
  const { rows } = await server.services.database.ownerPool.query(
    'SELECT bytes, sealed FROM attachment WHERE sha256 = $1',
    [head.sha256],
  );
  expect(rows.length).toBe(1);
  expect(rows[0].sealed).toBe(true);
  expect(rows[0].bytes.includes(Buffer.from(bytes.slice(0, 64)))).toBe(false);
  expect(
    openAttachment(server.services.box, first.stream, head.sha256, rows[0]).equals(Buffer.from(bytes)),
  ).toBe(true);
  // Elsewhere the case does not exist.
  const other = await phone('tetangga');
  await other.browser.call('POST', 'sync/attachments', { ...head, device: other.device });
  const stolen = await other.browser.call(
    'POST',
    `sync/attachments/${head.sha256}?device=${other.device}&from=0`,
    Buffer.from(bytes),
    { 'content-type': 'application/octet-stream' },
  );
  expect(stolen.status).toBe(404);
});

test('a revoked device gets and gives nothing any more', async () => {
  const { browser, device, push } = await phone('agen');
  await server.call('POST', `sync/devices/${device}/revoke`);
  for (const url of [`sync/pull?device=${device}`, `sync/pack?device=${device}`])
    expect((await browser.call('GET', url)).body.code).toBe('device-revoked');
  expect(await push(opened())).toBeUndefined();
});

test('what a forgotten phone handed over counts when its owner signs in again', async () => {
  const lost = await phone('agen');
  const first = opened();
  await lost.push(first);
  const visit = visited(first.stream, 1);
  const plain = new TextEncoder().encode(JSON.stringify({ kind: 'event', event: visit }));
  const sealed = Buffer.from(await seal(plain, lost.serverKey, fill)).toString('base64');
  const token = createHash('sha256').update(`jangkau rescue ${lost.token}`).digest('hex');
  const order = {
    device: lost.device,
    token,
    events: [{ id: visit.id, sealed }],
    wiped: true,
    reason: 'wrong-pins',
  };
  await new TestBrowser(server).call('POST', 'sync/rescue', order);
  const again = await phone('agen');
  const { content } = await again.pack();
  expect(content.facts.map(({ id }: SyncEvent) => id)).toContain(visit.id);
});
