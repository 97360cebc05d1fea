import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RunQueue } from '../runs/run-queue.ts';
import {
  fixtureJob,
  membersCsv,
  residentsCsv,
  startTestServer,
  type TestServer,
} from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function order(asOf: string, headers = {}) {
  const residentsUploads = [await server.upload('residents', residentsCsv)];
  const membersUploads = [await server.upload('members', membersCsv)];
  return server.call('POST', 'runs', { residentsUploads, membersUploads, asOf }, { headers });
}

test('a run goes from order to results, and tells how far it is', async () => {
  const ordered = await order('2026-11-21');
  expect(ordered.status).toBe(202);
  expect(['queued', 'running']).toContain(ordered.body.state);
  const done = await server.until(ordered.body.id, ['done']);
  expect(done.body.counts.residents).toBe(600);
  expect(done.body.progress).toBe(1);
  expect(done.body.stages.at(-1)).toMatchObject({ stage: 'store', state: 'done' });
  expect(done.body.residentsUploads[0].name).toBe('residents.csv');
  const events = await vi.waitFor(async () => {
    const found = await server.services.runs.eventsAfter(0, ordered.body.id);
    expect(found.at(-1)?.payload).toMatchObject({ state: 'done' });
    return found;
  });
  expect(events.map((event) => event.id)).toEqual([...events.map((event) => event.id)].sort((a, b) => a - b));
  const summary = await server.call('GET', `runs/${ordered.body.id}/summary`);
  expect(summary.body.reconciliation[0].ok).toBe(true);
});

test('a failed run says why, in both languages', async () => {
  const { body } = await order('2001-01-01');
  const failed = await server.until(body.id, ['failed']);
  expect(failed.body.error).toMatchObject({ code: 'column-missing', message: 'Kolom nama tidak ada.' });
  const english = await server.call('GET', `runs/${body.id}`, undefined, {
    headers: { 'accept-language': 'en' },
  });
  expect(english.body.error.message).toBe('No name.');
  expect((await server.call('GET', `runs/${body.id}/people`)).body.code).toBe('run-not-finished');
});

test('one run at a time; a running one can be cancelled and started again', async () => {
  const first = (await order('2002-01-01')).body.id;
  await server.until(first, ['running']);
  const second = (await order('2026-01-01')).body.id;
  expect((await server.call('GET', `runs/${second}`)).body.state).toBe('queued');
  expect((await server.call('DELETE', `runs/${first}?confirm=true`)).body.code).toBe('run-busy');
  expect((await server.call('POST', `runs/${first}/cancel`)).status).toBe(202);
  await server.until(first, ['cancelled']);
  await server.until(second, ['done']);
  expect((await server.call('POST', `runs/${second}/cancel`)).body.code).toBe('run-not-cancellable');
  expect((await server.call('POST', `runs/${second}/resume`)).body.code).toBe('run-not-resumable');
  const again = await server.call('POST', `runs/${first}/resume`);
  expect(again.body.attempt).toBe(2);
  await server.until(first, ['running']);
  await server.call('POST', `runs/${first}/cancel`);
  await server.until(first, ['cancelled']);
});

test('deleting asks for a confirmation and takes the results along', async () => {
  const { body } = await order('2026-01-02');
  await server.until(body.id, ['done']);
  expect((await server.call('DELETE', `runs/${body.id}`)).body.code).toBe('confirmation-required');
  expect((await server.call('DELETE', `runs/${body.id}?confirm=true`)).status).toBe(204);
  expect((await server.call('GET', `runs/${body.id}`)).body.code).toBe('run-not-found');
});

test('the same Idempotency-Key orders one run', async () => {
  const residentsUploads = [await server.upload('residents', residentsCsv)];
  const membersUploads = [await server.upload('members', membersCsv)];
  const send = (asOf: string) =>
    server.call(
      'POST',
      'runs',
      { residentsUploads, membersUploads, asOf },
      { headers: { 'idempotency-key': 'k1' } },
    );
  const first = await send('2026-01-03');
  const second = await send('2026-01-03');
  expect(second.status).toBe(202);
  expect(second.body.id).toBe(first.body.id);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect((await send('2026-01-04')).body.code).toBe('idempotency-key-reused');
  await server.until(first.body.id, ['done']);
});

test('an operator of one village orders, stops and deletes nothing', async () => {
  const id = (await server.call('GET', 'runs')).body.items[0].id;
  for (const [method, url, body] of [
    ['POST', 'runs', { residentsUploads: ['x'], membersUploads: ['x'] }],
    ['POST', `runs/${id}/cancel`, undefined],
    ['POST', `runs/${id}/resume`, undefined],
    ['DELETE', `runs/${id}?confirm=true`, undefined],
    ['GET', 'uploads', undefined],
    ['POST', 'uploads?kind=members&name=x.csv', 'a,b'],
  ] as const) {
    const headers = typeof body === 'string' ? { 'content-type': 'text/csv' } : {};
    const answer = await server.call(method, url, body, { as: 'desa', headers });
    expect([url, answer.body.code]).toEqual([url, 'out-of-scope']);
  }
});

test('a run with unknown, wrong or unusable files is not ordered', async () => {
  const members = await server.upload('members', membersCsv);
  const residents = await server.upload('residents', residentsCsv);
  const send = (r: string, m: string) =>
    server.call('POST', 'runs', { residentsUploads: [r], membersUploads: [m] });
  expect((await send('not-an-id', members)).body.code).toBe('upload-not-found');
  expect((await send(members, residents)).body.code).toBe('upload-not-found');
  const nameless = await server.upload('residents', 'no_penduduk,alamat\n1,JL. RAYA\n');
  expect((await send(nameless, members)).body.code).toBe('mapping-incomplete');
});

test('what was running when the server died goes on by itself, once', async () => {
  const { body } = await order('2002-02-02');
  await server.until(body.id, ['running']);
  // As if killed: the queue is gone, the database still says running.
  await server.services.queue.close();
  await queryRows(server.services.database.owner, `UPDATE run SET state = 'running' WHERE id = '${body.id}'`);
  const states: string[] = [];
  const next = () =>
    new RunQueue({
      database: server.services.database,
      runs: server.services.runs,
      decisions: server.services.decisions,
      filesOf: async () => ({ residents: [], members: [] }),
      jobFile: fixtureJob,
      onEvent: (event) => states.push((event.payload as { state: string }).state),
      onError: () => undefined,
    });
  const queue = next();
  await queue.recover();
  await server.until(body.id, ['running']);
  expect((await server.call('GET', `runs/${body.id}`)).body.attempt).toBe(2);
  expect(states[0]).toBe('queued');
  // Stopped in order it is interrupted; a second time it waits for somebody to start it.
  await queue.close();
  expect((await server.call('GET', `runs/${body.id}`)).body.state).toBe('interrupted');
  const last = next();
  await last.recover();
  expect((await server.call('GET', `runs/${body.id}`)).body.state).toBe('interrupted');
  await last.close();
});
