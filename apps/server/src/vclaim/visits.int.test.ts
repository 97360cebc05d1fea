import { addFamily, addTariffs, cardOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HospitalClient } from '../testing/hospital-client.ts';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const now = new Date('2026-11-22T04:00:00Z');
let server: TestServer;
let admin: TestBrowser;
let hospital: HospitalClient;
let other: HospitalClient;
beforeAll(async () => {
  server = await startTestServer({}, { now: () => now });
  await addAccount(server, 'pengelola', 'system-administrator');
  admin = new TestBrowser(server);
  await admin.signIn('pengelola');
  const { owner } = server.services.database;
  await addTariffs(owner);
  await queryRows(
    owner,
    `INSERT INTO facility (code, name, level, area_code) VALUES ('2271R001', 'Rumah Sakit Contoh', 'FKRTL', '51.71'),
       ('2271R002', 'Rumah Sakit Lain', 'FKRTL', '51.71'), ('22710101', 'Puskesmas Contoh', 'FKTP', '51.71.01')`,
  );
  await addFamily(owner, { people: [1, 2] });
  await addFamily(owner, { people: [3], active: false });
  hospital = new HospitalClient(server, await issue('2271R001'));
  other = new HospitalClient(server, await issue('2271R002'));
}, 120_000);
afterAll(() => server.close());

async function issue(facility?: string, kind = 'hmac') {
  const { body } = await admin.call('POST', 'clients', {
    name: 'RS Contoh',
    kind,
    scopes: ['eligibility.read', 'utilisation.add'],
    requestsPerMinute: 100_000,
    ...(facility && { facility }),
  });
  return { id: body.client.id as string, secret: body.secret as string };
}
const sep = (more: object = {}) => ({
  request: {
    t_sep: {
      noKartu: cardOf(1),
      tglSep: '2026-11-20',
      ppkPelayanan: '2271R001',
      jnsPelayanan: '1',
      klsRawat: { klsRawatHak: '3' },
      noMR: '123456',
      user: 'loket',
      ...more,
    },
  },
});
const send = (method: string, url: string, body: unknown, from = hospital) =>
  from.call(`/vclaim-rest/${url}`, { method, body, now });
const look = (url: string, from = hospital) => from.call(`/vclaim-rest/${url}`, { now });

test('an SEP is counted once, has an end, and can be taken back; both look-ups show it', async () => {
  const made = await send('POST', 'SEP/2.0/insert', sep());
  expect([made.status, made.code]).toEqual([200, '200']);
  const number = made.response.sep.noSep;
  expect(number).toBe('2271R0011126V000001');
  expect(made.response.sep.peserta).toMatchObject({ noKartu: cardOf(1), hakKelas: 'Kelas 3' });
  // Sent again after a time-out, as JSON with its own type this time: the same number.
  const again = await hospital.call('/vclaim-rest/SEP/2.0/insert', {
    method: 'POST',
    body: sep(),
    contentType: 'application/json',
    now,
  });
  expect(again.response.sep.noSep).toBe(number);
  const second = await send('POST', 'SEP/2.0/insert', sep({ noKartu: cardOf(2), jnsPelayanan: '2' }));
  expect(second.response.sep.noSep).toBe('2271R0011126V000002');
  const discharge = { request: { t_sep: { noSep: number, tglPulang: '2026-11-21 10:00:00' } } };
  expect((await send('PUT', 'SEP/2.0/updtglplg', discharge)).code).toBe('200');
  expect((await look('Monitoring/Kunjungan/Tanggal/2026-11-20/JnsPelayanan/1')).response).toEqual({
    sep: [
      {
        diagnosa: null,
        jnsPelayanan: 'R.Inap',
        kelasRawat: '3',
        nama: 'ANGGOTA 1',
        noKartu: cardOf(1),
        noSep: number,
        noRujukan: null,
        poli: null,
        tglPlgSep: '2026-11-21',
        tglSep: '2026-11-20',
      },
    ],
  });
  const history = `monitoring/HistoriPelayanan/NoKartu/${cardOf(1)}/tglMulai/2026-10-01/tglAkhir/2026-11-22`;
  expect((await look(history)).response.histori).toMatchObject([
    { jnsPelayanan: '1', noSep: number, ppkPelayanan: 'RUMAH SAKIT CONTOH', tglPlgSep: '2026-11-21' },
  ]);
  expect((await look(history, other)).response.histori).toHaveLength(1);
  expect((await send('DELETE', 'SEP/2.0/delete', { request: { t_sep: { noSep: number } } })).code).toBe(
    '200',
  );
  expect((await look(history)).code).toBe('201');
  const { owner } = server.services.database;
  expect(await queryRows(owner, 'SELECT sum(n)::int AS n FROM visit_by_day')).toEqual([{ n: 1 }]);
});

test('a hospital speaks for itself: others neither see nor change its SEPs', async () => {
  const made = await send('POST', 'SEP/2.0/insert', sep({ tglSep: '2026-11-19' }));
  expect((await look('Monitoring/Kunjungan/Tanggal/2026-11-19/JnsPelayanan/1', other)).code).toBe('201');
  const deletion = { request: { t_sep: { noSep: made.response.sep.noSep } } };
  expect((await send('DELETE', 'SEP/2.0/delete', deletion, other)).message).toBe('No. SEP tidak ditemukan');
  expect((await send('POST', 'SEP/2.0/insert', sep({ ppkPelayanan: '2271R002' }))).message).toContain(
    'bukan faskes',
  );
});

test('what is wrong with an SEP is said in 201, without the numbers in it', async () => {
  const message = async (body: unknown) => {
    const { status, code, message } = await send('POST', 'SEP/2.0/insert', body);
    expect([status, code]).toEqual([200, '201']);
    expect(message).not.toMatch(/\d{5}/);
    return message;
  };
  expect(await message(sep({ noKartu: cardOf(3) }))).toContain('NON AKTIF KARNA PREMI');
  expect(await message(sep({ noKartu: cardOf(99) }))).toBe('Peserta tidak ditemukan');
  expect(await message(sep({ jnsPelayanan: '7' }))).toBe('Isian tidak sesuai: jnsPelayanan');
  expect(await message({})).toBe('Isian tidak sesuai: t_sep');
  expect(await message('ini bukan JSON')).toBe('Isi permintaan bukan JSON yang benar');
  expect((await look('Monitoring/Kunjungan/Tanggal/2026-11-20/JnsPelayanan/3')).code).toBe('201');
  expect(
    (await look(`monitoring/HistoriPelayanan/NoKartu/${cardOf(1)}/tglAwal/2026-01-01/tglAkhir/2026-11-22`))
      .message,
  ).toContain('92');
});

test('visits by the plain API: one outcome each, in order', async () => {
  const { secret } = await issue('22710101', 'api-key');
  const visit = (more: object) => ({
    reference: 'K1',
    facility: '22710101',
    level: 'FKTP',
    card: cardOf(1),
    day: '2026-11-21',
    ...more,
  });
  const { status, body } = await server.call(
    'POST',
    'visits',
    {
      items: [
        visit({}),
        visit({ reference: 'K2', kind: 'healthy', card: undefined, nik: '5171014101710000' }),
        visit({ reference: 'K3', facility: '2271R001', level: 'RJTL' }),
      ],
    },
    { as: '', headers: { authorization: `Bearer ${secret}` } },
  );
  expect(status).toBe(200);
  expect(
    body.items.map(({ outcome, reason }: { outcome: string; reason: string }) => reason ?? outcome),
  ).toEqual(['added', 'added', 'facility-of-others']);
});
