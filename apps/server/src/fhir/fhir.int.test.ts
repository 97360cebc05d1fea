import { type ReasonCode, reasons } from '@jangkau/membership';
import { addFamily, addTariffs, cardOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { Fhir } from 'fhir/fhir.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { cardSystem, nikSystem } from './identifier-systems.ts';

const validator = new Fhir();
/** Faults a validator finds: unknown and missing properties, types, and codes outside their value sets. */
function faultsOf(resource: object): string[] {
  const { messages } = validator.validate(JSON.parse(JSON.stringify(resource)), { errorOnUnexpected: true });
  return messages
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`);
}

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startTestServer({}, { now: () => new Date('2026-11-22T04:00:00Z') });
  await addAccount(server, 'pengelola', 'system-administrator');
  const admin = new TestBrowser(server);
  await admin.signIn('pengelola');
  await addTariffs(server.services.database.owner);
  await addFamily(server.services.database.owner, { people: [1, 2] });
  const order = {
    name: 'RS Contoh',
    kind: 'api-key',
    scopes: ['eligibility.read'],
    requestsPerMinute: 100_000,
  };
  key = (await admin.call('POST', 'clients', order)).body.secret;
}, 120_000);
afterAll(() => server.close());

const fhir = async (method: string, url: string, body?: unknown, headers: object = {}) => {
  const answer = await server.app.inject({
    method: method as 'GET',
    url: `/fhir${url}`,
    headers: {
      authorization: `Bearer ${key}`,
      ...(typeof body === 'object' && { 'content-type': 'application/fhir+json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: body as object }),
  });
  expect(answer.headers['content-type']).toBe('application/fhir+json; charset=utf-8');
  return { status: answer.statusCode, body: answer.json() };
};
const request = (more: object = {}) => ({
  resourceType: 'CoverageEligibilityRequest',
  id: 'tanya-1',
  status: 'active',
  purpose: ['validation'],
  patient: { identifier: { system: cardSystem, value: cardOf(1) } },
  servicedDate: '2026-11-22',
  created: '2026-11-22',
  insurer: { display: 'BPJS Kesehatan' },
  ...more,
});
const ask = (more: object = {}) => fhir('POST', '/CoverageEligibilityRequest', request(more));

test('the validator finds planted faults', () => {
  expect(faultsOf({ resourceType: 'Coverage', status: 'aktif', beneficiary: {}, payor: [{}] })).not.toEqual(
    [],
  );
  expect(faultsOf({ resourceType: 'CoverageEligibilityResponse', status: 'active' })).not.toEqual([]);
  expect(faultsOf(request())).toEqual([]);
});

describe.each(Object.keys(reasons) as ReasonCode[])('%s', (reason) => {
  test('is a valid response and a valid Coverage', async () => {
    const { active, inactivity } = reasons[reason];
    await queryRows(
      server.services.database.owner,
      `UPDATE member_status SET reason = '${reason}', active = ${active}, inactive_kind = ${inactivity ? `'${inactivity}'` : 'NULL'},
         due_on = '2026-12-01', due_reason = 'APPLICATION_LAPSED' WHERE member_id = 1`,
    );
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(faultsOf(body)).toEqual([]);
    expect(body).toMatchObject({
      resourceType: 'CoverageEligibilityResponse',
      outcome: 'complete',
      insurance: [{ inforce: active }],
    });
    // Covered, and this month is not paid: the register does not keep that apart.
    const [{ valueCode }] = body.extension;
    expect(valueCode).toBe(reason === 'PAID' ? 'CURRENT_MONTH_DUE' : reason);
    const coverage = await fhir('GET', `/${body.insurance[0].coverage.reference}`);
    expect(faultsOf(coverage.body)).toEqual([]);
    expect(coverage.body.status).toBe(active ? 'active' : 'cancelled');
  });
});

test('a member is named by NIK or card, in the reference, a contained Patient, or by the Coverage', async () => {
  const nik = { system: nikSystem, value: '5171014101720000' };
  for (const named of [
    { patient: { identifier: nik } },
    { patient: { identifier: { system: 'https://fhir.kemkes.go.id/id/bpjs', value: cardOf(2) } } },
    { patient: { reference: '#p' }, contained: [{ resourceType: 'Patient', id: 'p', identifier: [nik] }] },
    { patient: { reference: 'Patient/x' }, insurance: [{ coverage: { reference: 'Coverage/2' } }] },
  ]) {
    const { body } = await ask(named);
    expect([named, body.patient?.identifier?.value]).toEqual([named, cardOf(2)]);
  }
});

test('nobody is an error of the response; a request without a person, or for no day, an OperationOutcome', async () => {
  const nobody = await ask({ patient: { identifier: { system: cardSystem, value: cardOf(99) } } });
  expect([nobody.status, nobody.body.outcome]).toEqual([200, 'error']);
  expect(faultsOf(nobody.body)).toEqual([]);
  for (const [more, status] of [
    [{ patient: { reference: 'Patient/1' } }, 422],
    [{ servicedDate: '2027-11-22' }, 422],
    [{ purpose: ['lain'] }, 400],
    [{ resourceType: 'Patient' }, 400],
  ] as const) {
    const failed = await ask(more);
    expect([more, failed.status, failed.body.resourceType]).toEqual([more, status, 'OperationOutcome']);
    expect(faultsOf(failed.body)).toEqual([]);
  }
});

test('without credentials, at unknown addresses and with text that is no JSON there is an OperationOutcome', async () => {
  const failures = [
    await fhir('POST', '/CoverageEligibilityRequest', request(), { authorization: 'Bearer x' }),
    await fhir('GET', '/Patient/1'),
    await fhir('GET', '/Coverage/99'),
    await fhir('GET', '/Coverage'),
    await fhir('POST', '/CoverageEligibilityRequest', '{', { 'content-type': 'application/fhir+json' }),
    await fhir('POST', '/', { resourceType: 'Bundle', type: 'transaction' }),
  ];
  expect(failures.map(({ status, body }) => [status, body.resourceType])).toEqual(
    [401, 404, 404, 400, 400, 400].map((status) => [status, 'OperationOutcome']),
  );
  for (const { body } of failures) expect(faultsOf(body)).toEqual([]);
});

test('Coverage is found by its identifiers, best by POST; a search bundle is valid', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const found = await fhir(
    'POST',
    '/Coverage/_search',
    `identifier=${encodeURIComponent(`${nikSystem}|5171014101720000`)}`,
    form,
  );
  expect(found.body).toMatchObject({
    type: 'searchset',
    total: 1,
    entry: [{ resource: { subscriberId: cardOf(2) } }],
  });
  expect(faultsOf(found.body)).toEqual([]);
  const none = await fhir(
    'GET',
    `/Coverage?beneficiary:identifier=${encodeURIComponent(`${cardSystem}|${cardOf(99)}`)}`,
  );
  expect(none.body.total).toBe(0);
});

test('numbers are found with their system, without one and in lists; what is not ours matches nobody', async () => {
  const search = (query: string, headers = {}) => fhir('GET', `/Coverage?${query}`, undefined, headers);
  const own = encodeURIComponent(`${nikSystem}|5171014101720000`);
  for (const [query, total] of [
    [`identifier=${own}`, 1],
    [`identifier=${nikSystem}|5171014101720000`, 1],
    ['identifier=5171014101720000', 1],
    [`identifier=${cardOf(2)}`, 1],
    [`identifier=http://fhir.kemkes.go.id/id/nik/|5171%200141%200172%200000`, 1],
    [`identifier=${own},${cardOf(1)}`, 2],
    [`identifier=${own}&identifier=${cardOf(2)}`, 1],
    [`identifier=${own}&identifier=${cardOf(1)}`, 0],
    [`patient:identifier=${own}&_format=json&_pretty=true&_count=10`, 1],
    ['_id=2,1', 2],
    ['_id=abc', 0],
    [`identifier=${encodeURIComponent('http://rs.example/mr|')}000123`, 0],
    [`identifier=|${cardOf(2)}`, 0],
    [`identifier=${nikSystem}|517`, 0],
  ] as const) {
    const { status, body } = await search(query);
    expect([query, status, body.total, body.entry?.length ?? 0]).toEqual([query, 200, total, total]);
    expect([query, faultsOf(body)]).toEqual([query, []]);
    expect(body.link[0].url).not.toContain('5171014101720000');
  }
  expect((await search(`identifier=${own}&_summary=count`)).body).toMatchObject({ total: 1 });
  for (const query of [
    `identifier=${own}&status=active`,
    'name=CONTOH',
    'beneficiary=Patient/1',
    `identifier=${nikSystem}|`,
  ]) {
    const { status, body } = await search(query);
    expect([query, status, body.resourceType]).toEqual([query, 400, 'OperationOutcome']);
    expect(faultsOf(body)).toEqual([]);
  }
  const lenient = await search(`identifier=${own}&status=active`, { prefer: 'handling=lenient' });
  expect(lenient.body.total).toBe(1);
  expect(lenient.body.entry.map((entry: { search: { mode: string } }) => entry.search.mode)).toEqual([
    'match',
    'outcome',
  ]);
  expect(faultsOf(lenient.body)).toEqual([]);
});

test('JSON by whatever name is given; who reads no JSON is told so', async () => {
  for (const accept of [
    'application/fhir+json; fhirVersion=4.0',
    'application/json',
    '*/*',
    'application/fhir+xml, application/json;q=0.5',
    'text/html,*/*;q=0.8',
  ])
    expect([accept, (await fhir('GET', '/Coverage/2', undefined, { accept })).status]).toEqual([accept, 200]);
  for (const format of ['json', 'application/json', 'application/fhir%2Bjson', 'application/fhir+json'])
    expect(
      (await fhir('GET', `/Coverage/2?_format=${format}`, undefined, { accept: 'application/fhir+xml' }))
        .status,
    ).toBe(200);
  const refused = [
    await fhir('GET', '/Coverage/2', undefined, { accept: 'application/fhir+xml' }),
    await fhir('GET', '/metadata?_format=xml'),
  ];
  for (const { status, body } of refused) {
    expect([status, body.resourceType]).toEqual([406, 'OperationOutcome']);
    expect(faultsOf(body)).toEqual([]);
  }
  const xml = await fhir('POST', '/CoverageEligibilityRequest', '<x/>', {
    'content-type': 'application/fhir+xml',
  });
  expect([xml.status, xml.body.resourceType]).toEqual([415, 'OperationOutcome']);
});

test('$submit takes the request itself, in Parameters or in a Bundle, with a media type that has parameters', async () => {
  const bodies = [
    request(),
    { resourceType: 'Parameters', parameter: [{ name: 'resource', resource: request() }] },
    { resourceType: 'Bundle', type: 'collection', entry: [{ resource: request() }] },
  ];
  for (const body of bodies) {
    const answer = await fhir('POST', '/CoverageEligibilityRequest/%24submit', body, {
      'content-type': 'application/fhir+json; charset=utf-8; fhirVersion=4.0',
    });
    expect([answer.status, answer.body.resourceType]).toEqual([200, 'CoverageEligibilityResponse']);
  }
});

test('a batch answers every entry in its place, good or bad', async () => {
  const { body } = await fhir('POST', '/', {
    resourceType: 'Bundle',
    type: 'batch',
    entry: [
      { request: { method: 'POST', url: 'CoverageEligibilityRequest' }, resource: request() },
      { request: { method: 'GET', url: 'Coverage/2' } },
      { request: { method: 'GET', url: 'Coverage/99' } },
      { request: { method: 'DELETE', url: 'Coverage/2' } },
      null,
      { resource: request() },
      { request: { method: 'GET', url: 'https://rs.example/fhir/Coverage/2' } },
      { request: { method: 'GET', url: `Coverage?identifier=${cardOf(2)}&lain=1` } },
      {
        request: { method: 'POST', url: 'CoverageEligibilityRequest' },
        resource: { resourceType: 'Patient' },
      },
    ],
  });
  expect(body.entry.map(({ response }: { response: { status: string } }) => response.status)).toEqual([
    '200 OK',
    '200 OK',
    '404',
    '404',
    '400',
    '400',
    '200 OK',
    '400',
    '400',
  ]);
  expect(faultsOf(body)).toEqual([]);
});

test('a batch of searches asks for no more people than a batch may have entries', async () => {
  const numbers = Array.from({ length: 20 }, (_, i) => cardOf(i + 1)).join(',');
  const entry = Array.from({ length: 7 }, () => ({
    request: { method: 'GET', url: `Coverage?identifier=${numbers}` },
  }));
  const { body } = await fhir('POST', '/', { resourceType: 'Bundle', type: 'batch', entry });
  const states = body.entry.map(({ response }: { response: { status: string } }) => response.status);
  expect(states).toEqual([...Array.from({ length: 5 }, () => '200 OK'), '413', '413']);
  const many = await fhir('GET', `/Coverage?identifier=${numbers},${cardOf(30)}`);
  expect([many.status, many.body.issue[0].code]).toEqual([413, 'too-costly']);
});

test('what the server can do is said without credentials', async () => {
  const { status, body } = await fhir('GET', '/metadata', undefined, { authorization: '' });
  expect([status, body.fhirVersion]).toEqual([200, '4.0.1']);
  expect(faultsOf(body)).toEqual([]);
});
