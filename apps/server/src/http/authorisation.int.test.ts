import { type Action, assignmentKinds, matrix, type Role, roles } from '@jangkau/access';
import { type Route, routes } from '@jangkau/contracts';
import { addFamily } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const inside = '51.71.01.1002';
const outside = '51.03';
let server: TestServer;
let run: string;
/** A resident of the village, and one of another regency. */
let here: number;
let there: number;
let cardThere: number;
/** Rows of the newer tables in the other regency. */
const elsewhere = {
  member: 0,
  case: '00000000-0000-4000-8000-0000000000c1',
  gathering: '00000000-0000-4000-8000-0000000000a1',
  letter: '00000000-0000-4000-8000-0000000000b1',
  file: 'a'.repeat(64),
};
beforeAll(async () => {
  server = await startTestServer();
  run = await server.run('2026-11-21');
  const codes: Record<string, [string, string]> = {
    area: [inside, outside],
    employer: ['PT-CONTOH', 'PT-LAIN'],
    facility: ['0126R005', '0126R006'],
    branch: ['', ''],
  };
  for (const role of roles) {
    const [own, other] = codes[assignmentKinds[role]] as [string, string];
    await server.addOfficer(`in-${role}`, role, [own]);
    await server.addOfficer(`out-${role}`, role, [other]);
  }
  // Somebody who can sign in and has no role.
  await server.addOfficer('tanpa-peran', 'village-operator', []);
  const one = async (list: string, area: string) =>
    (await server.call('GET', `runs/${run}/people?list=${list}&area=${area}&limit=1`)).body.items[0];
  here = (await one('doubtful', inside)).residentKey;
  there = (await one('doubtful', outside)).residentKey;
  cardThere = (await one('duplicates', outside)).memberKey;
  const { owner } = server.services.database;
  const village = '51.03.01.1001';
  const { members } = await addFamily(owner, { people: [900], area: village, months: ['2026-10'] });
  elsewhere.member = members[0] as number;
  await queryRows(
    owner,
    `INSERT INTO pesiar_case (case_id, version, phase, reason, name, area_code, household_key, opened_at, last_at)
       VALUES ('${elsewhere.case}', 1, 'open', 'uncovered', 'NI CONTOH', '${village}', 'k', now(), now());
     INSERT INTO attachment (case_id, sha256, mime, size, bytes, sealed, added_by, area_code)
       VALUES ('${elsewhere.case}', '${elsewhere.file}', 'image/png', 1, '\\x01', false, 'x', '${village}');
     INSERT INTO gathering (id, area_code, title, place, starts_at, with_dinas_sosial, planned_by)
       VALUES ('${elsewhere.gathering}', '${village}', 'Sosialisasi', 'Bale', now(), true, 'x');
     INSERT INTO letter (id, number, year, seq, username, kind, title, content, pdf, topic, area_code)
       VALUES ('${elsewhere.letter}', '1', 2026, 1, 'x', 'pesiar', 'Undangan', '{}', '\\x01', 'invitation', '${village}')`,
  );
}, 240_000);
afterAll(() => server.close());

const all = Object.entries(routes) as [string, Route][];
const withSession = all.filter(([, route]) => route.session !== false);
/** Any address of a route: its parameters are nobody's. */
const addressOf = (route: Route) => route.path.slice(1).replace(/:\w+/g, '1');

async function lastEntry(username: string): Promise<{ action: string; outcome: string } | undefined> {
  const rows = await queryRows<{ action: string; outcome: string }>(
    server.services.database.owner,
    `SELECT action, outcome FROM audit_entry WHERE username = '${username}' ORDER BY id DESC LIMIT 1`,
  );
  return rows[0];
}

test('every route that needs a session names its action; those that need none are known', () => {
  expect(all.filter(([, route]) => route.session === false).map(([name]) => name)).toMatchInlineSnapshot(`
    [
      "getWelcome",
      "signIn",
      "getSignInStep",
      "giveCode",
      "choosePassword",
      "beginCodeSetup",
      "confirmCodeSetup",
      "startOidc",
      "finishOidc",
      "getOwnClient",
      "signOut",
      "notifyPayment",
      "openDeviceSession",
      "rescueEvents",
      "askEligibility",
      "reportVisits",
      "getPublicFigures",
      "getSnapshotKeys",
      "getSnapshot",
      "getSnapshotChanges",
      "beginMemberSession",
      "confirmMemberSession",
      "endMemberSession",
      "getOwnHome",
      "getOwnCards",
      "getOwnAccount",
      "getOwnRehab",
      "joinOwnRehab",
      "getOwnVisits",
      "listOwnRequests",
      "addOwnRequest",
      "addOwnFile",
      "findOwnFacilities",
      "getOwnSettings",
      "setOwnNotices",
      "endOwnBrowser",
    ]
  `);
  for (const [name, route] of withSession) expect([name, route.action]).not.toEqual([name, undefined]);
});

test.each(withSession)('%s answers nobody who is not signed in', async (_name, route) => {
  const answer = await server.call(route.method, addressOf(route), undefined, { as: '' });
  expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
});

const bound = withSession.filter(([, route]) => matrix[route.action as Action].auditor !== 'own');

test.each(bound)('%s refuses whoever has no role for it, and says so in the audit', async (_name, route) => {
  const action = route.action as Action;
  const refused: string[] = roles
    .filter((role) => matrix[action][role] === 'none')
    .map((role) => `in-${role}`);
  for (const as of [...refused, 'tanpa-peran']) {
    const answer = await server.call(route.method, addressOf(route), undefined, { as });
    expect([as, answer.status, answer.body?.code]).toEqual([as, 403, 'out-of-scope']);
    expect([as, await lastEntry(as)]).toEqual([as, { action, outcome: 'denied' }]);
  }
});

// Asked with a record that does not exist or without a body, so that nothing happens.
const harmless = bound.filter(
  ([name, route]) => name !== 'events' && (route.method === 'GET' || route.params || route.body),
);
test.each(harmless)('%s lets everybody through whose role allows it', async (_name, route) => {
  const action = route.action as Action;
  for (const role of roles.filter((one) => matrix[action][one] !== 'none')) {
    const { status } = await server.call(route.method, addressOf(route), undefined, { as: `in-${role}` });
    expect([role, [401, 403].includes(status), status >= 500]).toEqual([role, false, false]);
  }
});

describe('roles on areas', () => {
  const areaRoles = (action: Action): Role[] => roles.filter((role) => matrix[action][role] === 'area');

  interface Case {
    name: string;
    action: Action;
    ask(): [method: string, url: string, body?: unknown];
  }
  const records: Case[] = [
    { name: 'a person', action: 'person.read', ask: () => ['GET', `runs/${run}/people/${there}`] },
    { name: 'a card', action: 'person.read', ask: () => ['GET', `runs/${run}/members/${cardThere}`] },
    {
      name: 'full numbers',
      action: 'person.unmask',
      ask: () => ['POST', `runs/${run}/people/${there}/unmask`, { reason: 'ingin tahu' }],
    },
    {
      name: 'a decision',
      action: 'decision.add',
      ask: () => [
        'POST',
        `runs/${run}/decisions`,
        { residentKey: there, memberKey: cardThere, verdict: 'different' },
      ],
    },
    {
      name: 'a printed list',
      action: 'print.people',
      ask: () => ['GET', `runs/${run}/print?area=51.03.01.1001`],
    },
  ];
  test.each(records)('$name elsewhere is not found, and that is kept', async ({ action, ask }) => {
    expect(areaRoles(action).length).toBeGreaterThan(1);
    for (const role of areaRoles(action)) {
      const [method, url, body] = ask();
      const answer = await server.call(method, url, body, { as: `in-${role}` });
      expect([role, answer.status]).toEqual([role, 404]);
      expect(JSON.stringify(answer.body)).not.toMatch(/[A-Z]{3,} [A-Z]{3,}/);
      expect([role, await lastEntry(`in-${role}`)]).toEqual([role, { action, outcome: 'denied' }]);
    }
  });

  const newer: Case[] = [
    { name: 'a member', action: 'membership.read', ask: () => ['GET', `members/${elsewhere.member}`] },
    { name: 'a ledger', action: 'ledger.read', ask: () => ['GET', `members/${elsewhere.member}/ledger`] },
    {
      name: 'numbers of a member',
      action: 'person.unmask',
      ask: () => ['POST', `members/${elsewhere.member}/unmask`, { reason: 'ingin tahu' }],
    },
    { name: 'a case', action: 'case.read', ask: () => ['GET', `cases/${elsewhere.case}`] },
    {
      name: 'a photograph',
      action: 'case.read',
      ask: () => ['GET', `cases/${elsewhere.case}/attachments/${elsewhere.file}`],
    },
    { name: 'a gathering', action: 'case.read', ask: () => ['GET', `gatherings/${elsewhere.gathering}`] },
    { name: 'a letter', action: 'letter.manage', ask: () => ['GET', `pesiar-letters/${elsewhere.letter}`] },
  ];
  test.each(newer)('$name of another regency is not found by its number', async ({ action, ask }) => {
    const [method, url, body] = ask();
    for (const role of areaRoles(action)) {
      const own = await server.call(method, url, body, { as: `out-${role}` });
      expect([role, own.status]).toEqual([role, 200]);
      const answer = await server.call(method, url, body, { as: `in-${role}` });
      expect([role, answer.status]).toEqual([role, 404]);
      expect(answer.text).not.toMatch(/CONTOH|ANGGOTA/);
      expect([role, await lastEntry(`in-${role}`)]).toEqual([role, { action, outcome: 'denied' }]);
    }
  });

  test.each(['out-', 'in-'] as const)('a person is found by those it belongs to only: %s', async (prefix) => {
    for (const role of areaRoles('person.read')) {
      const key = prefix === 'in-' ? here : there;
      const answer = await server.call('GET', `runs/${run}/people/${key}`, undefined, {
        as: `${prefix}${role}`,
      });
      expect([role, answer.status, answer.body.residentKey]).toEqual([role, 200, key]);
      expect(await lastEntry(`${prefix}${role}`)).toEqual({ action: 'person.read', outcome: 'done' });
    }
  });

  const lists: Case[] = [
    {
      name: 'a list',
      action: 'list.read',
      ask: () => ['GET', `runs/${run}/people?list=all&area=${outside}`],
    },
    {
      name: 'cards',
      action: 'list.read',
      ask: () => ['GET', `runs/${run}/people?list=unmatched&area=${outside}`],
    },
    {
      name: 'a search by name',
      action: 'list.read',
      ask: () => ['GET', `runs/${run}/people?list=all&q=ni&area=${outside}`],
    },
    {
      name: 'doubtful pairs',
      action: 'review.read',
      ask: () => ['GET', `runs/${run}/review?area=${outside}`],
    },
  ];
  test.each(lists)('$name of elsewhere is empty, and that is kept', async ({ action, ask }) => {
    for (const role of areaRoles(action)) {
      const [method, url, body] = ask();
      const answer = await server.call(method, url, body, { as: `in-${role}` });
      expect([role, answer.status, answer.body.items]).toEqual([role, 200, []]);
      expect(await lastEntry(`in-${role}`)).toEqual({ action, outcome: 'denied' });
    }
  });

  test('lists and figures without a filter hold one’s own area only', async () => {
    const get = (url: string, as: string) => server.call('GET', `runs/${run}/${url}`, undefined, { as });
    for (const role of areaRoles('list.read')) {
      const { body } = await get('people?list=all&limit=200', `in-${role}`);
      expect(new Set(body.items.map((item: { areaCode: string }) => item.areaCode))).toEqual(
        new Set([inside]),
      );
      const figures = (await get('areas?level=village', `in-${role}`)).body;
      expect(figures.items.map((item: { code: string }) => item.code)).toEqual([inside]);
      expect((await get(`banjars?area=51.03.01.1001`, `in-${role}`)).body.items).toEqual([]);
    }
  });

  test('auditor and system administrator get no person by any route', async () => {
    for (const role of ['auditor', 'system-administrator'])
      for (const url of [`people?list=all`, `people/${here}`, 'review', 'summary'])
        expect([
          role,
          url,
          (await server.call('GET', `runs/${run}/${url}`, undefined, { as: `in-${role}` })).status,
        ]).toEqual([role, url, 403]);
  });
});

describe('a right that ends', () => {
  beforeEach(() => server.addOfficer('sebentar', 'village-operator', [inside]));

  test('ends with the next request, also in a session that is open', async () => {
    const ask = () => server.call('GET', `runs/${run}/people/${here}`, undefined, { as: 'sebentar' });
    expect((await ask()).status).toBe(200);
    await queryRows(
      server.services.database.owner,
      `UPDATE assignment SET revoked_at = now(), revoked_by = 'uji' WHERE username = 'sebentar'`,
    );
    expect((await ask()).status).toBe(403);
  });
});
