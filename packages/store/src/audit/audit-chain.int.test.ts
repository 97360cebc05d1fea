import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AuditLog } from '../repositories/audit-log.ts';
import type { Scope } from '../scope.ts';
import { queryRows } from '../testing/query-rows.ts';
import { signedIn } from '../testing/signed-in.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { AuditHeads } from './audit-heads.ts';
import { AuditSealer, ChainCut } from './audit-sealer.ts';
import { verifyAudit } from './verify-audit.ts';

let database: TestDatabase;
let scope: Scope;
let directory: string;
let heads: AuditHeads;
beforeAll(async () => {
  database = await openTestDatabase();
  scope = await signedIn(database, 'branch-officer');
});
afterAll(() => database.close());

const owner = (statement: string) => queryRows(database.owner, statement);
const verify = async () => verifyAudit(database.system, await heads.list());
const sealer = () => new AuditSealer({ database, heads });

async function add(count: number): Promise<void> {
  await database.as(scope, async (db) => {
    for (let i = 0; i < count; i++)
      await AuditLog.add(db, scope, {
        action: 'person.read',
        subject: { kind: 'person', key: `run/${i}` },
        detail: { i, ratio: 0.1 },
      });
  });
}

// Twelve sealed entries in two batches, as of today.
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'jangkau-audit-'));
  heads = new AuditHeads(directory);
  await owner('TRUNCATE audit_entry, audit_link RESTART IDENTITY');
  await add(7);
  await sealer().seal();
  await add(5);
  await sealer().seal();
  return () => rm(directory, { recursive: true });
});

test('an audit nobody touched is whole, and says how much it read', async () => {
  expect(await verify()).toEqual({ entries: 12, waiting: 0, links: 12, days: 1, broken: undefined });
  await add(1);
  expect(await verify()).toMatchObject({ entries: 13, waiting: 1, broken: undefined });
});

describe('a superuser who', () => {
  const cases: [string, string, { fault: string; entryId?: string; seq?: number }][] = [
    [
      'changes who it was',
      `UPDATE audit_entry SET username = 'x' WHERE id = 5`,
      { fault: 'changed', entryId: '5' },
    ],
    [
      'changes when it was',
      `UPDATE audit_entry SET at = at - interval '1 microsecond' WHERE id = 5`,
      { fault: 'changed', entryId: '5' },
    ],
    [
      'changes a detail',
      `UPDATE audit_entry SET detail = '{"i": 9}' WHERE id = 3`,
      { fault: 'changed', entryId: '3' },
    ],
    [
      'moves a letter from one column to the next',
      `UPDATE audit_entry SET subject_kind = 'perso', subject_key = 'n' || subject_key WHERE id = 2`,
      { fault: 'changed', entryId: '2' },
    ],
    ['deletes an entry', 'DELETE FROM audit_entry WHERE id = 4', { fault: 'entry-missing', entryId: '4' }],
    [
      'deletes an entry with its link',
      'DELETE FROM audit_entry WHERE id = 4; DELETE FROM audit_link WHERE entry_id = 4',
      { fault: 'link-missing', seq: 5 },
    ],
    [
      'deletes both and closes the gap',
      'DELETE FROM audit_entry WHERE id = 4; DELETE FROM audit_link WHERE entry_id = 4; UPDATE audit_link SET seq = seq + 1000 WHERE seq > 4; UPDATE audit_link SET seq = seq - 1001 WHERE seq > 1000',
      { fault: 'link-broken', seq: 4 },
    ],
    [
      'swaps two entries',
      'UPDATE audit_link SET entry_id = CASE entry_id WHEN 2 THEN -2 WHEN 3 THEN -3 ELSE entry_id END; UPDATE audit_link SET entry_id = CASE entry_id WHEN -2 THEN 3 WHEN -3 THEN 2 ELSE entry_id END',
      { fault: 'changed', seq: 2 },
    ],
    [
      'cuts off the end',
      'DELETE FROM audit_entry WHERE id > 10; DELETE FROM audit_link WHERE entry_id > 10',
      { fault: 'cut-off', seq: 12 },
    ],
    ['throws everything away', 'TRUNCATE audit_entry, audit_link', { fault: 'cut-off', seq: 12 }],
    [
      'puts an entry in without sealing it',
      `INSERT INTO audit_entry (at, username, action, outcome) VALUES (now() - interval '1 day', 'x', 'person.read', 'done')`,
      { fault: 'unsealed', entryId: '13' },
    ],
    [
      'puts a link in',
      `INSERT INTO audit_link SELECT day, 13, -1, hash, hash, now() FROM audit_link WHERE seq = 12`,
      { fault: 'entry-missing', seq: 13 },
    ],
  ];
  test.each(cases)('%s is found, at the first place', async (_name, statements, expected) => {
    await owner(statements);
    expect((await verify()).broken).toMatchObject(expected);
  });

  test('makes the chain anew from the end on is found by what is remembered outside', async () => {
    await owner(
      `UPDATE audit_entry SET username = 'x' WHERE id = 12; DELETE FROM audit_link WHERE entry_id = 12`,
    );
    const forger = new AuditSealer({ database, heads: new AuditHeads(`${directory}-forged`) });
    await forger.seal();
    expect((await verify()).broken).toMatchObject({ fault: 'replaced', seq: 12 });
    await rm(`${directory}-forged`, { recursive: true });
  });

  test('puts in an entry of yesterday is found although it was sealed', async () => {
    await owner(`INSERT INTO audit_entry (at, username, action, outcome)
      VALUES (now() - interval '1 day', 'x', 'person.read', 'done')`);
    await sealer().seal();
    expect((await verify()).broken).toMatchObject({ fault: 'backdated', entryId: '13' });
  });
});

test('nothing is added to a chain that was cut: that would hide it', async () => {
  const running = sealer();
  await running.seal();
  await owner('DELETE FROM audit_entry WHERE id > 10; DELETE FROM audit_link WHERE entry_id > 10');
  await add(3);
  await expect(running.seal()).rejects.toThrow(ChainCut);
  await expect(sealer().seal()).rejects.toThrow(ChainCut);
  expect((await verify()).broken).toMatchObject({ fault: 'cut-off' });
});

test('an entry that was long in coming is sealed behind those that were quicker', async () => {
  const late = database.open(scope);
  await AuditLog.add(late.db, scope, { action: 'person.read' });
  await add(3);
  await sealer().seal();
  expect((await verify()).links).toBe(15);
  await late.commit();
  const running = sealer();
  expect(await running.seal()).toBe(1);
  expect(await verify()).toMatchObject({ links: 16, broken: undefined });
});

test('a sealer that goes on finds what came later than its number, and stops waiting for what never comes', async () => {
  const running = sealer();
  await running.seal();
  const late = database.open(scope);
  await AuditLog.add(late.db, scope, { action: 'person.read' });
  const undone = database.open(scope);
  await AuditLog.add(undone.db, scope, { action: 'person.read' });
  await undone.rollback();
  await add(3);
  expect(await running.seal()).toBe(3);
  await add(2);
  expect(await running.seal()).toBe(2);
  await late.commit();
  expect(await running.seal()).toBe(1);
  expect(await running.seal()).toBe(0);
  expect(await verify()).toMatchObject({ links: 18, waiting: 0, broken: undefined });
});

test('what was under way when a sealer first looked is sealed when it looks through all once more', async () => {
  let minutes = 0;
  const late = database.open(scope);
  await AuditLog.add(late.db, scope, { action: 'person.read' });
  await add(1);
  const running = new AuditSealer({ database, heads, now: () => minutes * 60_000 });
  expect(await running.seal()).toBe(1);
  await late.commit();
  expect(await running.seal()).toBe(0);
  minutes = 15;
  expect(await running.seal()).toBe(1);
  expect(await verify()).toMatchObject({ links: 14, waiting: 0, broken: undefined });
});

test('several sealers at once make one chain', async () => {
  await add(50);
  await Promise.all([sealer().seal(), sealer().seal(), sealer().seal()]);
  expect(await verify()).toMatchObject({ links: 62, waiting: 0, broken: undefined });
});
