import { createHash } from 'node:crypto';
import { type ErrorKind, errorKind, isKnownCode } from './graph-errors.ts';
import { isMediaAddress } from './media-address.ts';
import type { WhatsappSettings } from './whatsapp-settings.ts';

/** A refusal or failure of the Graph API. */
export class GraphError extends Error {
  readonly code: number | null;
  readonly kind: ErrorKind;
  /** No answer came, or none of WhatsApp's own: what was asked for may have been done. */
  readonly isUnsure: boolean;

  constructor(code: number | null, kind: ErrorKind, { isUnsure = false } = {}) {
    super(`WhatsApp: ${kind} ${code ?? ''}`.trim());
    this.code = code;
    this.kind = kind;
    this.isUnsure = isUnsure;
  }
}

/** A file of a person, checked. */
export interface MediaFile {
  bytes: Buffer;
  /** Type by its first bytes, not by what was said of it. */
  type: string;
  sha256: string;
}

const timeoutMs = 15_000;
/** Largest document a conversation takes, and a little more so that it can be told. */
const mostBytes = 16 * 1024 * 1024;

/** Calls of the Graph API: real or the simulator, by the base address alone. */
export class GraphClient {
  readonly #settings: WhatsappSettings;
  readonly #baseUrl: () => string;

  constructor(settings: WhatsappSettings, baseUrl: () => string) {
    this.#settings = settings;
    this.#baseUrl = baseUrl;
  }

  /** Sends a message; the id WhatsApp gave it. @throws GraphError */
  async send(line: string, message: object): Promise<string> {
    const answer = (await this.#call(`${line}/messages`, { body: message })) as {
      messages?: { id?: unknown }[];
    };
    const id = answer.messages?.[0]?.id;
    if (typeof id !== 'string') throw new GraphError(null, 'retry', { isUnsure: true });
    return id;
  }

  /** Fetches a file, refusing what is too large or not what was announced. @throws GraphError */
  async media(mediaId: string, announcedSha256: string | null): Promise<MediaFile> {
    if (!/^[\w.-]{1,200}$/.test(mediaId) || /^\.+$/.test(mediaId)) throw new GraphError(null, 'media');
    const found = (await this.#call(mediaId)) as { url?: unknown; file_size?: unknown };
    if (typeof found.url !== 'string' || !isMediaAddress(found.url, this.#baseUrl()))
      throw new GraphError(null, 'media');
    if (Number(found.file_size) > mostBytes) throw new GraphError(null, 'media');
    const response = await this.#fetch(found.url, {});
    if (!response.ok) throw new GraphError(null, errorKind(null, { status: response.status }));
    const parts: Buffer[] = [];
    let size = 0;
    try {
      for await (const part of response.body ?? []) {
        size += part.length;
        if (size > mostBytes) throw new GraphError(null, 'media');
        parts.push(Buffer.from(part));
      }
    } catch (error) {
      if (error instanceof GraphError) throw error;
      // It broke off, or took too long.
      throw new GraphError(null, 'retry');
    }
    const bytes = Buffer.concat(parts);
    const hash = createHash('sha256').update(bytes);
    const digest = hash.digest();
    // WhatsApp writes it in Base64, some in hexadecimal.
    if (announcedSha256 && ![digest.toString('base64'), digest.toString('hex')].includes(announcedSha256)) {
      throw new GraphError(null, 'media');
    }
    return { bytes, type: sniffedType(bytes), sha256: digest.toString('hex') };
  }

  /** Hands a message in for approval. @throws GraphError */
  async submitTemplate(template: object, ended?: AbortSignal): Promise<void> {
    await this.#call(`${this.#settings.accountId}/message_templates`, { body: template, ended });
  }

  /** Messages of the business account with what Meta says of them. @throws GraphError */
  async templates(ended?: AbortSignal): Promise<{ name: string; status: string; reason: string | null }[]> {
    const answer = (await this.#call(
      `${this.#settings.accountId}/message_templates?fields=name,status,rejected_reason&limit=500`,
      { ended },
    )) as { data?: { name?: unknown; status?: unknown; rejected_reason?: unknown }[] };
    return (answer.data ?? []).map(({ name, status, rejected_reason: reason }) => ({
      name: String(name),
      status: String(status),
      reason: typeof reason === 'string' && reason !== 'NONE' ? reason : null,
    }));
  }

  async #call(
    path: string,
    { body, ended }: { body?: object; ended?: AbortSignal | undefined } = {},
  ): Promise<unknown> {
    const response = await this.#fetch(`${this.#baseUrl()}/${this.#settings.version}/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      ...(ended && { signal: ended }),
    });
    const answer = (await response.json().catch(() => ({}))) as {
      error?: { code?: unknown; is_transient?: unknown };
    };
    if (response.ok && answer.error === undefined) return answer;
    const code = typeof answer.error?.code === 'number' ? answer.error.code : null;
    const kind = errorKind(code, { transient: answer.error?.is_transient === true, status: response.status });
    throw new GraphError(code, kind, { isUnsure: response.status >= 500 && !isKnownCode(code) });
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, {
        ...init,
        headers: { authorization: `Bearer ${this.#settings.token}`, 'content-type': 'application/json' },
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])]),
        redirect: 'error',
      });
    } catch (error) {
      throw new GraphError(null, 'retry', { isUnsure: !neverConnected(error) });
    }
  }
}

/** Type of a file that is none of those a conversation takes. */
export const unknownType = 'application/octet-stream';

/** Whether a call failed before anything was sent. */
function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(String(cause?.code));
}

/** What a file is by its first bytes. */
export function sniffedType(bytes: Buffer): string {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'image/png';
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  return unknownType;
}
