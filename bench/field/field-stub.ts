import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describePack } from '@jangkau/sync';
import { seededChance } from '@jangkau/sync/testing/seeded-chance';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const first = [
  'I WAYAN',
  'I MADE',
  'I NYOMAN',
  'I KETUT',
  'NI LUH',
  'NI KADEK',
  'NI KOMANG',
  'NI PUTU',
  'I GUSTI NGURAH',
];
const middle = [
  'SUDIARTA',
  'ARTAWAN',
  'SUKERTI',
  'DARMAYASA',
  'WIDYANTARI',
  'SUCI',
  'LESTARI',
  'PUTRA',
  'MERTA',
  'ADNYANA',
];
const last = [
  'ASTAWA',
  'SUARTA',
  'DEWI',
  'ARIANI',
  'KERTIYASA',
  'MUSTIKA',
  'PARWATI',
  'RATIH',
  'WIRAWAN',
  'PRADNYANI',
  'JAYA',
];

/** A server that gives a phone a pack of made-up residents and takes what it sends: the phone is what is measured. */
export async function startFieldStub(
  folder: string,
  residents: number,
): Promise<{ url: string; server: Server }> {
  const content = gzipSync(JSON.stringify(madeUpPack(residents)));
  const manifest = await describePack(new Uint8Array(content), { edition: 'bench', cursor: '0' });
  const point = Buffer.from(
    await crypto.subtle.exportKey(
      'raw',
      (await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']))
        .publicKey,
    ),
  ).toString('base64');
  const serverTime = () => new Date().toISOString();
  const answers: Record<string, (body: { events?: { id: string }[] }) => unknown> = {
    '/session': () => ({ next: 'done', session: { actions: ['sync.use'] } }),
    '/sync/devices': () => ({
      token: 'x'.repeat(43),
      username: 'agen',
      name: 'Agen Contoh',
      serverKey: point,
    }),
    '/sync/pack': () => manifest,
    '/sync/pull': () => ({
      serverTime: serverTime(),
      events: [],
      cursor: '0',
      more: false,
      edition: 'bench',
    }),
    '/sync/push': ({ events = [] }) => ({
      serverTime: serverTime(),
      results: events.map(({ id }, i) => ({ id, outcome: 'accepted', version: 2 + i })),
    }),
    '/sync/attachments': () => ({ received: 10_000_000 }),
  };
  const server = createServer(async (request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://stub');
    if (pathname.startsWith('/api/v1/sync/pack/')) return reply.end(content);
    if (pathname.startsWith('/api/v1/')) {
      let text = '';
      for await (const part of request) text += part;
      const answer = answers[pathname.slice('/api/v1'.length)];
      reply.setHeader('content-type', 'application/json');
      return reply.end(JSON.stringify(answer?.(text === '' ? {} : JSON.parse(text)) ?? {}));
    }
    const name = pathname.replace(/^\/field\/?/, '') || 'index.html';
    const file = await readFile(path.join(folder, name)).catch(() => undefined);
    reply.statusCode = file ? 200 : 404;
    reply.setHeader('content-type', types[path.extname(name)] ?? 'application/octet-stream');
    reply.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function madeUpPack(residents: number) {
  const chance = seededChance(1);
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
  const people = Array.from({ length: residents }, (_, i) => ({
    residentNo: `P${i}`,
    householdKey: `k${Math.floor(i / 4)}`,
    name: `${pick(first)} ${pick(middle)} ${pick(last)}`,
    sex: 'P',
    born: `${1950 + (i % 70)}-0${1 + (i % 9)}-1${i % 9}`,
    address: `Jl. Contoh Gang ${1 + (i % 40)} No. ${1 + Math.floor(i / 4)}`,
    area: '51.71.01.1002',
    banjar: `Banjar ${1 + (Math.floor(i / 4) % 6)}`,
    relation: i % 4 === 0 ? 'KEPALA KELUARGA' : 'ANAK',
    nikMasked: '517101********00',
    nikHash: createHash('sha256').update(`${i}`).digest('hex').slice(0, 24),
    status: i % 5 === 0 ? 'none' : 'active',
    segment: 'PBPU',
    lat: -8.69 + chance() / 100,
    lon: 115.22 + chance() / 100,
  }));
  const facts = people
    .filter(({ status }) => status === 'none')
    .flatMap((person, n) => {
      const stream = `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
      const { residentNo, name, sex, born, banjar, address, householdKey } = person;
      const subject = {
        residentNo,
        memberId: null,
        name,
        sex,
        born,
        area: '51.71.01.1002',
        banjar,
        address,
        householdKey,
        segment: null,
        class: null,
        arrearsMonths: null,
      };
      const fact = (kind: string, version: number, body: object) => ({
        id: `01990000-0000-7${version}00-8000-${String(n).padStart(12, '0')}`,
        stream,
        kind,
        at: '2026-11-20T01:00:00.000Z',
        base: version - 1,
        body,
        version,
        by: 'penyelia',
        device: null,
      });
      return [
        fact('opened', 1, { reason: 'uncovered', run: 1, probability: 0.9, subject }),
        fact('assigned', 2, { agent: 'agen', dueOn: '2026-12-05' }),
      ];
    });
  return {
    villages: [
      {
        code: '51.71.01.1002',
        name: 'Desa Contoh',
        banjars: [],
        prioritas: true,
        unablePerHead: null,
        marks: { salt: 's', numbers: '', names: '' },
      },
    ],
    people,
    facts,
  };
}
