import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import lz from 'lz-string';
import type { TestServer } from './test-server.ts';

/** What a hospital's system sees of an answer. */
export interface HospitalAnswer {
  status: number;
  code: unknown;
  message: string;
  /** The opened response; null when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests assert what it holds
  response: any;
  text: string;
}

/** Ways in which a request can be made wrong. */
export interface HospitalMood {
  method?: string;
  headers?: Record<string, string>;
  without?: string;
  /** Seconds its clock is off. */
  clock?: number;
  encodeSignature?: boolean;
  secret?: string;
  body?: unknown;
  contentType?: string;
  now?: Date;
}

/**
 * A hospital's system as it was written against the published interface, with nothing of ours but the
 * address: signs, asks, and opens what comes back.
 */
export class HospitalClient {
  readonly #server: TestServer;
  readonly #consId: string;
  readonly #secret: string;

  constructor(server: TestServer, issued: { id: string; secret: string }) {
    this.#server = server;
    this.#consId = issued.id;
    this.#secret = issued.secret;
  }

  async call(url: string, mood: HospitalMood = {}): Promise<HospitalAnswer> {
    const now = mood.now ?? new Date();
    const timestamp = String(Math.floor(now.getTime() / 1000) + (mood.clock ?? 0));
    const hmac = createHmac('sha256', mood.secret ?? this.#secret);
    const signature = hmac.update(`${this.#consId}&${timestamp}`).digest('base64');
    const headers: Record<string, string> = {
      'X-cons-id': this.#consId,
      'X-timestamp': timestamp,
      'X-signature': mood.encodeSignature ? encodeURIComponent(signature) : signature,
      user_key: 'd795b04f4a72d74fae727be9da0xxxxx',
      ...(mood.body !== undefined && {
        'content-type': mood.contentType ?? 'Application/x-www-form-urlencoded',
      }),
      ...mood.headers,
    };
    if (mood.without) delete headers[mood.without];
    const answer = await this.#server.app.inject({
      method: (mood.method ?? 'GET') as 'GET',
      url,
      headers,
      ...(mood.body !== undefined && {
        payload: typeof mood.body === 'string' ? mood.body : JSON.stringify(mood.body),
      }),
    });
    const { metaData, response } = answer.json();
    return {
      status: answer.statusCode,
      code: metaData?.code,
      message: metaData?.message,
      response: response == null ? null : this.#open(response, timestamp),
      text: answer.payload,
    };
  }

  #open(sealed: string, timestamp: string): unknown {
    const key = createHash('sha256')
      .update(this.#consId + this.#secret + timestamp)
      .digest();
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
    const text = decipher.update(sealed, 'base64', 'utf8') + decipher.final('utf8');
    return JSON.parse(lz.decompressFromEncodedURIComponent(text) as string);
  }
}
