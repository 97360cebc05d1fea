import { queryRows } from '@jangkau/store/testing/query-rows';
import { signedIn } from '@jangkau/store/testing/signed-in';
import { openTestDatabase, type TestDatabase } from '@jangkau/store/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemOfConstraint } from './constraint-problems.ts';
import { problemDocument } from './problem-document.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function refused(statement: string) {
  const error = await queryRows(database.owner, statement).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return problemDocument(error, 'id', 'req');
}

test('every constraint with a meaning of its own is one of the database', async () => {
  const rows = await queryRows<{ name: string }>(
    database.owner,
    `SELECT conname AS name FROM pg_constraint UNION SELECT relname FROM pg_class WHERE relkind = 'i'`,
  );
  const names = new Set(rows.map((row) => row.name));
  expect(Object.keys(problemOfConstraint).filter((name) => !names.has(name))).toEqual([]);
});

test('every check of a table has a name that says what it is', async () => {
  const rows = await queryRows(
    database.owner,
    `SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'u', 'f', 'x')
       AND conparentid = 0 AND conname ~ '(_check|_key|_fkey)[0-9]*$' AND conrelid::regclass::text !~ '^schema_migration'`,
  );
  expect(rows).toEqual([]);
});

test.each([
  [
    `INSERT INTO officer (username, name, password_hash) VALUES ('5171014101800000', 'A', 'x')`,
    422,
    /number-in-text|value-refused/,
  ],
  [
    `INSERT INTO audit_entry (username, action, outcome, purpose) VALUES ('a', 'x', 'done', 'NIK 5171014101800000')`,
    422,
    /number-in-text/,
  ],
  [`INSERT INTO audit_entry (username, action, outcome) VALUES ('a', 'x', 'maybe')`, 422, /value-refused/],
  [
    `INSERT INTO assignment (username, role, scope_kind, granted_by) VALUES ('x', 'auditor', 'area', 'x')`,
    422,
    /role-place-wrong/,
  ],
  [
    `INSERT INTO assignment (username, role, scope_kind, granted_by) VALUES ('x', 'auditor', 'branch', 'x')`,
    409,
    /reference-missing/,
  ],
  [
    `INSERT INTO area (code, name, level) VALUES ('52', 'A', 'province'), ('52', 'A', 'province')`,
    409,
    /already-there/,
  ],
  [`INSERT INTO area (code, name, level) VALUES ('52', NULL, 'province')`, 422, /value-refused/],
])('%s is refused in plain words, without the row', async (statement, status, code) => {
  const problem = await refused(statement);
  expect(problem.status).toBe(status);
  expect(problem.code).toMatch(code);
  expect(problem.message.length).toBeGreaterThan(20);
  expect(JSON.stringify(problem)).not.toMatch(/\d{16}|constraint|relation|violates/);
});

test('a row that row security refuses is out of scope', async () => {
  const scope = await signedIn(database, 'village-operator', ['51.71.01.1002']);
  const error = await database
    .as(scope, (db) =>
      queryRows(db, `INSERT INTO audit_entry (username, action, outcome) VALUES ('lain', 'x', 'done')`),
    )
    .catch((reason: unknown) => reason);
  expect(problemDocument(error, 'en')).toMatchObject({ status: 403, code: 'out-of-scope' });
});
