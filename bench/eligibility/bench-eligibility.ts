import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDatabase, reachOwner, saveTariffs } from '@jangkau/store';
import autocannon from 'autocannon';
import { cardOf, fillRegister, nikOf } from './fill-register.ts';
import type { OwnDelays } from './own-delays.ts';
import { postgresPids, processorMs } from './processor-time.ts';
import { type SteadyRequest, steadyLoad } from './steady-load.ts';
import { watchStolen } from './stolen-time.ts';

/**
 * Eligibility by NIK on the running server beside a bare Fastify + pg handler that does the same look-up, with
 * the same connections, in turns; then the answer after a payment, again and again under load.
 *
 * node bench/eligibility/bench-eligibility.ts [--members 1688195] [--seconds 8] [--connections 32] [--rounds 3] [--work DIR]
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1688195' },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '32' },
    rounds: { type: 'string', default: '3' },
    work: { type: 'string' },
  },
});
const [members, seconds, connections, rounds] = [
  values.members,
  values.seconds,
  values.connections,
  values.rounds,
].map(Number) as [number, number, number, number];
const root = join(import.meta.dirname, '..', '..');
const dataDir = join(values.work ?? join(root, 'data', 'bench'), `eligibility-${members}`);
const children: ChildProcess[] = [];

interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  /** Not answered with 200. */
  failed: number;
  /** Processor time per request, milliseconds: the server's own and PostgreSQL's. */
  serverMs: number;
  databaseMs: number;
}

/** Starts a script and waits for its line. */
async function start(script: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    // Everything a server logs is written, as in real use, and read by nobody.
    stdio: ['ignore', script === 'bare-server.ts' ? 'pipe' : 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  children.push(child);
  let text = '';
  child.stdout?.on('data', (chunk) => (text += chunk));
  child.stderr?.on('data', (chunk) => (text += chunk));
  for (let i = 0; i < 1200; i++) {
    const line = /(\{"address".*\})\n/.exec(text)?.[1];
    if (line) return { ...JSON.parse(line), child };
    if (child.exitCode !== null) break;
    await sleep(100);
  }
  throw new Error(`${script} did not start: ${text}`);
}

let seed = 1;
const anybody = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return 1 + (seed % members);
};

async function load(
  url: string,
  pid: number,
  postmaster: number,
  request: () => autocannon.Request,
  options: { rate?: number; forSeconds?: number } = {},
): Promise<Measured> {
  // A session of PostgreSQL that ends takes its count along: none does within a measurement.
  const before = {
    server: processorMs([pid]),
    database: new Map(postgresPids(postmaster).map((one) => [one, processorMs([one])])),
  };
  const result = await autocannon({
    url,
    connections,
    duration: options.forSeconds ?? seconds,
    ...(options.rate && { overallRate: Math.round(options.rate) }),
    requests: [{ setupRequest: (base: autocannon.Request) => ({ ...base, ...request() }) }],
  } as autocannon.Options);
  const answered = result['2xx'];
  const database = postgresPids(postmaster).reduce(
    (sum, one) => sum + processorMs([one]) - (before.database.get(one) ?? 0),
    0,
  );
  return {
    perSecond: Math.round(answered / result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
    serverMs: round((processorMs([pid]) - before.server) / answered),
    databaseMs: round(database / answered),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] as number;

try {
  await mkdir(dataDir, { recursive: true });
  const directory = join(dataDir, 'postgres');
  const filling = await openDatabase({ directory });
  await saveTariffs(filling.owner);
  console.error('filling the register');
  await fillRegister(filling.ownerPool, members);
  await filling.close();

  const door = await start('door-server.ts', [dataDir]);
  const reached = await reachOwner({ directory });
  const { host, port, user } = reached.connection as { host: string; port: number; user: string };
  const bare = await start('bare-server.ts', [
    `postgres://${user}@/jangkau?host=${encodeURIComponent(host)}&port=${port}`,
    '0',
  ]);
  const postmaster = Number(readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

  // autocannon writes into the headers it is given.
  const json = Object.freeze({ 'content-type': 'application/json' });
  const asBare = () => ({
    method: 'POST' as const,
    path: '/member',
    headers: { ...json },
    body: JSON.stringify({ nik: nikOf(anybody()) }),
  });
  const asRest = () => ({
    method: 'POST' as const,
    path: '/api/v1/eligibility',
    headers: { ...json, authorization: `Bearer ${door.key.secret}` },
    body: JSON.stringify({ nik: nikOf(anybody()) }),
  });
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar', dateStyle: 'short' }).format(
    new Date(),
  );
  const signed = () => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    return {
      'X-cons-id': door.signer.id,
      'X-timestamp': timestamp,
      'X-signature': createHmac('sha256', door.signer.secret)
        .update(`${door.signer.id}&${timestamp}`)
        .digest('base64'),
      user_key: 'pengukuran',
    };
  };
  const asVclaim = () => ({
    method: 'GET' as const,
    path: `/vclaim-rest/Peserta/nik/${nikOf(anybody())}/tglSEP/${today}`,
    headers: signed(),
  });
  const runs = {
    bare: (options = {}) => load(bare.address, bare.pid, postmaster, asBare, options),
    rest: (options = {}) => load(door.address, door.pid, postmaster, asRest, options),
    vclaim: (options = {}) => load(door.address, door.pid, postmaster, asVclaim, options),
  };
  for (const run of Object.values(runs)) await run({ forSeconds: 3 });
  const measured: Record<keyof typeof runs, Measured[]> = { bare: [], rest: [], vclaim: [] };
  for (let i = 0; i < rounds; i++)
    for (const name of ['bare', 'rest', 'vclaim'] as const) {
      const one = await runs[name]();
      measured[name].push(one);
      console.error(name, one);
    }
  const rate = (name: keyof typeof runs) => median(measured[name].map(({ perSecond }) => perSecond));
  // Within a round: what else the machine did meanwhile it did to all three.
  const share = (name: keyof typeof runs, of: keyof typeof runs) =>
    median(
      measured[name].map(({ perSecond }, i) => round(perSecond / (measured[of][i] as Measured).perSecond)),
    );
  const steadily = async (
    { address, child }: { address: string; child: ChildProcess },
    next: () => SteadyRequest,
    name: keyof typeof runs,
  ) => {
    child.send('watch');
    const stolen = watchStolen();
    const { result, checkpoints } = await countingCheckpoints(directory, () =>
      steadyLoad(address, next, { rate: rate(name) / 2, seconds, connections }),
    );
    child.send('report');
    const [server] = (await once(child, 'message')) as [OwnDelays];
    return { ...result, server, checkpoints, stolen: stolen() };
  };
  // The bare handler at the rate of REST beside it: what the machine itself takes.
  const half = {
    bare: await steadily(bare, asBare, 'rest'),
    rest: await steadily(door, asRest, 'rest'),
    vclaim: await steadily(door, asVclaim, 'vclaim'),
  };

  // While others ask, families in arrears pay and are asked about at once.
  const others = runs.rest({ rate: rate('rest') / 2, forSeconds: 10 });
  let stale = 0;
  let paid = 0;
  const until = Date.now() + 9000;
  for (let family = 45; Date.now() < until; family += 45) {
    // Family h has the members 4h-4 to 4h-1; h % 45 = 0 pays for itself and is in arrears.
    const member = family * 4 - 3;
    const ask = async () => {
      const answer = await fetch(`${door.address}/api/v1/eligibility`, {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${door.key.secret}` },
        body: JSON.stringify({ nik: nikOf(member) }),
      });
      return (await answer.json()) as { covered: boolean; acts: { kind: string; amount: number | null }[] };
    };
    const before = await ask();
    const amount = before.acts.find(({ kind }) => kind === 'pay')?.amount;
    if (before.covered || !amount) continue;
    const payment = await fetch(`${door.address}/api/v1/payments`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${door.key.secret}` },
      body: JSON.stringify({
        bank: 'UJI',
        reference: `${process.pid}-${family}`,
        va: `88888${cardOf(member).slice(2)}`,
        amount,
        paidAt: new Date().toISOString(),
      }),
    });
    if (!payment.ok) throw new Error(`payment refused: ${await payment.text()}`);
    paid++;
    if (!(await ask()).covered) stale++;
  }
  await others;

  const lost = await reachedCount(directory);
  const result = {
    members,
    connections,
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    rounds: measured,
    restOfBare: share('rest', 'bare'),
    vclaimOfRest: share('vclaim', 'rest'),
    halfLoad: half,
    afterPayment: { paid, stale },
    recorded: lost,
  };
  const file = join(root, 'bench', 'results', `eligibility-${members}.json`);
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(
    [
      `bare Fastify + pg: ${rate('bare')}/s`,
      `REST:   ${rate('rest')}/s, ${Math.round(result.restOfBare * 100)} % of bare (at least 50)`,
      `VClaim: ${rate('vclaim')}/s, ${Math.round(result.vclaimOfRest * 100)} % of REST (at least 60)`,
      `half load, arriving evenly: p99 ${half.rest.p99} ms REST, ${half.vclaim.p99} ms VClaim (under 10), ${half.bare.p99} ms bare`,
      `  of these the caller's own: ${half.rest.sentLateP99} REST, ${half.vclaim.sentLateP99} VClaim, ${half.bare.sentLateP99} bare`,
      `  of the processor time wanted meanwhile the host gave to others: ${[half.rest, half.vclaim, half.bare].map(({ stolen }) => `${Math.round(stolen * 100)} %`).join(', ')}`,
      `after a payment: ${stale} stale answers of ${paid}`,
      `questions recorded: ${lost.recorded}, batches changed since: ${lost.changed}`,
      file,
    ].join('\n'),
  );
} finally {
  for (const child of children) child.kill('SIGTERM');
}

/** Counts the checkpoints of PostgreSQL meanwhile: one writes what the rounds before left to be written. */
async function countingCheckpoints<Result>(directory: string, work: () => Promise<Result>) {
  const { connection } = await reachOwner({ directory });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ ...connection, database: 'jangkau' });
  await client.connect();
  const count = async () =>
    (await client.query('SELECT (num_timed + num_requested)::int AS n FROM pg_stat_checkpointer')).rows[0].n;
  try {
    const before = await count();
    const result = await work();
    return { result, checkpoints: (await count()) - before };
  } finally {
    await client.end();
  }
}

/** What the log of questions holds, and whether it is what the audit sealed. */
async function reachedCount(
  directory: string,
): Promise<{ recorded: number; batches: number; changed: number }> {
  const { connection } = await reachOwner({ directory });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ ...connection, database: 'jangkau' });
  await client.connect();
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM eligibility_look_up) AS recorded, (SELECT count(DISTINCT batch)::int FROM eligibility_look_up) AS batches,
       (SELECT count(*)::int FROM changed_look_ups()) AS changed`,
  );
  await client.end();
  return rows[0];
}
