import { verifyAudit } from '@jangkau/store';
import { addFamily, addTariffs, cardOf, vaOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HospitalClient } from '../testing/hospital-client.ts';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const nik = '5171014101910000';
let server: TestServer;
let admin: TestBrowser;
let key: string;
let hospital: HospitalClient;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: true }, { now: () => new Date('2026-11-22T04:00:00Z') });
  await addAccount(server, 'pengelola', 'system-administrator');
  admin = new TestBrowser(server);
  await admin.signIn('pengelola');
  const { owner } = server.services.database;
  await addTariffs(owner);
  await queryRows(
    owner,
    `INSERT INTO facility (code, name, level, area_code) VALUES ('22710101', 'Puskesmas Contoh I', 'FKTP', '51.71.01')`,
  );
  const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
  await addFamily(owner, { people: [21, 22], months, paid: 5 });
  await addFamily(owner, { people: [23, 24], months, paid: 2, active: false, since: '2026-10-01' });
  await addFamily(owner, { people: [25], segment: 'PBI_APBN' });
  await queryRows(owner, `UPDATE member SET fktp = '22710101'`);
  await queryRows(owner, `UPDATE member_status SET reason = 'STATE_PAYS' WHERE segment = 'PBI_APBN'`);
  key = (await issue('api-key')).secret;
  hospital = new HospitalClient(server, await issue('hmac'));
}, 120_000);
afterAll(() => server.close());

async function issue(kind: 'api-key' | 'hmac', scopes = ['eligibility.read', 'payment.add'], more = {}) {
  const { body } = await admin.call('POST', 'clients', {
    name: 'RS Contoh',
    kind,
    scopes,
    requestsPerMinute: 100_000,
    ...more,
  });
  return { id: body.client.id as string, secret: body.secret as string };
}
const now = new Date('2026-11-22T04:00:00Z');
const ask = (body: object, headers = {}) =>
  server.call('POST', 'eligibility', body, {
    as: '',
    headers: { authorization: `Bearer ${key}`, ...headers },
  });
const peserta = (path: string, mood = {}) => hospital.call(`/vclaim-rest/Peserta/${path}`, { now, ...mood });

test('a covered member: class, segment, facility, and the name to compare', async () => {
  const { status, body } = await ask({ card: cardOf(21) });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    date: '2026-11-22',
    covered: true,
    reason: 'PAID',
    segment: 'PBPU',
    class: 3,
    facility: { code: '22710101', name: 'Puskesmas Contoh I' },
    acts: [],
    fineWindow: null,
    member: { card: cardOf(21), name: 'ANGGOTA 21', born: '1990-01-01' },
  });
  expect(body.member.nik).toMatch(/^517101\*+\d\d$/);
});

test('a member in arrears: how much, and covered on the very next question after the money came in', async () => {
  const late = await ask({ card: cardOf(23) }, { 'accept-language': 'en' });
  expect(late.body).toMatchObject({
    covered: false,
    reason: 'ARREARS',
    arrearsMonths: 2,
    inactivity: 'arrears',
  });
  // September, October and this month, for two.
  expect(late.body.acts).toEqual([
    { kind: 'pay', text: 'Pay the contributions', amount: 210_000, from: null, until: null },
  ]);
  const money = {
    bank: 'UJI',
    reference: 'LUNAS-1',
    va: vaOf(23),
    amount: 210_000,
    paidAt: '2026-11-22T03:00:00Z',
  };
  const paid = await server.call('POST', 'payments', money, {
    as: '',
    headers: { authorization: `Bearer ${key}` },
  });
  expect(paid.body.outcome).toBe('posted');
  const back = await ask({ card: cardOf(24) });
  expect(back.body).toMatchObject({ covered: true, reason: 'PAID', since: '2026-11-22' });
  expect(back.body.fineWindow).toMatchObject({ reactivatedOn: '2026-11-22', arrearsMonths: 2 });
});

test('as of a past day on what is known now, and as it was known then', async () => {
  expect((await ask({ card: cardOf(23), date: '2026-10-15' })).body).toMatchObject({
    covered: false,
    reason: 'ARREARS',
  });
  const before = await ask({ card: cardOf(23), date: '2023-12-31' });
  expect(before.body).toMatchObject({ covered: false, reason: 'NEVER_ENROLLED', since: null });
  const then = await ask({ card: cardOf(21), date: '2026-11-22', knownAt: '2020-01-01T00:00:00Z' });
  expect(then.body).toMatchObject({ covered: false, reason: 'NEVER_ENROLLED' });
});

test('numbers with spaces are read, wrong ones and impossible days are refused, nobody is 404', async () => {
  expect((await ask({ nik: ' 5171 0141 0191 0000 ' })).status).toBe(200);
  expect((await ask({ nik: '5171014101990000' })).body.code).toBe('eligibility-nobody');
  for (const body of [{}, { nik: '12' }, { nik, card: cardOf(21) }, { card: cardOf(21), date: '22-11-2026' }])
    expect([body, (await ask(body)).status]).toEqual([body, 400]);
  for (const date of ['2026-02-30', '2013-12-31', '2026-11-24'])
    expect([date, (await ask({ card: cardOf(21), date })).body.code]).toEqual([date, 'eligibility-day']);
});

test('credentials, scope and limit are those of the client; a revoked one gets nothing at once', async () => {
  expect((await server.call('POST', 'eligibility', { nik }, { as: '' })).status).toBe(401);
  const other = await issue('api-key', ['bill.read']);
  const headers = { authorization: `Bearer ${other.secret}` };
  expect((await ask({ nik }, headers)).body.code).toBe('client-scope-missing');
  const gone = await issue('api-key');
  const asGone = { authorization: `Bearer ${gone.secret}` };
  expect((await ask({ nik }, asGone)).status).toBe(200);
  // By another server on the same database: what this one remembers of the client is not asked.
  await queryRows(
    server.services.database.owner,
    `UPDATE api_client SET revoked_at = now(), revoked_by = 'x' WHERE id = '${gone.id}'`,
  );
  expect((await ask({ nik }, asGone)).body.code).toBe('client-not-known');
});

test('every question is in the log before its answer, sealed by the audit, without a number', async () => {
  const { owner } = server.services.database;
  const count = async () =>
    (await queryRows<{ n: number }>(owner, `SELECT count(*)::int AS n FROM eligibility_look_up`))[0]?.n ?? 0;
  const before = await count();
  await Promise.all(Array.from({ length: 30 }, (_, i) => ask({ card: cardOf(i % 2 ? 21 : 999) })));
  expect((await count()) - before).toBe(30);
  const text = JSON.stringify([
    await queryRows(owner, `SELECT * FROM eligibility_look_up`),
    await queryRows(owner, `SELECT * FROM audit_entry WHERE action = 'eligibility.read'`),
  ]);
  expect(text).not.toContain(nik);
  expect(text).not.toContain(cardOf(21));
  const broken = async () => (await verifyAudit(server.services.database.system, [])).broken;
  expect(await broken()).toBeUndefined();
  await queryRows(owner, `ALTER TABLE eligibility_look_up DISABLE TRIGGER eligibility_look_up_append_only`);
  const last = `WHERE id = (SELECT max(id) FROM eligibility_look_up)`;
  await queryRows(owner, `UPDATE eligibility_look_up SET day = day + 1 ${last}`);
  const [entry] = await queryRows<{ id: string }>(
    owner,
    `SELECT e.id::text FROM audit_entry e JOIN eligibility_look_up l ON e.subject_key = l.batch || '/' || l.client_id
     WHERE l.id = (SELECT max(id) FROM eligibility_look_up)`,
  );
  expect(await broken()).toMatchObject({ fault: 'look-ups-changed', entryId: entry?.id });
  await queryRows(owner, `UPDATE eligibility_look_up SET day = day - 1 ${last}`);
  expect(await broken()).toBeUndefined();
  const past = `INSERT INTO eligibility_look_up (batch, client_id, face, asked_by, day, request_id)
    VALUES (gen_random_uuid(), 'x', 'rest', 'nik', '2026-11-22', gen_random_uuid())`;
  await queryRows(owner, past);
  expect(await broken()).toMatchObject({ fault: 'look-ups-changed', entryId: null });
  await queryRows(owner, `DELETE FROM eligibility_look_up ${last}`);
  await queryRows(owner, `DELETE FROM eligibility_look_up ${last}`);
  expect(await broken()).toMatchObject({ fault: 'look-ups-changed', entryId: entry?.id });
});

test('VClaim: the whole shape, by card and by NIK', async () => {
  const { status, code, message, response } = await peserta(`nokartu/${cardOf(25)}/tglSEP/2026-11-22`);
  expect([status, code, message]).toEqual([200, '200', 'OK']);
  expect(response).toEqual({
    peserta: {
      noKartu: cardOf(25),
      nik: '5171014101950000',
      nama: 'ANGGOTA 25',
      pisa: '1',
      sex: 'P',
      tglLahir: '1990-01-01',
      tglCetakKartu: '2024-01-01',
      tglTMT: '2024-01-01',
      tglTAT: '2050-01-01',
      statusPeserta: { kode: '0', keterangan: 'AKTIF' },
      jenisPeserta: { kode: '21', keterangan: 'PBI (APBN)' },
      hakKelas: { kode: '3', keterangan: 'KELAS III' },
      provUmum: { kdProvider: '22710101', nmProvider: 'PUSKESMAS CONTOH I' },
      mr: { noMR: null, noTelepon: null },
      umur: { umurSekarang: '36 tahun ,10 bulan ,21 hari', umurSaatPelayanan: '36 tahun ,10 bulan ,21 hari' },
      informasi: { dinsos: null, noSKTM: null, prolanisPRB: null, eSEP: null },
      cob: { nmAsuransi: null, noAsuransi: null, tglTAT: null, tglTMT: null },
    },
  });
  expect((await peserta(`nik/${nik}/tglSEP/2026-11-22`)).response.peserta.noKartu).toBe(cardOf(21));
  expect((await peserta('nik/5171%200141%200191%200000/tglSEP/2026-11-22')).response.peserta.noKartu).toBe(
    cardOf(21),
  );
  expect((await peserta(`nokartu/${cardOf(23)}/tglSEP/2026-10-15`)).response.peserta.statusPeserta).toEqual({
    kode: '9',
    keterangan: 'NON AKTIF KARNA PREMI',
  });
});

test('VClaim: a signature may be percent-encoded, come again, and be five minutes off', async () => {
  const path = `nokartu/${cardOf(25)}/tglSEP/2026-11-22`;
  for (const mood of [{ encodeSignature: true }, { clock: -295 }, { clock: 295 }, {}, {}])
    expect([mood, (await peserta(path, mood)).code]).toEqual([mood, '200']);
});

test('VClaim: wrong, old, early and missing signatures are 401 without an answer', async () => {
  const path = `nokartu/${cardOf(25)}/tglSEP/2026-11-22`;
  const moods = [
    { secret: 'salah' },
    { clock: -305 },
    { clock: 305 },
    { headers: { 'X-timestamp': 'besok' } },
    { headers: { 'X-cons-id': '1' } },
    ...['X-cons-id', 'X-timestamp', 'X-signature', 'user_key'].map((without) => ({ without })),
  ];
  for (const mood of moods) {
    const { status, code, message, response } = await peserta(path, mood);
    expect([mood, status, code, response]).toEqual([mood, 401, '401', null]);
    expect(message).toMatch(/^Unauthorized; /);
  }
});

test('VClaim: a client with a user_key must send that one', async () => {
  const own = new HospitalClient(
    server,
    await issue('hmac', ['eligibility.read'], { userKey: 'kunci-rs-contoh' }),
  );
  const url = `/vclaim-rest/Peserta/nokartu/${cardOf(25)}/tglSEP/2026-11-22`;
  expect((await own.call(url, { now })).code).toBe('401');
  expect((await own.call(url, { now, headers: { user_key: 'kunci-rs-contoh' } })).code).toBe('200');
});

test('VClaim: nobody, unusable numbers and days are HTTP 200 with code 201 and no response', async () => {
  for (const path of [
    `nokartu/${cardOf(999)}/tglSEP/2026-11-22`,
    'nokartu/12345/tglSEP/2026-11-22',
    'nik/12345/tglSEP/2026-11-22',
    'nik/abcdefghijklmnop/tglSEP/2026-11-22',
    `nokartu/${cardOf(25)}/tglSEP/22-11-2026`,
    `nokartu/${cardOf(25)}/tglSEP/2026-13-01`,
    `nokartu/${cardOf(25)}/tglSEP/2027-01-01`,
  ]) {
    const { status, code, response, message } = await peserta(path);
    expect([path, status, code, response]).toEqual([path, 200, '201', null]);
    expect(message).not.toMatch(/\d{5}/);
  }
  expect((await hospital.call('/vclaim-rest/apa/saja', { now })).code).toBe('404');
});

test('PCare: the participant with its dates the other way round and a number as code', async () => {
  const pcare = (path: string) => hospital.call(`/pcare-rest/peserta/${path}`, { now });
  const { code, response } = await pcare(cardOf(25));
  expect(code).toBe(200);
  expect(response).toMatchObject({
    noKartu: cardOf(25),
    hubunganKeluarga: 'Peserta',
    tglLahir: '01-01-1990',
    tglMulaiAktif: '01-01-2024',
    tglAkhirBerlaku: '01-01-2050',
    kdProviderPst: { kdProvider: '22710101', nmProvider: 'PUSKESMAS CONTOH I' },
    jnsKelas: { kode: '3', nama: 'KELAS III' },
    aktif: true,
    ketAktif: 'AKTIF',
    tunggakan: 0,
  });
  expect((await pcare(`nik/${nik}`)).response.noKartu).toBe(cardOf(21));
  expect((await pcare(`noka/${cardOf(21)}`)).response.noKartu).toBe(cardOf(21));
  expect((await pcare(`noka/${cardOf(999)}`)).code).toBe(201);
});
