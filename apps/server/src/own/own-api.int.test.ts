import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { readMemberPass } from '@jangkau/membership';
import { PaymentRepository } from '@jangkau/store';
import {
  addFamily,
  addTariffs,
  cardOf,
  monthsBetween,
  vaOf,
} from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { today } from '../runs/run-service.ts';
import { auditOf, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { MemberNotices } from './member-notices.ts';

const phone = '628129999000';
let server: TestServer;
let family: { household: number; members: number[] };
const run = <Row = Record<string, unknown>>(statement: string) =>
  queryRows<Row>(server.services.database.owner, statement);

beforeAll(async () => {
  server = await startTestServer({ trustProxy: true });
  const { owner } = server.services.database;
  await addTariffs(owner);
  const thisMonth = today('Asia/Makassar').slice(0, 7);
  const months = monthsBetween(monthBefore(thisMonth, 6), thisMonth);
  const suspended = `${monthBefore(thisMonth, 5)}-01`;
  family = await addFamily(owner, { people: [1, 2, 3], months, active: false, since: suspended });
  await addFamily(owner, { people: [11, 12], months, active: false, since: suspended });
  const [one, two, three] = family.members;
  await run(`
    UPDATE member SET phone = '0' || ${phone.slice(2)} || id, name = 'NI KADEK CONTOH ' || id;
    UPDATE member SET born = current_date - interval '7 years' WHERE id = ${three};
    UPDATE member_status SET role = 'spouse' WHERE member_id = ${two};
    INSERT INTO facility (code, name, level) VALUES ('0901R001', 'PUSKESMAS CONTOH', 'FKTP');
    INSERT INTO visit (facility, reference, day, level, kind, member_id, segment, source)
      SELECT '0901R001', 'V' || id, '2026-05-01', 'FKTP', 'sick', id, 'PBPU', 'uji' FROM member WHERE id IN (${one}, ${two}, ${three})`);
}, 120_000);
afterAll(() => server.close());
beforeEach(() => run('TRUNCATE sign_in_guard, member_sign_in, member_session'));

function monthBefore(month: string, count: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - count);
  return at.toISOString().slice(0, 7);
}

async function codeOf(memberId: number | undefined): Promise<string> {
  const [row] = await run<{ code: string }>(`SELECT m.body ->> 'code' AS code FROM chat_message m
    JOIN chat_conversation c ON c.id = m.conversation_id WHERE c.phone = '${phone}${memberId}' AND m.kind = 'code' ORDER BY m.id DESC LIMIT 1`);
  return row?.code ?? 'none';
}

async function signedIn(memberId = family.members[0]): Promise<TestBrowser> {
  const browser = new TestBrowser(server, { 'x-forwarded-proto': 'https' });
  const number = cardOf(memberId as number);
  await browser.call('POST', 'own/session', { number, born: '1990-01-01', keep: true });
  const answer = await browser.call('POST', 'own/session/code', { code: await codeOf(memberId) });
  expect(answer.status).toBe(200);
  return browser;
}

test('whoever asks for a code gets the same answer after the same time; only the member gets a code', async () => {
  const [one, , three] = family.members;
  const ask = async (claim: object) => {
    const browser = new TestBrowser(server);
    const started = performance.now();
    const { status, body, headers } = await browser.call('POST', 'own/session', claim);
    const code = await browser.call('POST', 'own/session/code', { code: '000000' });
    return {
      ms: performance.now() - started,
      said: [status, { ...body, expiresAt: 0 }, Object.keys(headers).sort(), code.status, code.body.code],
    };
  };
  const known = await ask({ number: cardOf(one as number), born: '1990-01-01' });
  const others = [
    await ask({ number: cardOf(one as number), born: '1991-01-01' }),
    await ask({ number: '0009999999999', born: '1990-01-01' }),
    await ask({ number: '5171014101999999', born: '1990-01-01' }),
    // A child: seen by its parents.
    await ask({
      number: cardOf(three as number),
      born: (await run<{ born: string }>(`SELECT born::text FROM member WHERE id = ${three}`))[0]?.born,
    }),
  ];
  for (const other of others) {
    expect(other.said).toEqual(known.said);
    expect(Math.abs(other.ms - known.ms)).toBeLessThan(250);
  }
  expect(known.said[0]).toBe(202);
  const codes = await run(`SELECT count(*)::int AS n FROM chat_message WHERE kind = 'code'`);
  expect(codes).toEqual([{ n: 1 }]);
  const steps = await run(
    'SELECT count(*)::int AS n, count(member_id)::int AS of_members FROM member_sign_in',
  );
  expect(steps).toEqual([{ n: 5, of_members: 1 }]);
});

test('a code works once, on the browser that asked, three tries, five minutes', async () => {
  const number = cardOf(family.members[0] as number);
  const browser = new TestBrowser(server);
  const begin = () => browser.call('POST', 'own/session', { number, born: '1990-01-01' });
  const give = (code: string, by = browser) => by.call('POST', 'own/session/code', { code });
  await begin();
  const code = await codeOf(family.members[0]);
  const wrong = code === '123456' ? '654321' : '123456';
  expect((await give(code, new TestBrowser(server))).body.code).toBe('member-code-wrong');
  for (let i = 0; i < 3; i++) expect((await give(wrong)).status).toBe(422);
  expect((await give(code)).status).toBe(422);
  await run('TRUNCATE sign_in_guard');
  await begin();
  await run(`UPDATE member_sign_in SET expires_at = now() - interval '1 s'`);
  expect((await give(await codeOf(family.members[0]))).status).toBe(422);
  await begin();
  const right = await codeOf(family.members[0]);
  expect((await give(right)).status).toBe(200);
  expect((await give(right)).status).toBe(422);
  expect((await browser.call('GET', 'own/home')).status).toBe(200);
  expect((await browser.call('DELETE', 'own/session')).status).toBe(204);
  expect((await browser.call('GET', 'own/home')).status).toBe(401);
});

test('people behind the one address of a mobile carrier do not lock each other out', async () => {
  const asked = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      new TestBrowser(server).call('POST', 'own/session', {
        number: `00099999${10_000 + i}`,
        born: '1990-01-01',
      }),
    ),
  );
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([202]));
});

test('guessing locks out, known number or not, and is told: to the branch, and to the owner of the phone', async () => {
  const guess = async (number: string) => {
    const statuses: number[] = [];
    for (let i = 0; i < 8; i++)
      statuses.push(
        (await new TestBrowser(server).call('POST', 'own/session', { number, born: `19${60 + i}-01-01` }))
          .status,
      );
    return statuses;
  };
  const number = cardOf(family.members[1] as number);
  const locked = [202, 202, 202, 202, 202, 202, 429, 429];
  expect(await guess('0009999999998')).toEqual(locked);
  expect(await guess(number)).toEqual(locked);
  // Not even with the right birth date.
  const late = await new TestBrowser(server).call('POST', 'own/session', { number, born: '1990-01-01' });
  expect([late.status, late.body.code, Number(late.headers['retry-after']) > 30]).toEqual([
    429,
    'member-locked-out',
    true,
  ]);
  const alerts = await run(
    `SELECT DISTINCT action, outcome FROM audit_entry WHERE action = 'session.member-locked'`,
  );
  expect(alerts).toEqual([{ action: 'session.member-locked', outcome: 'denied' }]);
  // Wrong codes on the right person: the owner of the phone hears of it.
  await run('TRUNCATE sign_in_guard');
  const browser = new TestBrowser(server);
  for (let i = 0; i < 3; i++) {
    await browser.call('POST', 'own/session', { number, born: '1990-01-01' });
    await browser.call('POST', 'own/session/code', { code: '000000' });
  }
  const warnings = await run(
    `SELECT body ->> 'name' AS name FROM chat_message WHERE body ->> 'name' = 'pandawa_percobaan_masuk'`,
  );
  expect(warnings).toEqual([{ name: 'pandawa_percobaan_masuk' }]);
});

test('a member sees the family, why, what to do and the exact quote; every look is in the audit in their name', async () => {
  const browser = await signedIn();
  expect([...browser.cookies.keys()]).toEqual(['__Host-jangkau_member']);
  const { body: home } = await browser.call('GET', 'own/home');
  expect(home.family.map(({ memberId }: { memberId: number }) => memberId).sort()).toEqual(family.members);
  const me = home.family.find(({ memberId }: { memberId: number }) => memberId === home.me);
  expect(me).toMatchObject({ active: false, reason: 'ARREARS', card: cardOf(1), inactivity: 'arrears' });
  expect(me.acts.map(({ kind, amount }: { kind: string; amount: number }) => [kind, amount])).toEqual([
    ['pay', 7 * 3 * 35_000],
    ['rehab', 7 * 3 * 35_000],
  ]);
  expect(home.money).toMatchObject({
    toPay: 735_000,
    arrearsMonths: 6,
    arrearsAmount: 630_000,
    monthly: 105_000,
  });
  expect(JSON.stringify(home)).not.toMatch(/5171014101\d{6}/);
  const { body: account } = await browser.call('GET', 'own/account');
  expect(account.accounts.map(({ number }: { number: string }) => number)).toContain(vaOf(1));
  expect(account.months).toHaveLength(7);
  const { body: visits } = await browser.call('GET', 'own/visits');
  expect([visits.items.length, visits.seen]).toEqual([2, [family.members[0], family.members[2]]]);
  expect((await auditOf(server, `member ${family.members[0]}`)).slice(-4)).toEqual([
    'session.signed-in done',
    'own.home done',
    'own.account done',
    'own.visits done',
  ]);
});

test('a card is checked without a line: number and state, signed, for a day', async () => {
  const browser = await signedIn();
  const { body } = await browser.call('GET', 'own/cards');
  expect(body.cards).toHaveLength(3);
  const key = createPublicKey({
    key: Buffer.from(server.services.passKeys.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  const now = Math.floor(Date.now() / 1000);
  const pass = readMemberPass(body.cards[0].pass, now, (text, signature) =>
    verify(null, text, key, signature),
  );
  expect(pass).toMatchObject({ covered: false, reason: 'ARREARS', roomClass: 3 });
  expect(family.members.map(cardOf)).toContain(pass.card);
  expect(pass.expiresAt - pass.issuedAt).toBe(86_400);
});

test('no session, an officer’s session, or a made-up one opens nothing; a member’s opens nothing of the office', async () => {
  const nobody = new TestBrowser(server);
  const officer = { cookie: `jangkau_member=${randomBytes(32).toString('base64url')}` };
  for (const url of ['own/home', 'own/cards', 'own/account', 'own/rehab', 'own/visits', 'own/settings'])
    for (const headers of [{}, officer])
      expect((await nobody.call('GET', url, undefined, headers)).status).toBe(401);
  expect((await server.call('GET', 'own/home')).status).toBe(401);
  const member = await signedIn();
  for (const url of ['session', `members/${family.members[0]}`, 'drive'])
    expect((await member.call('GET', url)).status).toBe(401);
});

test('REHAB: joined once with its agreement; paid stages bring the cards back on that day, and that is told once', async () => {
  const browser = await signedIn();
  const { body: rehab } = await browser.call('GET', 'own/rehab');
  expect([rehab.eligible, rehab.offers.length]).toEqual([true, 3]);
  const sums = rehab.offers.map(({ stages }: { stages: { amount: number }[] }) =>
    stages.reduce((sum, { amount }) => sum + amount, 0),
  );
  expect(sums).toEqual(rehab.offers.map(({ total }: { total: number }) => total));
  const offer = rehab.offers[1];
  // Six months of arrears and the months of two stages, three people.
  expect(offer.total).toBe((6 + 2) * 3 * 35_000);
  const order = { stages: 2, total: offer.total, agreed: true };
  expect((await browser.call('POST', 'own/rehab', { ...order, agreed: false })).status).toBe(400);
  const changed = await browser.call('POST', 'own/rehab', { ...order, total: offer.total - 1 });
  expect([changed.status, changed.body.code]).toEqual([409, 'rehab-changed']);
  expect((await browser.call('POST', 'own/rehab', order)).status).toBe(201);
  const again = await browser.call('POST', 'own/rehab', order);
  expect([again.status, again.body.plans.length]).toEqual([201, 1]);
  expect(
    (await browser.call('POST', 'own/rehab', { ...order, stages: 3, total: rehab.offers[2].total })).status,
  ).toBe(409);
  const [agreement] = await run(`SELECT member_id, words, language FROM rehab_agreement`);
  expect(agreement).toMatchObject({ member_id: family.members[0], language: 'id' });
  expect(agreement?.words).toBe(offer.agreement.id);

  const day = today('Asia/Makassar');
  const pay = (reference: string, amount: number) =>
    new PaymentRepository(server.services.database.system).post(
      { bank: 'BRI', reference, va: vaOf(1), amount, paidAt: `${day}T02:00:00Z` },
      { channel: 'notification', today: day, timeZone: 'Asia/Makassar' },
    );
  const state = async () => {
    const { body } = await browser.call('GET', 'own/home');
    const paid = (await browser.call('GET', 'own/rehab')).body.plans[0].stages.filter(
      (one: { paid: boolean }) => one.paid,
    );
    return [body.family.every(({ active }: { active: boolean }) => active), paid.length];
  };
  await pay('t1', offer.stages[0].amount);
  expect(await state()).toEqual([false, 1]);
  expect(await server.services.memberNotices.tell()).toBeLessThan(2);
  await pay('t2', offer.stages[1].amount);
  expect(await state()).toEqual([true, 2]);
  const told = () =>
    run(`SELECT m.body FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id
      WHERE c.member_id = ${family.members[0]} AND m.body ->> 'name' = 'pandawa_aktif_kembali'`);
  await server.services.memberNotices.tell();
  await server.services.memberNotices.tell();
  expect(await told()).toMatchObject([
    { body: { parameters: ['Kadek', expect.stringContaining(day.slice(0, 4))] } },
  ]);
  const { body: home } = await browser.call('GET', 'own/home');
  expect(home.family[1].since).toBe(day);
  expect(home.notices.map(({ kind }: { kind: string }) => kind)).toContain('active-again');
});

test('a thousand payments at once are two rounds of telling, and the second sees them all', async () => {
  let rounds = 0;
  const notices = new MemberNotices({
    database: server.services.database,
    outbox: server.services.whatsapp,
    today: () => today('Asia/Makassar'),
    hour: () => {
      rounds++;
      return 3;
    },
    onError: () => undefined,
  });
  const first = notices.tell();
  await Promise.all(Array.from({ length: 1000 }, () => notices.tell()));
  await first;
  expect(rounds).toBeLessThanOrEqual(2);
  await notices.tell();
  expect(rounds).toBeLessThanOrEqual(3);
});

test('a change of data becomes work for the branch, once a day; a photo goes with it', async () => {
  const browser = await signedIn();
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(12_000)]);
  const send = (body: Buffer) =>
    browser.call('POST', 'own/files', body, { 'content-type': 'application/octet-stream' });
  const file = await send(photo);
  expect([file.status, file.body.type, file.body.bytes]).toEqual([201, 'image/jpeg', photo.length]);
  expect((await send(randomBytes(12_000))).body.code).toBe('own-file-unusable');
  expect((await send(Buffer.concat([photo, randomBytes(5_300_000)]))).body.code).toBe('own-file-unusable');
  const order = { kind: 'identity', field: 'name', value: 'NI KADEK CONTOH', files: [file.body] };
  expect((await browser.call('POST', 'own/requests', order)).status).toBe(201);
  const twice = await browser.call('POST', 'own/requests', order);
  expect(twice.body.items).toHaveLength(1);
  const strange = { ...order, files: [{ ...file.body, id: 'a'.repeat(64) }] };
  expect((await browser.call('POST', 'own/requests', { ...strange, value: 'LAIN' })).body.code).toBe(
    'own-file-unusable',
  );
  const [item] = await run(`SELECT service, answers, jsonb_array_length(files) AS files FROM chat_work_item`);
  expect(item).toEqual({ service: 'E', answers: { field: 'name', value: 'NI KADEK CONTOH' }, files: 1 });
  const { body: found } = await browser.call('GET', 'own/facilities?q=contoh');
  expect(found.items).toEqual([{ code: '0901R001', name: 'PUSKESMAS CONTOH', area: null }]);
});

test('husband and wife with one phone keep their own app, and what they send in', async () => {
  const [husband, wife] = family.members as [number, number];
  const [before] = await run<{ phone: string }>(`SELECT phone FROM member WHERE id = ${wife}`);
  const his = await signedIn(husband);
  await run(`UPDATE member SET phone = (SELECT phone FROM member WHERE id = ${husband}) WHERE id = ${wife}`);
  try {
    const hers = new TestBrowser(server, { 'x-forwarded-proto': 'https' });
    await hers.call('POST', 'own/session', { number: cardOf(wife), born: '1990-01-01', keep: true });
    const code = await codeOf(husband);
    expect((await hers.call('POST', 'own/session/code', { code })).status).toBe(200);
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(12_000)]);
    const file = await his.call('POST', 'own/files', photo, { 'content-type': 'application/octet-stream' });
    const order = { kind: 'identity', field: 'name', value: 'NI MADE CONTOH', files: [file.body] };
    expect((await his.call('POST', 'own/requests', order)).status).toBe(201);
    expect((await his.call('PUT', 'own/notices', { whatsapp: true })).body.whatsapp).toBe(true);
    expect((await hers.call('GET', 'own/settings')).body.whatsapp).toBe(false);
  } finally {
    await run(`UPDATE member SET phone = '${before?.phone}' WHERE id = ${wife}`);
  }
});

test('another facility once in three months; sooner only with a reason and its letter', async () => {
  const browser = await signedIn();
  const order = { kind: 'facility', code: '0901R001', whom: 'me' };
  expect((await browser.call('GET', 'own/requests')).body.facility).toMatchObject({
    months: 3,
    allowedFrom: null,
  });
  await run(`INSERT INTO facility_choice (member_id, facility, asked_on, effective_on, made_by, reference)
    SELECT id, '0901R001', current_date - 20, current_date - 10, 'x', 'pandawa:P-1' FROM member WHERE id = ANY ('{${family.members}}')`);
  const { facility } = (await browser.call('GET', 'own/requests')).body;
  expect(facility.allowedFrom > new Date().toISOString().slice(0, 10)).toBe(true);
  expect((await browser.call('POST', 'own/requests', order)).body.code).toBe('own-facility-too-soon');
  const moved = { ...order, exception: 'moved' };
  expect((await browser.call('POST', 'own/requests', moved)).body.code).toBe('own-facility-too-soon');
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(12_000)]);
  const file = await browser.call('POST', 'own/files', photo, { 'content-type': 'application/octet-stream' });
  expect((await browser.call('POST', 'own/requests', { ...moved, files: [file.body] })).status).toBe(201);
});

test('other browsers are seen and ended; notices are chosen', async () => {
  const browser = await signedIn();
  const other = await signedIn();
  const { body } = await other.call('GET', 'own/settings');
  expect(body.browsers.map(({ current }: { current: boolean }) => current)).toEqual([true, false]);
  const chosen = await other.call('PUT', 'own/notices', { whatsapp: false });
  expect(chosen.body.whatsapp).toBe(false);
  expect((await browser.call('GET', 'own/settings')).status).toBe(200);
  expect((await other.call('DELETE', `own/browsers/${body.browsers[1].id}`)).status).toBe(200);
  expect((await browser.call('GET', 'own/settings')).status).toBe(401);
});
