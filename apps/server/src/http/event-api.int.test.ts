import { afterAll, beforeAll, expect, test } from 'vitest';
import { membersCsv, residentsCsv, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let url: string;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const body = JSON.stringify({ username: 'petugas', password: 'rahasia' });
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(() => server.close());

interface Seen {
  id: number;
  state: string;
}

/** Reads events until one says the run is over, or the connection has given `most`. */
async function listen(query: string, headers: Record<string, string> = {}, most = Infinity): Promise<Seen[]> {
  const abort = new AbortController();
  const answer = await fetch(`${url}/api/v1/events?${query}`, {
    headers: { cookie, ...headers },
    signal: abort.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const seen: Seen[] = [];
  let text = '';
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data) seen.push(JSON.parse(data));
    }
    if (seen.at(-1)?.state === 'done' || seen.length >= most) break;
  }
  abort.abort();
  return seen;
}

test('a browser hears a run live, and reads on from where it was after a break', async () => {
  const residentsUploads = [await server.upload('residents', residentsCsv)];
  const membersUploads = [await server.upload('members', membersCsv)];
  const live = listen('');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { body } = await server.call('POST', 'runs', {
    residentsUploads,
    membersUploads,
    asOf: '2026-01-01',
  });
  const heard = await live;
  expect(heard.at(-1)?.state).toBe('done');
  const stored = await server.services.runs.eventsAfter(0, body.id);
  expect(heard.map((event) => event.id)).toEqual(stored.map((event) => event.id));

  const third = stored[2]?.id ?? 0;
  const rest = await listen(`run=${body.id}`, { 'last-event-id': String(third) });
  expect(rest.map((event) => event.id)).toEqual(stored.slice(3).map((event) => event.id));
  const first = await listen(`run=${body.id}&lastEventId=0`, {}, 1);
  expect(first[0]?.id).toBe(stored[0]?.id);
});

test('closing the server ends the streams', async () => {
  const other = await startTestServer();
  const at = await other.app.listen({ port: 0, host: '127.0.0.1' });
  const payload = { username: 'petugas', password: 'rahasia' };
  const signed = await other.app.inject({ method: 'POST', url: '/api/v1/session', payload });
  const token = String(signed.headers['set-cookie']).split(';')[0] ?? '';
  const stream = await fetch(`${at}/api/v1/events`, { headers: { cookie: token } });
  const started = performance.now();
  await other.close();
  await stream.text().catch(() => '');
  expect(performance.now() - started).toBeLessThan(5000);
});
