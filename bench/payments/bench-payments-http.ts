import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { paymentContent } from '@jangkau/contracts';
import { connect, ownerOnly, proveLedger, reachOwner } from '@jangkau/store';
import { prepareBranch } from '../month-close/prepare-branch.ts';
import { deliveriesOf, type Notice, postedBy } from './deliveries.ts';

/**
 * Payment notifications as banks deliver them to the running server over HTTP, each signed: shuffled, one to three
 * times, eight at a time. Every rupiah has to be there once.
 *
 * npm run bench:payments -- [--residents 168820] [--payments 100000] [--port 5180] [--work DIR]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '168820' },
    payments: { type: 'string', default: '100000' },
    port: { type: 'string', default: '5180' },
    work: { type: 'string' },
  },
});
const residents = Number(values.residents);
const root = join(import.meta.dirname, '..', '..');
const work = values.work ?? join(root, 'data', 'bench');
await prepareBranch(residents, work, 8, join(`office-${residents}`, 'postgres'));
const dataDir = join(work, `office-${residents}`);
const child = spawn(process.execPath, [join(import.meta.dirname, 'payment-server.ts')], {
  env: { ...process.env, JANGKAU_DATA_DIR: dataDir, PORT: values.port },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const lines = createInterface({ input: child.stdout });
  const said = await new Promise<string>((resolve) => lines.once('line', resolve));
  const { url, id, secret } = JSON.parse(said) as { url: string; id: string; secret: string };
  const reached = await reachOwner({ directory: join(dataDir, 'postgres') });
  const owner = { ...reached.connection, max: 2 };
  const database = connect(ownerOnly(owner));
  const { notices, deliveries } = await deliveriesOf(database.ownerPool, Number(values.payments));
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const counts: Record<string, number> = {};
  let next = 0;
  const postgres = join(dataDir, 'postgres');
  const before = await cpuSecondsOf(child.pid as number, postgres);
  const own = process.cpuUsage();
  const latencies: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = next++; i < deliveries.length; i = next++) {
        const sent = performance.now();
        const outcome = await deliver(deliveries[i] as Notice, { url, id, secret, agent });
        latencies.push(performance.now() - sent);
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        if ((i + 1) % 20_000 === 0)
          console.error(`${i + 1} deliveries, ${Math.round((performance.now() - started) / 1000)} s`);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const after = await cpuSecondsOf(child.pid as number, postgres);
  const { user, system } = process.cpuUsage(own);
  latencies.sort((a, b) => a - b);
  const latency = (share: number) =>
    Math.round((latencies[Math.floor(latencies.length * share)] ?? 0) * 10) / 10;
  agent.destroy();
  const posted = await postedBy(database.ownerPool);
  const faults = (await proveLedger(database.ownerPool, '2026-10-31')).filter((proof) => proof.faults > 0);
  await database.close();
  await reached.close();
  const expected = notices.reduce((sum, { amount }) => sum + amount, 0);
  const result = {
    residents,
    payments: notices.length,
    deliveries: deliveries.length,
    parallel: 8,
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round(deliveries.length / seconds),
    milliseconds: { p50: latency(0.5), p95: latency(0.95), p99: latency(0.99) },
    cpuSeconds: {
      server: Math.round(after.server - before.server),
      postgres: Math.round(after.postgres - before.postgres),
      callers: Math.round((user + system) / 1e6),
    },
    counts,
    rupiah: { sent: expected, posted: posted.amount, allocatedOrHeld: posted.placed },
    everyRupiahOnce:
      posted.amount === expected && posted.placed === expected && posted.payments === notices.length,
    ledgerFaults: faults,
  };
  await writeFile(
    join(root, 'bench', 'results', `payments-http-${residents}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  console.log(JSON.stringify(result, undefined, 2));
} finally {
  child.kill();
}

/** Sends a notification, signed over what it says; the outcome, or the status when it is refused. */
function deliver(
  notice: Notice,
  { url, id, secret, agent }: { url: string; id: string; secret: string; agent: Agent },
): Promise<string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret)
    .update(`${id}&${timestamp}&${paymentContent(notice)}`)
    .digest('base64');
  const headers = {
    'content-type': 'application/json',
    'x-cons-id': id,
    'x-timestamp': timestamp,
    'x-signature': signature,
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v1/payments`, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () =>
        resolve(answer.statusCode === 200 ? JSON.parse(text).outcome : String(answer.statusCode)),
      );
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(notice));
  });
}

/** Processor time so far of the server's process, and of PostgreSQL with the processes it has and has had. */
async function cpuSecondsOf(
  serverPid: number,
  postgres: string,
): Promise<{ server: number; postgres: number }> {
  const stat = async (pid: number | string) => {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  };
  const sum = (fields: readonly number[], from: number, to: number) =>
    fields.slice(from, to).reduce((total, ticks) => total + ticks, 0) / 100;
  const postmaster = Number(
    (await readFile(join(postgres, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0],
  );
  const children = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const fields = await stat(pid);
    if (fields[1] === postmaster) children.push(sum(fields, 11, 13));
  }
  return {
    server: sum(await stat(serverPid), 11, 13),
    postgres: children.reduce((total, seconds) => total + seconds, sum(await stat(postmaster), 11, 15)),
  };
}
