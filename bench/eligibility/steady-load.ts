import { Agent, type RequestOptions, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OwnDelays, watchDelays } from './own-delays.ts';

/** One request to send. */
export interface SteadyRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What came of a steady load: latencies in milliseconds, from the moment a request was due. */
export interface SteadyResult {
  perSecond: number;
  p50: number;
  p99: number;
  failed: number;
  /** Of these milliseconds, those before the request was sent: the caller's own. */
  sentLateP99: number;
  /** 99 in 100 were answered within this time of being sent. */
  answeredP99: number;
  /** What kept the caller waiting. */
  caller: OwnDelays;
}

/**
 * Requests that arrive evenly, `rate` a second, whatever the server does: autocannon sends the share of a second all
 * at once at its beginning, which measures full load part of the time. A late answer counts from when its request was due.
 */
export async function steadyLoad(
  url: string,
  next: () => SteadyRequest,
  { rate, seconds, connections }: { rate: number; seconds: number; connections: number },
): Promise<SteadyResult> {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const late: number[] = [];
  const answered: number[] = [];
  let failed = 0;
  // Made before the clock runs: making one is no part of an answer.
  const requests = Array.from({ length: Math.ceil(rate * seconds) }, next);
  const send = ({ method, path, headers, body }: SteadyRequest, due: number) => {
    const options: RequestOptions = { hostname, port, method, path, headers, agent };
    return new Promise<void>((done) => {
      const sent = performance.now();
      late.push(sent - due);
      const call = request(options, (answer) => {
        if (answer.statusCode !== 200) failed++;
        answer.resume().once('end', () => {
          const now = performance.now();
          latencies.push(now - due);
          answered.push(now - sent);
          done();
        });
      });
      call.once('error', () => {
        failed++;
        done();
      });
      call.end(body);
    });
  };
  const report = watchDelays();
  const started = performance.now();
  const sent: Promise<void>[] = [];
  const dueAt = (i: number) => started + (i * 1000) / rate;
  for (let i = 0; i < rate * seconds; ) {
    while (i < rate * seconds && dueAt(i) <= performance.now())
      sent.push(send(requests[i] as SteadyRequest, dueAt(i++)));
    await sleep(1);
  }
  await Promise.all(sent);
  agent.destroy();
  return {
    perSecond: Math.round(latencies.length / ((performance.now() - started) / 1000)),
    p50: at(latencies, 0.5),
    p99: at(latencies, 0.99),
    failed,
    sentLateP99: at(late, 0.99),
    answeredP99: at(answered, 0.99),
    caller: report(),
  };
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) * 10) / 10;
}
