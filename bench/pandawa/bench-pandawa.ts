import { createHmac } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect, ownerOnly, reachOwner } from '@jangkau/store';
import { KilledServer } from '../kill/killed-server.ts';
import { type PlannedCall, plannedCalls } from './webhook-calls.ts';

/**
 * npm run bench:pandawa [-- --seconds 60 --rate 200]: signed calls of every type and status, each delivered three
 * times in random order, against the running server; then again with kill -9 in the middle. What was not answered is
 * delivered again, as WhatsApp does. Result in bench/results/pandawa.json.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    'kill-seconds': { type: 'string', default: '30' },
    rate: { type: 'string', default: '200' },
  },
});
const rate = Number(values.rate);
const appSecret = 'bench-app-secret-0001';
const sends = new Map<string, number>();
const graph = createServer(async (incoming, outgoing) => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const id = String(JSON.parse(Buffer.concat(parts).toString() || '{}').biz_opaque_callback_data);
  sends.set(id, (sends.get(id) ?? 0) + 1);
  outgoing.setHeader('content-type', 'application/json');
  outgoing.end(JSON.stringify({ messages: [{ id: `wamid.sent.${id}.${sends.get(id)}` }] }));
}).listen(0, '127.0.0.1');
const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-pandawa-'));
await chmod(folder, 0o755);
const server = new KilledServer(folder, {
  JANGKAU_DEMO_RESIDENTS: '0',
  JANGKAU_LOG_LEVEL: 'error',
  JANGKAU_WHATSAPP_BASE_URL: `http://127.0.0.1:${(graph.address() as AddressInfo).port}`,
  JANGKAU_WHATSAPP_ACCOUNT_ID: '200000000000002',
  JANGKAU_WHATSAPP_PHONE_NUMBER_ID: '100000000000009',
  JANGKAU_WHATSAPP_TOKEN: 'bench-token-000000001',
  JANGKAU_WHATSAPP_APP_SECRET: appSecret,
  JANGKAU_WHATSAPP_VERIFY_TOKEN: 'bench-verify',
  JANGKAU_WHATSAPP_PER_SECOND: '1000',
});
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Delivers a call once: the status of the answer, undefined when there was none, and how long it took. */
function deliver({ body }: PlannedCall): Promise<{ status: number | undefined; ms: number }> {
  const started = performance.now();
  const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
  return new Promise((resolve) => {
    const sent = request(
      `${server.url}/webhooks/whatsapp`,
      {
        method: 'POST',
        agent,
        timeout: 10_000,
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          'x-hub-signature-256': signature,
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode, ms: performance.now() - started }));
        answer.on('error', () => resolve({ status: undefined, ms: 0 }));
      },
    );
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve({ status: undefined, ms: 0 }));
    sent.end(body);
  });
}

/** Delivers everything three times in random order at the rate; `half` happens in the middle. */
async function run(planned: readonly PlannedCall[], half?: () => Promise<void>) {
  const deliveries = shuffled([...planned, ...planned, ...planned]);
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const unanswered: PlannedCall[] = [];
  const pending: Promise<void>[] = [];
  const one = async (call: PlannedCall) => {
    const { status, ms } = await deliver(call);
    if (status === undefined) unanswered.push(call);
    else {
      statuses[status] = (statuses[status] ?? 0) + 1;
      times.push(ms);
    }
  };
  const started = performance.now();
  let middle: Promise<void> | undefined;
  for (const [i, call] of deliveries.entries()) {
    const wait = (i / rate) * 1000 - (performance.now() - started);
    if (wait > 1) await sleep(wait);
    if (half && !middle && i >= deliveries.length / 2) middle = half();
    pending.push(one(call));
  }
  await Promise.all(pending);
  const seconds = (performance.now() - started) / 1000;
  await middle;
  const lost = unanswered.splice(0);
  for (const call of lost) await one(call);
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return {
    deliveries: deliveries.length,
    seconds: Math.round(seconds * 10) / 10,
    statuses,
    deliveredAgain: lost.length,
    neverAnswered: unanswered.length,
    ms: { median: at(0.5), p99: at(0.99), longest: at(0.99999) },
  };
}

function shuffled<T>(of: T[]): T[] {
  for (let i = of.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [of[i], of[j]] = [of[j] as T, of[i] as T];
  }
  return of;
}

/** Waits until the server has worked and sent everything, then counts what is there. */
async function effectsOf(round: string, expected: { messages: number; statuses: number; answered: number }) {
  const reached = await reachOwner({ directory: path.join(folder, 'postgres') });
  const owner = { ...reached.connection, max: 2 };
  const database = connect(ownerOnly(owner));
  const count = async (statement: string) => Number((await database.ownerPool.query(statement)).rows[0]?.n);
  try {
    const started = performance.now();
    const waiting = () =>
      count(`SELECT (SELECT count(*) FROM chat_call WHERE worked_at IS NULL)
        + (SELECT count(*) FROM chat_message WHERE state IN ('queued', 'sending')) AS n`);
    while ((await waiting()) > 0 && performance.now() - started < 300_000) await sleep(250);
    const found = {
      waiting: await waiting(),
      messages: await count(
        `SELECT count(*) AS n FROM chat_message WHERE inbound AND key LIKE 'wamid.bench.${round}.%'`,
      ),
      statuses: await count(`SELECT count(*) AS n FROM chat_status WHERE wamid LIKE 'wamid.ours.${round}.%'`),
      answered: await count(
        `SELECT count(*) AS n FROM chat_message WHERE NOT inbound AND key LIKE 'wamid.bench.${round}.%/say'`,
      ),
      faults: await count(`SELECT count(*) AS n FROM chat_call WHERE attempts > 0`),
    };
    return {
      expected,
      found,
      settledAfterSeconds: Math.round((performance.now() - started) / 100) / 10,
      sentTwice: [...sends.values()].filter((times) => times > 1).length,
      eachOnce:
        found.waiting === 0 &&
        found.messages === expected.messages &&
        found.statuses === expected.statuses &&
        found.answered === expected.answered,
    };
  } finally {
    await database.close();
    await reached.close();
  }
}

try {
  await server.start();
  const plan = (round: string, seconds: number) => plannedCalls(round, Math.round((rate * seconds) / 3));
  const calm = plan('1', Number(values.seconds));
  const steady = await run(calm.calls);
  const steadyEffects = await effectsOf('1', counts(calm));
  const rough = plan('2', Number(values['kill-seconds']));
  const killed = await run(rough.calls, async () => {
    await server.kill();
    await server.start();
  });
  const killedEffects = await effectsOf('2', counts(rough));
  const result = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    rate,
    steady: { ...steady, ...steadyEffects },
    killed: { ...killed, ...killedEffects },
  };
  console.log(JSON.stringify(result, null, 2));
  await writeFile(
    new URL('../results/pandawa.json', import.meta.url),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  process.exitCode = steadyEffects.eachOnce && killedEffects.eachOnce ? 0 : 1;
} finally {
  await server.stop();
  graph.close();
  agent.destroy();
  await rm(folder, { recursive: true, force: true });
}

function counts({ messages, statuses, answered }: ReturnType<typeof plannedCalls>) {
  return { messages, statuses, answered };
}
