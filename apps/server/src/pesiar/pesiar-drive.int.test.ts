import { randomUUID } from 'node:crypto';
import { closeMonth } from '@jangkau/store';
import { loadFixtureRun } from '@jangkau/store/testing/loaded-run';
import { addFamily, addTariffs, cardOf, vaOf } from '@jangkau/store/testing/membership-fixture';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signatureOf } from '../clients/signature.ts';
import { today } from '../runs/run-service.ts';
import { FieldWork } from '../testing/field-work.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const village = '51.71.01.1002';
let server: TestServer;
let run: { id: string; number: number };
let bank: { id: string; secret: string };
let mother: { household: number; members: number[] };
let day: string;
let field: FieldWork;
beforeAll(async () => {
  server = await startTestServer();
  const { database } = server.services;
  day = today(server.settings.timeZone);
  field = new FieldWork(server, { agent: 'agen', village, day });
  await addTariffs(database.owner);
  run = await loadFixtureRun(database, { residents: 600 });
  const month = day.slice(0, 7);
  mother = await addFamily(database.owner, { people: [1], area: village, months: [month], paid: 1 });
  await server.addOfficer('agen', 'pesiar-agent', [village]);
  await server.addOfficer('lain', 'pesiar-agent', [village]);
  await server.addOfficer('penyelia', 'pesiar-supervisor', ['51.71.01']);
  await server.addOfficer('dinsos', 'social-affairs-officer', ['51.71']);
  await server.addOfficer('dinsos-badung', 'social-affairs-officer', ['51.03']);
  await server.addOfficer('perusahaan', 'employer-pic', ['BU-CONTOH']);
  await server.addOfficer('pesaing', 'employer-pic', ['BU-LAIN']);
  await server.addOfficer('kepala', 'head-of-branch');
  await server.addOfficer('admin', 'system-administrator');
  const issued = await server.call(
    'POST',
    'clients',
    { name: 'Bank Contoh', kind: 'hmac', scopes: ['payment.add'], requestsPerMinute: 600 },
    { as: 'admin' },
  );
  bank = { id: issued.body.client.id, secret: issued.body.secret };
}, 120_000);
afterAll(() => server.close());

const as = (username: string) => ({
  get: (url: string) => server.call('GET', url, undefined, { as: username }),
  post: (url: string, body: unknown) => server.call('POST', url, body, { as: username }),
  put: (url: string, body: unknown) => server.call('PUT', url, body, { as: username }),
});
const later = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
const nextFirst = () => Temporal.PlainDate.from(day).with({ day: 1 }).add({ months: 1 }).toString();
let calls = 0;
async function pay(va: string, amount: number, on: string, reference: string) {
  // A signature writes once: each call has a second of its own.
  const timestamp = String(Math.floor(Date.now() / 1000) + calls++);
  const headers = {
    'x-cons-id': bank.id,
    'x-timestamp': timestamp,
    'x-signature': signatureOf(bank.id, timestamp, bank.secret),
  };
  const notice = { bank: 'BRI', reference, va, amount, paidAt: `${on}T10:00:00+08:00` };
  return server.call('POST', 'payments', notice, { as: '', headers });
}

const phaseOf = async (caseId: string) => (await as('penyelia').get(`cases/${caseId}`)).body.case;
const funnel = async () => (await as('penyelia').get('command/funnel')).body.items[0];
interface CaseKey {
  caseId: string;
}
let cases: { caseId: string; residentNo: string; name: string; reason: string }[] = [];

test('the drive begins where the branch says so; the supervisor opens and assigns', async () => {
  expect((await as('penyelia').post('cases/open', { runId: run.id })).body).toEqual({ opened: {}, total: 0 });
  expect(
    (await as('penyelia').put('command/settings', { area: '51.71', name: 'live', value: true })).status,
  ).toBe(403);
  await as('kepala').put('command/settings', { area: '51.71', name: 'live', value: true });
  await as('kepala').put('command/settings', { area: village, name: 'target', value: 12 });
  const opened = await as('penyelia').post('cases/open', { runId: run.id });
  expect(opened.body.opened.uncovered).toBeGreaterThan(5);
  const assigned = await as('penyelia').post('cases/assign', {
    agent: 'agen',
    dueOn: later(7),
    filter: { area: village, reason: 'uncovered' },
  });
  expect(assigned.body.assigned).toBeGreaterThan(4);
  const listed = await as('agen').get('cases?agent=agen&limit=200');
  cases = listed.body.items;
  expect(cases).toHaveLength(assigned.body.assigned);
  expect(await funnel()).toMatchObject({ assigned: cases.length, visited: 0, active: 0, target: 12 });
});

test('unable: visited, proposed, approved within quota, active from the next 1st', async () => {
  const [one, two, three] = cases as unknown as [CaseKey, CaseKey, CaseKey];
  const unable = { class: 'unable', evidence: { inDtsen: true, dtsenDecile: 2 }, form: { exit: 'pemda' } };
  const forms: string[] = [];
  for (const { caseId } of [one, two, three]) forms.push(await field.visit(caseId, unable));
  expect((await as('dinsos-badung').get('desks/forms?status=waiting')).body.items).toEqual([]);
  const detail = await as('dinsos').get(`desks/forms/${forms[0]}`);
  expect(detail.body).toMatchObject({
    evidence: { class: 'unable' },
    people: [{ nik: expect.stringMatching(/^\d{6}\*+\d\d$/) }],
  });
  const order = { forms, reference: '470/1/Dinsos' };
  expect((await as('dinsos').post('desks/social/approve', order)).body.code).toBe('quota-not-set');
  const month = `${day.slice(0, 7)}-01`;
  const quota = { regency: '51.71', month, heads: 10, budget: 75_600, reference: 'PKS 2026' };
  // Rp75.600 a month pays two heads of Rp37.800.
  expect((await as('dinsos').put('desks/quota', quota)).body).toMatchObject({ left: 2, planned: 0 });
  expect((await as('dinsos-badung').put('desks/quota', quota)).status).toBe(403);
  expect((await as('dinsos').post('desks/social/approve', order)).body).toMatchObject({
    approved: 2,
    people: 2,
    overQuota: 1,
    startsOn: nextFirst(),
  });
  expect((await as('dinsos').get('desks/quota?regency=51.71')).body).toMatchObject({ planned: 2, left: 0 });
  expect(await phaseOf(one.caseId)).toMatchObject({
    phase: 'registered',
    exitStatus: 'approved',
    exitFrom: nextFirst(),
  });
  const refused = { forms: [forms[2]], reasons: ['over-quota'], note: 'Bulan depan' };
  expect((await as('dinsos').post('desks/social/refuse', refused)).body).toEqual({ refused: 1 });
  expect(await phaseOf(three.caseId)).toMatchObject({
    phase: 'advocated',
    exitStatus: 'refused',
    exitReasons: ['over-quota'],
  });
  // The month is closed: cover begins, and the cases are over.
  const { database, desk } = server.services;
  await closeMonth(database.ownerPool, {
    month: day.slice(0, 7),
    dryRun: false,
    today: nextFirst(),
    by: 'kepala',
  });
  await desk.settle();
  const done = await phaseOf(one.caseId);
  expect(done).toMatchObject({ phase: 'active', bucket: 'registered', activeFrom: nextFirst() });
  const member = await server.call('GET', `members/${done.memberId}`);
  expect(member.body.member).toMatchObject({ active: true, segment: 'PBPU_PEMDA' });
});

test('in a UHC Prioritas area the Pemda’s people are active the same day', async () => {
  await as('kepala').put('command/settings', { area: '51.71', name: 'prioritas', value: true });
  const month = `${day.slice(0, 7)}-01`;
  await as('dinsos').put('desks/quota', {
    regency: '51.71',
    month,
    heads: 10,
    budget: null,
    reference: 'PKS 2026',
  });
  const one = cases[3] as { caseId: string };
  const form = await field.visit(one.caseId, {
    class: 'unable',
    evidence: { sktmOn: day },
    form: { exit: 'pemda' },
  });
  const approved = await as('dinsos').post('desks/social/approve', {
    forms: [form],
    reference: '470/2/Dinsos',
  });
  expect(approved.body).toMatchObject({ approved: 1, startsOn: day });
  expect(await phaseOf(one.caseId)).toMatchObject({ phase: 'active', activeFrom: day });
});

test('able: the application gets an account, the first payment through the bank’s notification makes it active', async () => {
  const one = cases[4] as { caseId: string; residentNo: string; name: string };
  const person = {
    residentNo: one.residentNo,
    name: one.name,
    sex: 'P',
    born: '1990-01-01',
    relation: 'head',
  };
  const form = await field.visit(one.caseId, {
    class: 'able',
    evidence: { income: 'above-8m' },
    form: { exit: 'pbpu', class: 2, bank: 'bri', people: [person] },
  });
  let approved = await as('petugas').post(`desks/forms/${form}/approve`, {});
  if (approved.body.code === 'family-incomplete') {
    await server.services.database.ownerPool.query(
      `UPDATE resident_result SET kk = NULL WHERE no_penduduk <> $1 AND kk = (SELECT kk FROM resident_result WHERE no_penduduk = $1 LIMIT 1)`,
      [one.residentNo],
    );
    approved = await as('petugas').post(`desks/forms/${form}/approve`, {});
  }
  expect(approved.body).toMatchObject({
    outcome: 'waits-for-payment',
    amount: 100_000,
    from: later(14),
    until: later(30),
    people: 1,
  });
  const { va } = (await as('petugas').get(`desks/forms/${form}/account`)).body;
  expect(va).toMatch(/^88888\d{11}$/);
  expect((await as('agen').get(`desks/forms/${form}/account`)).status).toBe(403);
  expect((await pay(va, 100_000, later(13), 'AWAL-1')).body.outcome).toBe('posted');
  expect(await phaseOf(one.caseId)).toMatchObject({ phase: 'registered' });
  expect((await pay(va, 100_000, later(14), 'PERTAMA-1')).body.outcome).toBe('posted');
  expect(await phaseOf(one.caseId)).toMatchObject({
    phase: 'active',
    activeFrom: later(14),
    bucket: 'registered',
  });
  // The bank says it again: nothing happens twice.
  expect((await pay(va, 100_000, later(14), 'PERTAMA-1')).body.outcome).toBe('repeated');
  const { facts } = (await as('penyelia').get(`cases/${one.caseId}`)).body;
  expect(facts.filter(({ kind }: { kind: string }) => kind === 'activated')).toHaveLength(1);
});

test('working: the employer sees its own worker, confirms and registers', async () => {
  const one = cases[5] as { caseId: string };
  const employer = {
    code: 'BU-CONTOH',
    name: 'Hotel Contoh',
    address: null,
    position: 'Juru masak',
    wage: 4_500_000,
  };
  const form = await field.visit(one.caseId, {
    class: 'working',
    evidence: { work: 'employee' },
    form: { exit: 'ppu', employer },
  });
  expect((await as('pesaing').get('desks/employer')).body.items).toEqual([]);
  expect(
    (await as('pesaing').post('desks/employer/confirm', { forms: [form], reference: 'HRD/1' })).body.code,
  ).toBe('form-gone');
  expect((await as('perusahaan').get('desks/employer')).body.items).toMatchObject([
    { form, employerName: 'Hotel Contoh' },
  ]);
  const letter = await as('penyelia').post('pesiar-letters', {
    topic: 'employer',
    area: '51.71.01',
    employerCode: 'BU-CONTOH',
  });
  expect(letter.body.number).toMatch(/^\d{4}\/PSR\//);
  const confirmed = await as('perusahaan').post('desks/employer/confirm', {
    forms: [form],
    reference: 'HRD/1',
  });
  expect(confirmed.body).toMatchObject({ approved: 1, people: 1 });
  expect(await phaseOf(one.caseId)).toMatchObject({
    phase: 'registered',
    exitStatus: 'approved',
    exitFrom: confirmed.body.startsOn,
  });
  const pdf = await as('penyelia').get(`pesiar-letters/${letter.body.id}`);
  const again = await as('penyelia').get(`pesiar-letters/${letter.body.id}`);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(again.bytes.equals(pdf.bytes)).toBe(true);
});

test('newborn: registered within 28 days, paid, covered at once, in the mother’s family from the 1st', async () => {
  const born = later(-5);
  const name = 'BAYI NY CONTOH';
  const caseId = await field.openByHand({ name, sex: 'L', born });
  const form = await field.visit(caseId, {
    class: 'able',
    form: {
      exit: 'newborn',
      motherMemberId: mother.members[0],
      people: [{ residentNo: null, name, sex: 'L', born, relation: 'child' }],
    },
  });
  const approved = await as('petugas').post(`desks/forms/${form}/approve`, {});
  expect(approved.body).toMatchObject({
    outcome: 'waits-for-payment',
    amount: 35_000,
    inTime: true,
    until: later(23),
  });
  const { va, members } = (await as('petugas').get(`desks/forms/${form}/account`)).body;
  expect(va).not.toBe(vaOf(1));
  await pay(va, 35_000, day, 'BAYI-1');
  expect(await phaseOf(caseId)).toMatchObject({ phase: 'active', activeFrom: day });
  const { rows } = await server.services.database.ownerPool.query(
    `SELECT household_id, valid_on::text FROM membership_fact WHERE member_id = $1 ORDER BY valid_on DESC LIMIT 1`,
    [members[0]],
  );
  expect(rows).toEqual([{ household_id: mother.household, valid_on: nextFirst() }]);
});

test('newborn: late it owes from birth, by the mother’s card; known already it is not registered again', async () => {
  const { ownerPool, owner } = server.services.database;
  const form = async (name: string, born: string, motherCard: string) => {
    const caseId = await field.openByHand({ name, sex: 'P', born });
    const people = [{ residentNo: null, name, sex: 'P', born, relation: 'child' }];
    return field.visit(caseId, { class: 'able', form: { exit: 'newborn', motherCard, people } });
  };
  const born = Temporal.PlainDate.from(day).subtract({ days: 40 });
  const late = await form('BAYI LAMBAT CONTOH', born.toString(), cardOf(1));
  const { body } = await as('petugas').get(`desks/forms/${late}`);
  expect(body.terms.mother).toMatch(/^\d*\*+\d*$/);
  const months = born.toPlainYearMonth().until(Temporal.PlainDate.from(day).toPlainYearMonth()).months;
  expect((await as('petugas').post(`desks/forms/${late}/approve`, {})).body).toMatchObject({
    outcome: 'waits-for-payment',
    inTime: false,
    amount: 35_000 * (months + 1),
    until: later(30),
  });
  // Older than three months without a NIK.
  const old = await form('BAYI LAMA CONTOH', later(-120), cardOf(1));
  expect((await as('petugas').post(`desks/forms/${old}/approve`, {})).body.code).toBe('nik-needed');
  // The Pemda pays for the mother, and its agreement leaves newborns out.
  const paid = await addFamily(owner, {
    people: [21, 22],
    area: village,
    months: [day.slice(0, 7)],
    paid: 1,
  });
  await ownerPool.query(
    `UPDATE member_status SET segment = 'PBPU_PEMDA', active = true, inactive_kind = NULL WHERE household_id = $1`,
    [paid.household],
  );
  const poor = await form('BAYI PEMDA CONTOH', later(-3), cardOf(21));
  await as('kepala').put('command/settings', { area: '51.71', name: 'newborn-pemda', value: false });
  const approve = () => as('petugas').post(`desks/forms/${poor}/approve`, {});
  expect((await approve()).body.code).toBe('newborn-needs-proposal');
  await ownerPool.query(`UPDATE member SET name = 'BAYI NY CONTOH', born = $2 WHERE id = $1`, [
    paid.members[1],
    later(-3),
  ]);
  expect((await approve()).body.code).toBe('newborn-in-register');
  await ownerPool.query('UPDATE member SET born = $2 WHERE id = $1', [paid.members[1], '1990-01-01']);
  await as('kepala').put('command/settings', { area: '51.71', name: 'newborn-pemda', value: true });
  expect((await approve()).body).toMatchObject({ outcome: 'covered', from: day });
});

test('reactivation: an agent finds a family in arrears, REHAB is not open to two months, paying ends the case', async () => {
  const { database } = server.services;
  const month = (back: number) =>
    Temporal.PlainDate.from(day).subtract({ months: back }).toString().slice(0, 7);
  const owing = await addFamily(database.owner, {
    people: [7],
    area: village,
    months: [month(2), month(1), month(0)],
    active: false,
    since: `${month(1)}-01`,
  });
  const caseId = await field.openByHand({
    memberId: owing.members[0],
    name: 'ANGGOTA 7',
    sex: 'P',
    born: '1985-01-01',
    segment: 'PBPU',
    class: 3,
    arrearsMonths: 2,
  });
  const stages = await field.visit(caseId, {
    class: 'able',
    form: { exit: 'reactivation', way: 'rehab', stages: 2 },
  });
  expect((await as('petugas').post(`desks/forms/${stages}/approve`, {})).body.code).toBe('rehab-not-open');
  const refusal = { forms: [stages], reasons: ['other'] };
  expect((await as('petugas').post('desks/officer/refuse', refusal)).body).toEqual({ refused: 1 });
  const form = await field.visit(caseId, { class: 'able', form: { exit: 'reactivation', way: 'pay' } });
  expect((await as('petugas').post(`desks/forms/${form}/approve`, {})).body.outcome).toBe(
    'waits-for-payment',
  );
  await pay(vaOf(7), 70_000, day, 'LUNAS-1');
  expect(await phaseOf(caseId)).toMatchObject({ phase: 'registered' });
  await pay(vaOf(7), 35_000, day, 'LUNAS-2');
  expect(await phaseOf(caseId)).toMatchObject({ phase: 'active', bucket: 'registered', activeFrom: day });
});

test('a refusal ends in its bucket, after a second visit', async () => {
  const one = cases[6] as { caseId: string };
  await field.visit(one.caseId, { result: 'refused' });
  await field.visit(one.caseId, { result: 'refused' });
  const { version } = await phaseOf(one.caseId);
  const close = {
    id: randomUUID(),
    caseId: one.caseId,
    kind: 'closed',
    at: field.instant(500),
    by: 'agen',
    device: null,
    base: version,
    body: { bucket: 'refused', how: 'visit' },
  };
  await as('agen').post('case-facts', { facts: [close] });
  expect(await phaseOf(one.caseId)).toMatchObject({ phase: 'closed', bucket: 'refused', visits: 2 });
});

test('the figures moved with it and add up', async () => {
  const [all] = (await as('penyelia').get('command/funnel')).body.items;
  expect(all).toMatchObject({ active: 7, buckets: { registered: 7, refused: 1 } });
  const ended = Object.values(all.buckets as Record<string, number>).reduce((sum, n) => sum + n, 0);
  expect(all.mapped).toBe(all.pending + ended);
  expect(all.visited).toBeGreaterThanOrEqual(all.advocated);
  expect(all.advocated).toBeGreaterThanOrEqual(all.registered);
  expect(all.registered).toBeGreaterThanOrEqual(all.active);
  const villages = (await as('penyelia').get('command/funnel?level=village')).body.items;
  expect(villages.find(({ key }: { key: string }) => key === village)).toMatchObject({
    active: 7,
    target: 12,
  });
  const days = (await as('penyelia').get(`command/days?day=${day}`)).body.items;
  expect(days).toMatchObject([{ agent: 'agen' }]);
  expect(days[0].flags.map(({ kind }: { kind: string }) => kind)).toContain('same-place');
  const desks = (await as('penyelia').get('desks')).body.items;
  expect(desks).toContainEqual({ desk: 'dinas-sosial', exit: 'pemda', status: 'active', n: 3, people: 3 });
});

test('reassigning recalls from the old hands and takes a late visit in', async () => {
  const one = cases[7] as { caseId: string };
  const before = await phaseOf(one.caseId);
  const moved = await as('penyelia').post('cases/assign', {
    agent: 'lain',
    dueOn: null,
    cases: [one.caseId],
  });
  expect(moved.body).toEqual({ assigned: 1, recalled: 1, from: ['agen'] });
  const late = {
    id: randomUUID(),
    caseId: one.caseId,
    kind: 'visited',
    at: field.instant(20),
    by: 'agen',
    device: null,
    base: before.version,
    body: {
      result: 'no-one-home',
      met: 'nobody',
      startedAt: field.instant(19),
      point: null,
      attachments: [],
    },
  };
  expect((await as('agen').post('case-facts', { facts: [late] })).body.results[0].outcome).toBe('accepted');
  expect(await phaseOf(one.caseId)).toMatchObject({ agent: 'lain', visits: 1, lastVisitBy: 'agen' });
});

test('a gathering invites, is held, and advises who came', async () => {
  const order = {
    area: village,
    banjar: 'Banjar 1',
    title: 'Sosialisasi JKN',
    place: 'Balai banjar',
    startsAt: `${later(3)}T19:00:00+08:00`,
    withDinasSosial: true,
  };
  const planned = await as('penyelia').post('gatherings', order);
  expect(planned.body.invited).toBeGreaterThan(0);
  expect((await as('penyelia').post('gatherings', { ...order, area: '51.03.01.1001' })).status).toBe(403);
  const { guests } = (await as('penyelia').get(`gatherings/${planned.body.id}`)).body;
  const invitation = await as('penyelia').post('pesiar-letters', {
    topic: 'invitation',
    gatheringId: planned.body.id,
  });
  expect(invitation.status).toBe(201);
  const held = await as('penyelia').post(`gatherings/${planned.body.id}/hold`, {
    guests: guests.map(({ caseId }: { caseId: string }, i: number) => ({
      caseId,
      attended: i === 0,
      answer: i === 0 ? 'agrees' : null,
    })),
  });
  expect(held.body).toMatchObject({ state: 'held', attended: 1, agrees: 1 });
  expect((await phaseOf(guests[0].caseId)).advocacy).toBe('agrees');
  const list = await as('penyelia').post('pesiar-letters', {
    topic: 'visit-list',
    area: village,
    banjar: 'Banjar 1',
  });
  expect(list.status).toBe(201);
  expect((await as('agen').get('pesiar-letters')).status).toBe(403);
});
