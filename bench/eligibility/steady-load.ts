import { Agent, type RequestOptions, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

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
  let failed = 0;
  const send = (due: number) => {
    const { method, path, headers, body } = next();
    const options: RequestOptions = { hostname, port, method, path, headers, agent };
    return new Promise<void>((done) => {
      const call = request(options, (answer) => {
        if (answer.statusCode !== 200) failed++;
        answer.resume().once('end', () => {
          latencies.push(performance.now() - due);
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
  const started = performance.now();
  const sent: Promise<void>[] = [];
  const dueAt = (i: number) => started + (i * 1000) / rate;
  for (let i = 0; i < rate * seconds; ) {
    while (i < rate * seconds && dueAt(i) <= performance.now()) sent.push(send(dueAt(i++)));
    await sleep(1);
  }
  await Promise.all(sent);
  agent.destroy();
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) * 10) / 10;
  return {
    perSecond: Math.round(sorted.length / ((performance.now() - started) / 1000)),
    p50: at(0.5),
    p99: at(0.99),
    failed,
  };
}
