import { setTimeout as sleep } from 'node:timers/promises';

/** What the server said it had done, and so has to be there afterwards. */
export interface Acknowledged {
  uploads: string[];
  runs: string[];
  decisions: number;
}

/** Pairs of a mapping that decisions are made on. */
export interface DecidedOn {
  run: string;
  pairs: { residentKey: number; memberKey: number }[];
}

/** Somebody who works at the office as fast as it goes, and remembers every answer. */
export class AcknowledgedWork {
  readonly done: Acknowledged = { uploads: [], runs: [], decisions: 0 };
  readonly #url: string;
  readonly #stop = new AbortController();
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Works on imports, decisions and backups at once until it is stopped or the server is gone. */
  async work(files: { residents: Buffer; members: Buffer }, decidedOn: DecidedOn): Promise<void> {
    await Promise.allSettled([this.#import(files), this.#decide(decidedOn), this.#backUp()]);
  }

  /** Signs in beforehand, so that the time before a kill is time of work. */
  async signIn(): Promise<void> {
    for (const username of ['petugas', 'admin']) await this.#cookie(username);
  }

  stop(): void {
    this.#stop.abort();
  }

  async #import(files: { residents: Buffer; members: Buffer }): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const ids: Record<string, string> = {};
      for (const kind of ['residents', 'members'] as const) {
        const answer = await this.#send(
          'petugas',
          `uploads?kind=${kind}&name=${kind}.csv`,
          files[kind],
          'text/csv',
        );
        ids[kind] = answer.id as string;
        this.done.uploads.push(answer.id as string);
      }
      const order = { residentsUploads: [ids.residents], membersUploads: [ids.members] };
      const run = await this.#send('petugas', 'runs', JSON.stringify(order));
      this.done.runs.push(run.id as string);
      await sleep(1500, undefined, { signal: this.#stop.signal });
    }
  }

  async #decide({ run, pairs }: DecidedOn): Promise<void> {
    for (let i = 0; !this.#stop.signal.aborted; i++) {
      const verdict = i % 2 === 0 ? 'same' : 'different';
      const decision = { ...pairs[i % pairs.length], verdict, note: `nomor ${i}` };
      await this.#send('petugas', `runs/${run}/decisions`, JSON.stringify(decision));
      this.done.decisions++;
    }
  }

  async #backUp(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#send('admin', 'backups', undefined);
      await sleep(300, undefined, { signal: this.#stop.signal });
    }
  }

  /** Asks for something; throws unless it was acknowledged. */
  async #send(as: string, path: string, body: string | Buffer | undefined, type = 'application/json') {
    const answer = await fetch(`${this.#url}/api/v1/${path}`, {
      method: 'POST',
      headers: { cookie: await this.#cookie(as), ...(body !== undefined && { 'content-type': type }) },
      body: body === undefined ? null : new Uint8Array(Buffer.from(body)),
      signal: this.#stop.signal,
    });
    const said = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${String(said.code)}`);
    return said;
  }

  async #cookie(username: string): Promise<string> {
    const known = this.#cookies.get(username);
    if (known) return known;
    const answer = await fetch(`${this.#url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'jangkau' }),
    });
    if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`);
    const cookie = answer.headers
      .getSetCookie()
      .map((text) => text.split(';')[0])
      .join('; ');
    this.#cookies.set(username, cookie);
    return cookie;
  }
}
