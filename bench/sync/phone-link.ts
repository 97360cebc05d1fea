import {
  type HeldOnDevice,
  LinkFailure,
  type PackManifest,
  type PulledPage,
  type PushResult,
  type SyncServer,
} from '@jangkau/sync';

/** A phone's way to the real server over HTTP. The address changes when the server is started again. */
export class PhoneLink implements SyncServer {
  readonly #address: () => string;
  readonly #device: string;
  readonly #token: string;
  #cookie = '';

  constructor(address: () => string, device: string, token: string) {
    this.#address = address;
    this.#device = device;
    this.#token = token;
  }

  async push(events: Parameters<SyncServer['push']>[0]): Promise<PushResult[]> {
    const answer = await this.#ask('sync/push', JSON.stringify({ device: this.#device, events }));
    return ((await bodyOf(answer)) as { results: PushResult[] }).results;
  }

  async tell(held: HeldOnDevice): Promise<void> {
    await this.#ask('sync/held', JSON.stringify({ device: this.#device, ...held }));
  }

  async pull(cursor: string | undefined): Promise<PulledPage> {
    const more = cursor === undefined ? '' : `&cursor=${cursor}`;
    return (await bodyOf(await this.#ask(`sync/pull?device=${this.#device}${more}`))) as PulledPage;
  }

  async packManifest(): Promise<PackManifest> {
    return (await bodyOf(await this.#ask(`sync/pack?device=${this.#device}`))) as PackManifest;
  }

  async *packBytes(manifest: PackManifest, from: number): AsyncGenerator<Uint8Array> {
    const answer = await this.#ask(`sync/pack/${manifest.id}?device=${this.#device}&from=${from}`);
    const bytes = new Uint8Array(await answer.arrayBuffer().catch(lost));
    for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096);
  }

  attachmentReceived(): Promise<number> {
    return Promise.reject(new Error('these phones take no photographs'));
  }

  attachmentPart(): Promise<number> {
    return this.attachmentReceived();
  }

  async #ask(path: string, body?: string): Promise<Response> {
    const send = () =>
      fetch(`${this.#address()}/api/v1/${path}`, {
        ...(body !== undefined && { method: 'POST', body }),
        headers: { cookie: this.#cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        signal: AbortSignal.timeout(30_000),
      }).catch(lost);
    let answer = await send();
    if (answer.status === 401) {
      const session = await fetch(`${this.#address()}/api/v1/session/device`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ device: this.#device, token: this.#token }),
        signal: AbortSignal.timeout(30_000),
      }).catch(lost);
      this.#cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      answer = await send();
    }
    if (answer.ok) return answer;
    throw new LinkFailure('lost', `${path}: ${answer.status}`);
  }
}

/** A body is read under the same link: cut in the middle it is lost too. */
function bodyOf(answer: Response): Promise<unknown> {
  return answer.json().catch(lost);
}

function lost(cause: unknown): never {
  throw new LinkFailure('lost', String(cause));
}
