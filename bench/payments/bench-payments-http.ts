import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
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
 * node bench/payments/bench-payments-http.ts [--residents 168820] [--payments 100000] [--port 5180] [--work DIR]
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
await prepareBranch(residents, work, 6, join(`office-${residents}`, 'postgres'));
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
  const before = await serverCpu(child.pid as number);
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = next++; i < deliveries.length; i = next++) {
        const outcome = await deliver(deliveries[i] as Notice, { url, id, secret, agent });
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = (await serverCpu(child.pid as number)) - before;
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
    serverCpuSeconds: Math.round(cpuSeconds * 10) / 10,
    counts,
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

/** Processor time of the server's process, PostgreSQL aside. */
async function serverCpu(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
