import type { Role } from '@jangkau/access';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFaults } from '../testing/fuzz/answer-faults.ts';
import { type Operation, operationsOf } from '../testing/fuzz/api-operations.ts';
import { type FuzzRequest, type Known, requestArbitrary } from '../testing/fuzz/request-arbitrary.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

/** Requests an operation gets; `npm run fuzz` asks for many more, with a seed of its own. */
const perOperation = Number(process.env.JANGKAU_FUZZ_RUNS ?? 10);
const seed = Number(process.env.JANGKAU_FUZZ_SEED ?? 20_261_121);
/** They end the sessions the run works with, or never end themselves. */
const leftOut = new Set(['DELETE /api/v1/session', 'GET /api/v1/events']);
const roles: Role[] = [
  'head-of-branch',
  'branch-officer',
  'village-operator',
  'auditor',
  'system-administrator',
];

let server: TestServer;
let operations: Operation[];
let known: Known;

beforeAll(async () => {
  server = await startTestServer();
  const run = await server.run('2026-11-21');
  for (const role of roles)
    await server.addOfficer(role, role, role === 'village-operator' ? ['51.71.01.1001'] : []);
  const request = await server.call('POST', 'privacy/requests', {
    kind: 'access',
    channel: 'letter',
    receivedAt: '2026-11-20T08:00:00Z',
    askedByName: '=1+1',
    askedByRelation: 'self',
    askedByAddress: '<b>alamat</b>',
    subjectName: "O'Contoh",
    wish: '#let x = 1 *minta* $data$',
    person: { runId: run, residentKey: 7 },
  });
  const breach = await server.call('POST', 'privacy/breaches', {
    title: '=HYPERLINK("http://contoh.invalid")',
    whatHappened: '@SUM(A1) <script>alert(1)</script>',
    happenedAt: null,
    knownAt: '2026-11-20T08:00:00Z',
    howKnown: '+cmd',
  });
  expect([request.status, breach.status]).toEqual([201, 201]);
  const ids = [run, request.body.id, breach.body.id, '00000000-0000-4000-8000-000000000000'];
  known = {
    id: ids,
    a: [run],
    b: [run],
    run: [run],
    runId: [run],
    residentKey: [1, 7, 10, 20, 33],
    memberKey: [1, 7, 10, 20],
    list: ['uncovered', 'all', 'duplicates'],
    confirm: ['false'],
  };
  operations = operationsOf((await server.call('GET', 'openapi.json')).body);
});
afterAll(() => server.close());

test('the description names every operation', () => {
  expect(operations.length).toBeGreaterThan(40);
});

test('no request makes the server fall, or tell what it is made of', { timeout: 7_200_000 }, async () => {
  const statuses = new Map<string, Set<number>>();
  const faults: string[] = [];
  for (const operation of operations) {
    const name = `${operation.method} ${operation.path}`;
    if (leftOut.has(name)) continue;
    const seen = new Set<number>();
    statuses.set(name, seen);
    const who = fc.constantFrom<string>(...roles, 'branch-officer', 'head-of-branch', '');
    const outcome = await fc.check(
      fc.asyncProperty(requestArbitrary(operation, known), who, async (request, role) => {
        const answer = await send(request, role);
        seen.add(answer.status);
        expect(answerFaults(answer, textsOf(request)), `${request.method} ${request.url}`).toEqual([]);
      }),
      { seed, numRuns: perOperation, endOnFailure: true },
    );
    if (outcome.failed)
      faults.push(`${name}: ${JSON.stringify(outcome.counterexample)}: ${String(outcome.errorInstance)}`);
  }
  expect(faults).toEqual([]);
  // A run in which everything was refused at the door would have shown nothing.
  const reached = [...statuses.values()].filter((seen) => [...seen].some((status) => status < 300));
  expect(reached.length / statuses.size).toBeGreaterThan(0.25);
});

test('what people write comes back as they wrote it', async () => {
  const text =
    '<script>alert(1)</script> \'; DROP TABLE run; -- =1+1 {{7*7}} $(x) ../../etc ᬅ 👩‍👧 "x"\nbaris dua';
  const { body } = await server.call('POST', 'privacy/breaches', {
    title: text.split('\n')[0],
    whatHappened: text,
    happenedAt: null,
    knownAt: '2026-11-20T08:00:00Z',
    howKnown: text,
  });
  const read = await server.call('GET', `privacy/breaches/${body.id}`);
  expect(read.body).toMatchObject({ whatHappened: text, howKnown: text });
});

function send(request: FuzzRequest, role: string) {
  return server.call(request.method, request.url, request.body, { as: role, headers: request.headers });
}

/** Everything a request says, for an answer may say it again. */
function textsOf(request: FuzzRequest): string[] {
  const words = [request.url, ...request.url.split(/[/?&=]/)].map((part) => decodeURIComponent(part));
  const strings: string[] = [];
  try {
    JSON.parse(request.body ?? 'null', (_, value) => {
      if (typeof value === 'string') strings.push(value, value.trim());
      return value;
    });
  } catch {
    strings.push(request.body ?? '');
  }
  return [...words, ...strings].sort((a, b) => b.length - a.length);
}
