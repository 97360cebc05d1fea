import { type CaseFact, caseState } from '@jangkau/pesiar';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '../scope.ts';
import { loadFixtureRun } from '../testing/loaded-run.ts';
import { queryRows } from '../testing/query-rows.ts';
import { signedIn } from '../testing/signed-in.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { agentPack } from './agent-pack.ts';
import { appendCaseFacts } from './append-case-facts.ts';
import { assignCases } from './assign-cases.ts';
import { listCases } from './case-list.ts';
import { caseFacts, casePage, factsAfter } from './case-page.ts';
import { type CaseRow, caseColumns, caseRowOf } from './case-row.ts';
import { commandFigures } from './command-figures.ts';
import { followRun } from './follow-run.ts';
import { newIds } from './new-ids.ts';
import { openCases } from './open-cases.ts';
import { setPesiar } from './settings.ts';

const village = '51.71.01.1002';
const at = '2026-11-22T01:00:00.000Z';
let database: TestDatabase;
let supervisor: Scope;
let agent: Scope;
let officer: Scope;
let run: { id: string; number: number };
beforeAll(async () => {
  database = await openTestDatabase();
  await queryRows(
    database.owner,
    `INSERT INTO area (code, name, level, parent) VALUES ('51', 'Bali', 'province', NULL), ('51.71', 'Denpasar', 'regency', '51'),
       ('51.71.01', 'Selatan', 'district', '51.71'), ('51.71.01.1001', 'A', 'village', '51.71.01'),
       ('51.71.01.1002', 'B', 'village', '51.71.01'), ('51.03', 'Badung', 'regency', '51'),
       ('51.03.01', 'Kuta', 'district', '51.03'), ('51.03.01.1001', 'C', 'village', '51.03.01')`,
  );
  run = await loadFixtureRun(database, { residents: 600 });
  officer = await signedIn(database, 'branch-officer');
  supervisor = await signedIn(database, 'pesiar-supervisor', ['51.71.01']);
  agent = await signedIn(database, 'pesiar-agent', [village]);
}, 120_000);
afterAll(() => database.close());

const open = async (within?: string[]) => {
  const client = await database.ownerPool.connect();
  try {
    await client.query('BEGIN');
    const counts = await openCases(client, { run: run.number, area: '', by: 'petugas', at, within });
    await client.query('COMMIT');
    return counts;
  } finally {
    client.release();
  }
};

test('cases are opened only where the drive runs, once for each person', async () => {
  expect(await open()).toEqual({});
  await database.as(officer, (db) =>
    setPesiar(db, officer.username, { area: '51.71', name: 'live', value: true }),
  );
  const counts = await open();
  expect(counts.uncovered).toBeGreaterThan(10);
  expect(counts['inactive-arrears']).toBeGreaterThan(0);
  expect(await open()).toEqual({});
  const areas = await queryRows(database.owner, 'SELECT DISTINCT area_code FROM pesiar_case ORDER BY 1');
  expect(areas).toEqual([{ area_code: '51.71.01.1001' }, { area_code: village }]);
});

/** Every kept row is the fold of its facts. */
async function proveRows(): Promise<void> {
  const { rows } = await sql<CaseRow>`SELECT ${caseColumns} FROM pesiar_case c`.execute(database.owner);
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const facts = await caseFacts(database.owner, row.caseId);
    const state = caseState(facts);
    const [opened] = facts;
    if (!state || opened?.kind !== 'opened') throw new Error('a case without a beginning');
    expect(row).toEqual(caseRowOf(state, opened.body.probability));
  }
  await proveTally();
}

/** What is kept of how many cases stand where is what counting them says. */
async function proveTally(): Promise<void> {
  const counted = await sql`
    SELECT (t).area_code, (t).banjar, (t).agent, (t).told_of, (t).bucket, (t).payer_class, (t).reached, (t).given,
      (t).due_on, (t).last_on, sum((t).cases)::int AS cases, sum((t).visits)::int AS visits
    FROM (SELECT tally_of(c) AS t FROM pesiar_case c) one
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`.execute(database.owner);
  const kept = await sql`SELECT * FROM pesiar_tally ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`.execute(
    database.owner,
  );
  expect(kept.rows.length).toBeGreaterThan(3);
  expect(kept.rows).toEqual(counted.rows);
}

test('what is kept of a case opened from a mapping is what its facts come to', () => proveRows());

const visit = async (caseId: string, body: object, change: Partial<CaseFact> = {}): Promise<CaseFact> => {
  const [id] = await newIds(database.owner, 1);
  return {
    id,
    caseId,
    kind: 'visited',
    at: '2026-11-22T02:00:00.000Z',
    by: agent.username,
    device: null,
    base: 2,
    body: {
      result: 'found-uncovered',
      met: 'self',
      startedAt: '2026-11-22T01:55:00.000Z',
      point: null,
      attachments: [],
      ...body,
    },
    ...change,
  } as CaseFact;
};
const append = (scope: Scope, facts: CaseFact[]) =>
  database.as(scope, (db) => appendCaseFacts(db, scope, facts));

test('an agent gets cases, visits them, and a fact sent twice counts once', async () => {
  const given = await database.as(supervisor, (db) =>
    assignCases(db, supervisor, at, {
      agent: agent.username,
      dueOn: '2026-12-01',
      filter: { area: village },
      most: 1000,
    }),
  );
  expect(given.assigned).toBeGreaterThan(5);
  const [one] = await database.as(agent, (db) =>
    listCases(db, agent, { agent: agent.username }, { limit: 1 }),
  );
  if (!one) throw new Error('no case');
  expect(one).toMatchObject({ phase: 'assigned', version: 2, area: village });
  const point = { lat: -8.7, lon: 115.2, accuracy: 9 };
  const fact = await visit(one.caseId, { point });
  expect(await append(agent, [fact, fact])).toEqual([
    { id: fact.id, outcome: 'accepted', version: 3 },
    { id: fact.id, outcome: 'duplicate', version: 3 },
  ]);
  expect(await append(agent, [fact])).toMatchObject([{ outcome: 'duplicate' }]);
  const page = await database.as(agent, (db) => casePage(db, one.caseId));
  expect(page).toMatchObject({ row: { phase: 'visited', visits: 1, lastResult: 'found-uncovered' }, point });
  expect(page?.facts).toHaveLength(3);
});

test('nobody reaches cases of another village, or speaks for another, or as the office', async () => {
  const foreign = await queryRows<{ case_id: string }>(
    database.owner,
    `SELECT case_id FROM pesiar_case WHERE area_code = '51.71.01.1001' LIMIT 1`,
  );
  const caseId = foreign[0]?.case_id ?? '';
  expect(await append(agent, [await visit(caseId, {})])).toMatchObject([{ code: 'case-not-found' }]);
  const [own] = await database.as(agent, (db) => listCases(db, agent, {}, { limit: 1 }));
  const ownId = own?.caseId ?? '';
  expect(await append(agent, [await visit(ownId, {}, { by: 'lain' })])).toMatchObject([
    { code: 'not-own-fact' },
  ]);
  const assigned = await visit(ownId, {}, {
    kind: 'assigned',
    body: { agent: 'x', dueOn: null },
  } as Partial<CaseFact>);
  expect(await append(agent, [assigned])).toMatchObject([{ code: 'kind-not-allowed' }]);
  for (const table of ['pesiar_case', 'case_fact'])
    expect(
      await database.as(agent, (db) => queryRows(db, `SELECT DISTINCT area_code FROM ${table}`)),
    ).toEqual([{ area_code: village }]);
  await expect(database.as(agent, (db) => queryRows(db, `UPDATE case_fact SET body = '{}'`))).rejects.toThrow(
    'permission denied',
  );
});

test('two ends of one case are a conflict; settled by a person, both stay on record', async () => {
  const [one] = await database.as(agent, (db) => listCases(db, agent, { phase: 'assigned' }, { limit: 1 }));
  const caseId = one?.caseId ?? '';
  const close = (bucket: string, by: string, base: number) =>
    visit(caseId, {}, { kind: 'closed', by, base, body: { bucket, how: 'visit' } } as Partial<CaseFact>);
  const first = await close('died', supervisor.username, 2);
  expect(await append(supervisor, [first])).toMatchObject([{ outcome: 'accepted', version: 3 }]);
  const second = await close('moved', agent.username, 2);
  expect(await append(agent, [second])).toMatchObject([
    {
      outcome: 'conflict',
      since: [{ id: first.id, version: 3 }],
      words: { en: expect.stringContaining('Died') },
    },
  ]);
  const resolved = await visit(caseId, {}, {
    kind: 'resolved-conflict',
    base: 3,
    body: { stands: second.id, setAside: [first.id] },
  } as Partial<CaseFact>);
  const again = await append(agent, [resolved, { ...second, base: 4 }]);
  expect(again).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted', version: 5 }]);
  expect((await database.as(agent, (db) => casePage(db, caseId)))?.row).toMatchObject({
    bucket: 'moved',
    version: 5,
  });
});

test('numbers typed at the door are kept apart from the facts', async () => {
  const [one] = await database.as(agent, (db) => listCases(db, agent, { phase: 'assigned' }, { limit: 1 }));
  const fact = await visit(one?.caseId ?? '', {}, {
    kind: 'identified',
    body: { method: 'nik-typed', result: 'same-person', nik: '5171014101800000', attachments: [] },
  } as Partial<CaseFact>);
  expect(await append(agent, [fact])).toMatchObject([{ outcome: 'accepted' }]);
  const facts = await database.as(agent, (db) => caseFacts(db, one?.caseId ?? ''));
  expect(JSON.stringify(facts)).not.toContain('5171014101800000');
  expect(await queryRows(database.owner, `SELECT path, value::text FROM case_number`)).toEqual([
    { path: 'nik', value: '5171014101800000' },
  ]);
  const hidden = await visit(one?.caseId ?? '', { note: 'NIK 5171014101800000' });
  expect(await append(agent, [hidden])).toMatchObject([{ code: 'number-in-text' }]);
});

test('a village that numbers its residents with the NIK has cases all the same', async () => {
  const subject = {
    residentNo: '5171014101800000',
    memberId: null,
    name: 'NI LUH CONTOH',
    sex: 'P',
    born: '1980-01-01',
    area: village,
    banjar: 'Banjar 2',
    address: null,
    householdKey: null,
    segment: null,
    class: null,
    arrearsMonths: null,
  };
  const [caseId] = await newIds(database.owner, 1);
  const opened = await visit(caseId ?? '', {}, {
    kind: 'opened',
    base: 0,
    body: { reason: 'by-hand', subject, run: null, probability: null },
  } as Partial<CaseFact>);
  expect(await append(agent, [opened])).toMatchObject([{ outcome: 'accepted', version: 1 }]);
});

test('without consent nobody is registered; with it the form lies on its desk', async () => {
  const [one] = await database.as(agent, (db) => listCases(db, agent, { phase: 'assigned' }, { limit: 1 }));
  const caseId = one?.caseId ?? '';
  const form = await visit(caseId, {}, {
    kind: 'registered',
    body: { exit: 'pemda', people: [], attachments: [] },
  } as Partial<CaseFact>);
  expect(await append(agent, [form])).toMatchObject([{ code: 'consent-missing' }]);
  const yes = await visit(caseId, {}, {
    kind: 'consented',
    body: { given: true, text: 'v1', signature: null, signer: 'self' },
  } as Partial<CaseFact>);
  expect(await append(agent, [yes, form])).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
  expect(await queryRows(database.owner, 'SELECT desk, status, case_id FROM pesiar_application')).toEqual([
    { desk: 'dinas-sosial', status: 'waiting', case_id: caseId },
  ]);
});

test('appends of many at once lose nothing and are seen in one order', async () => {
  const cases = await database.as(agent, (db) => listCases(db, agent, { pending: true }, { limit: 8 }));
  const batches = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const facts: CaseFact[] = [];
      for (const { caseId } of cases) facts.push(await visit(caseId, { note: `kunjungan ${n}` }));
      return facts;
    }),
  );
  const before = (await database.as(agent, (db) => factsAfter(db, agent, 0, 10_000))).at(-1)?.seq ?? 0;
  await Promise.all([...batches, ...batches].map((facts) => append(agent, facts)));
  const after = await database.as(agent, (db) => factsAfter(db, agent, before, 10_000));
  expect(after).toHaveLength(48);
  expect(new Set(after.map(({ id }) => id)).size).toBe(48);
  for (const { caseId } of cases) {
    const facts = await database.as(agent, (db) => caseFacts(db, caseId));
    expect(facts.map(({ version }) => version)).toEqual(facts.map((_, i) => i + 1));
  }
});

test('the pack of a banjar holds that banjar only, and no number of anybody', async () => {
  const pack = await database.as(agent, (db) => agentPack(db, village, 'Banjar 1'));
  expect(pack?.residents.length).toBeGreaterThan(5);
  expect(new Set(pack?.residents.map(({ banjar }) => banjar))).toEqual(new Set(['Banjar 1']));
  expect(new Set(pack?.cases.map(({ banjar }) => banjar))).toEqual(new Set(['Banjar 1']));
  expect(JSON.stringify(pack)).not.toMatch(/(^|[^0-9a-f])\d{16}([^0-9a-f]|$)/);
  const households = new Set(pack?.residents.map(({ householdKey }) => householdKey));
  expect(pack?.cases.every(({ householdKey }) => households.has(householdKey ?? ''))).toBe(true);
  expect(await database.as(agent, (db) => agentPack(db, '51.71.01.1001', null))).toBeUndefined();
});

test('figures add up: who is mapped is pending or in one bucket', async () => {
  const [all] = await database.as(supervisor, (db) =>
    commandFigures(db, supervisor, 'all', {}, '2026-11-22'),
  );
  if (!all) throw new Error('no figures');
  const ended = Object.values(all.buckets).reduce((sum, n) => sum + (n ?? 0), 0);
  expect(all.mapped).toBe(all.pending + ended);
  expect(Object.values(all.ageing).reduce((sum, n) => sum + n, 0)).toBe(all.pending);
  for (const level of ['village', 'banjar', 'agent', 'regency'] as const) {
    const rows = await database.as(supervisor, (db) =>
      commandFigures(db, supervisor, level, {}, '2026-11-22'),
    );
    for (const key of ['mapped', 'visited', 'registered', 'active', 'pending'] as const)
      expect([level, rows.reduce((sum, row) => sum + row[key], 0)]).toEqual([level, all[key]]);
  }
  const own = await database.as(agent, (db) => commandFigures(db, agent, 'village', {}, '2026-11-22'));
  expect(own.map(({ key }) => key)).toEqual([village]);
});

test('a later mapping closes what solved itself and gives outcomes back as labels', async () => {
  const later = await loadFixtureRun(database, { residents: 600, variant: 'second' });
  const followed = await database.owner
    .transaction()
    .execute((tx) => followRun(tx, later.number, '2026-11-23T00:00:00.000Z'));
  expect(Object.keys(followed.closed)).toContain('already-active');
  const rows = await queryRows<{ body: { how: string } }>(
    database.owner,
    `SELECT f.body FROM case_fact f WHERE f.kind = 'closed' AND f.made_by = 'sistem'`,
  );
  expect(rows.length).toBe(followed.closed['already-active']);
  expect(rows.every(({ body }) => body.how === 'mapping')).toBe(true);
});

test('after all of this, what is kept of every case is what its facts come to', () => proveRows());
