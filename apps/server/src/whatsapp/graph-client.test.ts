import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GraphClient } from './graph-client.ts';
import { completeWhatsapp } from './whatsapp-settings.ts';

let answer: (response: ServerResponse, path: string) => void;
let server: Server;
let url: string;
let graph: GraphClient;
beforeAll(async () => {
  server = createServer((request, response) => answer(response, request.url ?? ''));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { baseUrl: url, version: 'v24.0', perSecond: 1, portfolioLimit: 1, prices: {} };
  graph = new GraphClient(completeWhatsapp(settings, Buffer.alloc(32, 7)), () => url);
});
afterAll(() => server.close());

const says = (status: number, body: string) => (response: ServerResponse) => {
  response.writeHead(status).end(body);
};

test.each([
  // A gateway in between answers: the message may have been taken.
  [502, '<html>Bad Gateway</html>', true],
  [504, '', true],
  [500, '{}', true],
  [500, '{"error":{"code":999999}}', true],
  // WhatsApp itself says that it was not.
  [500, '{"error":{"code":131016}}', false],
  [503, '{"error":{"code":2}}', false],
  [429, '{"error":{"code":130429}}', false],
  [400, '{}', false],
])('%i %s: whether the message may have been taken', async (status, body, isUnsure) => {
  answer = says(status, body);
  await expect(graph.send('1', {})).rejects.toMatchObject({ isUnsure });
});

test('a file that breaks off in the middle is tried again like one that cannot be reached', async () => {
  answer = (response, path) => {
    if (!path.startsWith('/files')) return says(200, JSON.stringify({ url: `${url}/files/1` }))(response);
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half', () => response.destroy());
  };
  await expect(graph.media('1', null)).rejects.toMatchObject({ name: 'Error', kind: 'retry' });
});

test('somebody who ends does not wait for WhatsApp', async () => {
  answer = () => undefined;
  const ended = new AbortController();
  const asked = graph.templates(ended.signal);
  setTimeout(() => ended.abort(), 20);
  await expect(asked).rejects.toMatchObject({ kind: 'retry' });
}, 5000);
