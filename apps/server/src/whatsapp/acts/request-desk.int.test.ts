import { randomUUID } from 'node:crypto';
import { applyFacilityChoices } from '@jangkau/store';
import { addFamily, addTariffs, cardOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const clinic = '0901P009';
let server: TestServer;
let chat: string;
let members: number[];
let household: number;

beforeAll(async () => {
  server = await startTestServer();
  const { owner } = server.services.database;
  await addTariffs(owner);
  ({ household, members } = await addFamily(owner, { people: [1, 2] }));
  await addFamily(owner, { people: [3] });
  await rows(`
    INSERT INTO facility (code, name, level) VALUES ('${clinic}', 'PUSKESMAS CONTOH', 'FKTP'), ('0901R001', 'RS CONTOH', 'FKRTL');
    UPDATE member SET name = 'I WAYAN CONTOH', born = '1990-08-17' WHERE card IN ('${cardOf(1)}', '${cardOf(3)}')`);
  await server.addOfficer('loket', 'front-liner', ['51.71']);
  await server.addOfficer('loket-badung', 'front-liner', ['51.03']);
  await server.addOfficer('desa', 'village-operator', ['51.71.01.1002']);
  const [made] = await rows<{ id: string }>(
    `INSERT INTO chat_conversation (line, user_hash, address, phone, member_id)
     VALUES ('1', sha256('a'), '6281299990001', '6281299990001', ${members[0]}) RETURNING id::text AS id`,
  );
  chat = made?.id ?? '';
}, 120_000);
afterAll(() => server.close());

async function rows<Row = Record<string, unknown>>(statement: string): Promise<Row[]> {
  return (await queryRows(server.services.database.owner, statement)) as Row[];
}

/** A request of the member, as the chat would have made it. */
async function requested(service: string, answers: object): Promise<string> {
  const [item] = await rows<{ id: string }>(
    `INSERT INTO chat_work_item (conversation_id, key, service, member_id, answers, files, due_on)
     VALUES (${chat}, '${randomUUID()}', '${service}', ${members[0]}, '${JSON.stringify(answers)}', '[]', '2030-01-01')
     RETURNING id::text AS id`,
  );
  return item?.id ?? '';
}
const plan = (item: string, as = 'loket') =>
  server.call('GET', `chats/${chat}/items/${item}/act`, undefined, { as });
const carryOut = (item: string, order: object, id = randomUUID(), as = 'loket') =>
  server.call('POST', `chats/${chat}/items/${item}/act`, { id, ...order }, { as });
const told = async () =>
  (
    await rows<{ text: string }>(
      `SELECT body ->> 'body' AS text FROM chat_message WHERE NOT inbound ORDER BY id`,
    )
  ).map(({ text }) => text);

test('another class: planned for everybody who pays, told, decided; the same act again does nothing', async () => {
  const item = await requested('F', { class: '2' });
  const planned = (await plan(item)).body;
  expect(planned).toMatchObject({ kind: 'class', refused: null, value: '2' });
  expect(planned.people).toHaveLength(2);
  expect(JSON.stringify(planned)).not.toContain(cardOf(1));
  expect((await plan(item, 'loket-badung')).status).toBe(409);
  expect((await plan(item, 'desa')).status).toBe(403);
  const id = randomUUID();
  const order = { members, value: '2' };
  expect((await carryOut(item, { ...order, value: '9' })).body.code).toBe('act-value-wrong');
  const first = await carryOut(item, order, id);
  expect([first.status, first.body.outcome]).toEqual([200, 'granted']);
  expect((await carryOut(item, order, id)).body.told).toBe('');
  expect((await carryOut(item, order)).body.code).toBe('chat-item-done');
  const facts = await rows(
    `SELECT class, valid_on::text AS "on", reference FROM membership_fact WHERE source = 'pandawa' ORDER BY member_id`,
  );
  const expected = { class: 2, on: planned.effectiveOn, reference: `pandawa:P-${item.padStart(6, '0')}` };
  expect(facts).toEqual([expected, expected]);
  expect((await told()).filter((text) => text?.includes('kelas II'))).toHaveLength(1);
  expect(await rows(`SELECT outcome FROM chat_work_item WHERE id = ${item}`)).toEqual([
    { outcome: 'granted' },
  ]);
  const audited = await rows(
    `SELECT username FROM audit_entry WHERE action = 'membership.change' AND subject_kind = 'member'`,
  );
  expect(audited).toHaveLength(2);
  // Another one before it counts would lose the first.
  const again = await carryOut(await requested('F', { class: '1' }), { members, value: '1' });
  expect(again.body.code).toBe('act-refused');
});

test('no other class within a year or in arrears, nor for whom somebody else pays', async () => {
  const item = await requested('F', { class: '1' });
  await rows(
    `UPDATE member_status SET due_on = NULL, due_reason = NULL, arrears_months = 2 WHERE household_id = ${household}`,
  );
  expect((await plan(item)).body.refused).toBe('arrears');
  await rows(
    `UPDATE member_status SET arrears_months = 0, segment = 'PBI_APBN' WHERE household_id = ${household}`,
  );
  expect((await plan(item)).body.refused).toBe('not-self-paying');
  expect((await carryOut(item, { members, value: '1' })).body.code).toBe('act-refused');
  await rows(`UPDATE member_status SET segment = 'PBPU' WHERE household_id = ${household}`);
  const today = new Date().toISOString().slice(0, 10);
  await rows(`INSERT INTO status_change (member_id, valid_on, segment, class, active, reason, cause)
    VALUES (${members[0]}, '2024-02-01', 'PBPU', 2, true, 'PAID', 'uji'), (${members[0]}, '${today}', 'PBPU', 3, true, 'PAID', 'uji')`);
  expect((await plan(item)).body).toMatchObject({ refused: 'too-soon', from: expect.stringMatching(/^20/) });
});

test('another facility once in three months, counted from its first day; an exception goes on; it counts on its day', async () => {
  const item = await requested('G', { facility: clinic, whom: 'all' });
  const planned = (await plan(item)).body;
  expect(planned).toMatchObject({ kind: 'facility', refused: null, value: clinic });
  expect((await carryOut(item, { members, value: '0901R001' })).body.code).toBe('act-value-wrong');
  expect((await carryOut(item, { members: [members[0]], value: clinic })).status).toBe(200);
  expect((await told()).join()).toMatch(/PUSKESMAS CONTOH mulai 1 /);
  const { system } = server.services.database;
  expect(await applyFacilityChoices(system, new Date().toISOString().slice(0, 10))).toBe(0);
  expect(await applyFacilityChoices(system, planned.effectiveOn)).toBe(1);
  expect(await applyFacilityChoices(system, planned.effectiveOn)).toBe(0);
  expect(await rows(`SELECT fktp FROM member WHERE id = ${members[0]}`)).toEqual([{ fktp: clinic }]);
  const soon = await requested('G', { facility: clinic, whom: 'all' });
  const late = (await plan(soon)).body;
  // The relative never chose one.
  expect(late.people.map(({ allowedFrom }: { allowedFrom: string | null }) => allowedFrom !== null)).toEqual(
    late.people.map(({ memberId }: { memberId: number }) => memberId === members[0]),
  );
  expect((await carryOut(soon, { members, value: clinic })).body.code).toBe('act-too-soon');
  expect((await carryOut(soon, { members, value: clinic, exception: 'moved' })).status).toBe(200);
  expect(await rows('SELECT exception FROM facility_choice ORDER BY id')).toEqual([
    { exception: null },
    { exception: 'moved' },
    { exception: 'moved' },
  ]);
  const own = await requested('G', { facility: clinic, whom: 'me' });
  expect((await plan(own)).body.refused).toBe('too-soon');
  // An exception the branch does not allow excuses nobody.
  const value = { months: 3, exceptions: ['moved'], basis: 'Keputusan cabang' };
  expect((await server.call('PUT', 'chats/settings/facility-change', { value })).status).toBe(200);
  const refused = await carryOut(own, { members: [members[0]], value: clinic, exception: 'assigned' });
  expect(refused.body.code).toBe('act-too-soon');
});

test('cut off after the register was changed, a choice of facility is carried out again and counts once', async () => {
  const item = await requested('G', { facility: clinic, whom: 'me' });
  await rows('DELETE FROM facility_choice');
  const { effectiveOn } = (await plan(item)).body;
  await rows(`INSERT INTO facility_choice (member_id, area_code, facility, asked_on, effective_on, made_by, reference)
    VALUES (${members[0]}, '51.71.01.1002', '${clinic}', '2026-01-01', '${effectiveOn}', 'loket', 'pandawa:P-${item.padStart(6, '0')}')`);
  expect((await carryOut(item, { members: [members[0]], value: clinic })).status).toBe(200);
  expect(await rows('SELECT member_id FROM facility_choice')).toEqual([{ member_id: members[0] }]);
});

test('a correction says what stood there; a NIK of another living card is refused', async () => {
  const item = await requested('E', { field: 'nik', value: '5171014101730000' });
  const order = { members: [members[0]], value: '5171014101730000' };
  expect((await carryOut(item, order)).body.code).toBe('act-nik-taken');
  expect((await carryOut(item, { ...order, value: '5171014101990000' })).status).toBe(200);
  const [fact] = await rows<{ body: Record<string, string> }>(
    `SELECT body FROM chat_fact WHERE kind = 'carried-out' AND body ->> 'kind' = 'identity'`,
  );
  expect(fact?.body).toMatchObject({ field: 'nik', before: '5171014101710000' });
  const page = await server.call('GET', `chats/${chat}`, undefined, { as: 'loket' });
  expect(page.text).not.toContain('5171014101710000');
});

test('a second card is closed, a death ends the membership at once; what has no act says so', async () => {
  const item = await requested('I', { which: 'dua kartu' });
  const planned = (await plan(item)).body;
  expect(planned.people.map(({ name }: { name: string }) => name)).toEqual([
    'I WAYAN CONTOH',
    'I WAYAN CONTOH',
  ]);
  const [other] = planned.people.filter(({ memberId }: { memberId: number }) => memberId !== members[0]);
  expect((await carryOut(item, { members: [other.memberId], value: '-' })).status).toBe(200);
  const died = await requested('H', { name: 'ANGGOTA 2', died: '2026-01-05' });
  expect((await carryOut(died, { members: [members[1]], value: '2999-01-01' })).body.code).toBe(
    'act-value-wrong',
  );
  // Somebody of another family is not the one reported.
  expect((await carryOut(died, { members: [other.memberId], value: '2026-01-05' })).body.code).toBe(
    'act-refused',
  );
  expect((await carryOut(died, { members: [members[1]], value: '2026-01-05' })).status).toBe(200);
  expect(
    await rows(
      `SELECT reason, since::text AS since FROM member_status WHERE inactive_kind = 'ended' ORDER BY reason`,
    ),
  ).toMatchObject([{ reason: 'DIED', since: '2026-01-05' }, { reason: 'DUPLICATE' }]);
  const by = await requested('A', { people: '2' });
  expect((await plan(by)).body.kind).toBe(null);
  expect((await carryOut(by, { members, value: 'x' })).body.code).toBe('act-refused');
});
