import {
  type ClockSkew,
  type HeldOnDevice,
  LinkFailure,
  type PackManifest,
  type PulledPage,
  type PushResult,
  type SyncServer,
} from '@jangkau/sync';

/** What a phone needs to talk to the server. */
export interface Credentials {
  device: string;
  token: string;
}

const prefix = '/api/v1';

/** A failure as the server words it. */
interface ProblemBody {
  code?: string;
  message?: string;
  retryAfter?: number;
}

/**
 * Asks the server. A session that has ended is opened again with the secret of the device.
 * @throws LinkFailure
 */
export class HttpServer implements SyncServer {
  readonly #credentials: Credentials;
  readonly #skew: ClockSkew;
  readonly #language: () => string;

  constructor(credentials: Credentials, skew: ClockSkew, language: () => string) {
    this.#credentials = credentials;
    this.#skew = skew;
    this.#language = language;
  }

  async push(events: Parameters<SyncServer['push']>[0]): Promise<PushResult[]> {
    const body = { device: this.#credentials.device, events };
    return (await this.#json<{ results: PushResult[] }>('/sync/push', body)).results;
  }

  async tell(held: HeldOnDevice): Promise<void> {
    await this.#json('/sync/held', { device: this.#credentials.device, ...held });
  }

  pull(cursor: string | undefined): Promise<PulledPage> {
    return this.#json<PulledPage>(this.#address('/sync/pull', { cursor }));
  }

  packManifest(): Promise<PackManifest> {
    return this.#json<PackManifest>(this.#address('/sync/pack', {}));
  }

  async *packBytes(manifest: PackManifest, from: number): AsyncGenerator<Uint8Array> {
    const answer = await this.#ask(this.#address(`/sync/pack/${manifest.id}`, { from: String(from) }), {});
    const reader = answer.body?.getReader();
    if (!reader) return;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
      }
    } catch (cause) {
      throw new LinkFailure('lost', String(cause));
    } finally {
      reader.cancel().catch(() => undefined);
    }
  }

  async attachmentReceived(head: Parameters<SyncServer['attachmentReceived']>[0]): Promise<number> {
    const body = { device: this.#credentials.device, ...head };
    return (await this.#json<{ received: number }>('/sync/attachments', body)).received;
  }

  async attachmentPart(
    head: Parameters<SyncServer['attachmentPart']>[0],
    from: number,
    bytes: Uint8Array,
  ): Promise<number> {
    const answer = await this.#ask(
      this.#address(`/sync/attachments/${head.sha256}`, { from: String(from) }),
      {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      },
    );
    return ((await answer.json()) as { received: number }).received;
  }

  #address(path: string, query: Record<string, string | undefined>): string {
    const search = new URLSearchParams({ device: this.#credentials.device });
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
    return `${path}?${search}`;
  }

  async #json<T>(path: string, body?: unknown): Promise<T> {
    const askedAt = Date.now();
    const answer = await this.#ask(path, body === undefined ? {} : postOf(body));
    const json = await answer.json().catch((cause) => {
      throw new LinkFailure('lost', String(cause));
    });
    if (typeof json.serverTime === 'string') this.#skew.add(askedAt, Date.now(), Date.parse(json.serverTime));
    return json as T;
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const first = await request(path, init, this.#language());
    if (first.status !== 401) return checked(first);
    await checked(await request('/session/device', postOf(this.#credentials), this.#language()));
    return checked(await request(path, init, this.#language()));
  }
}

/** A POST of JSON. */
export function postOf(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Asks and gives back whatever answer there is. @throws LinkFailure lost */
export async function request(path: string, init: RequestInit, language: string): Promise<Response> {
  try {
    return await fetch(prefix + path, {
      ...init,
      cache: 'no-store',
      credentials: 'same-origin',
      headers: { ...init.headers, 'accept-language': language },
    });
  } catch (cause) {
    throw new LinkFailure('lost', String(cause));
  }
}

/** @throws LinkFailure with the server's own words */
export async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const problem: ProblemBody = await answer.json().catch(() => ({}));
  const { code = String(answer.status), message = code, retryAfter } = problem;
  if (code === 'device-revoked') throw new LinkFailure('revoked', message);
  if (code === 'pack-changed') throw new LinkFailure('lost', message);
  if (answer.status === 401 || code === 'device-not-known') throw new LinkFailure('signed-out', message);
  if (answer.status === 429 || answer.status === 503) throw new LinkFailure('busy', message, retryAfter);
  if (answer.status >= 500) throw new LinkFailure('lost', message);
  throw new LinkFailure('refused', message);
}
