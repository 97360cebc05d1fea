import { createHash } from 'node:crypto';
import type { ApiScope } from '@jangkau/contracts';
import { ApiClientRepository, AuditLog, type Db, type KnownCredential, Scope } from '@jangkau/store';
import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { ApiProblem } from '../http/api-problem.ts';
import { originOf } from '../http/request-record.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { tokenHash } from '../sessions/random-token.ts';
import { clientContext } from './client-service.ts';
import { MinuteLimit } from './minute-limit.ts';
import { isFresh, isSignature, signatureWindowSeconds } from './signature.ts';

/** The program behind a request. */
interface ClientCaller {
  id: string;
  credentialId: number;
  name: string;
  kind: 'api-key' | 'hmac';
  scopes: string[];
  requestsPerMinute: number;
  credentialExpiresAt: Date | null;
  /** Code of the facility it speaks for; null: for the branch. */
  facility: string | null;
  userKey: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireClient`. */
    client?: ClientCaller;
    /** What the client signs with, where it did. */
    clientSecret?: string;
  }
}

/** A credential with its secret opened, where it has one to sign with. */
interface Remembered extends KnownCredential {
  secret: string;
}

/** Credentials are looked up again after this time, or as soon as they are changed here. */
const rememberMs = 5_000;
/** When a credential was used is written at most this often. */
const usedMs = 60_000;
/** Refusals per address and minute before nothing is looked up any more. */
const refusalsPerMinute = 60;

/**
 * Lets programs in: by a key in `Authorization: Bearer`, or by a signature in X-cons-id, X-timestamp and
 * X-signature. Each client has a limit of its own.
 */
export class ClientGate {
  readonly #gate: Db;
  readonly #box: SecretBox;
  readonly #now: () => Date;
  readonly #limit: MinuteLimit;
  readonly #refusals: MinuteLimit;
  readonly #known = new Map<string, { until: number; credentials: Remembered[] }>();
  readonly #usedAt = new Map<number, number>();

  constructor(parts: { gate: Db; box: SecretBox; now: () => Date }) {
    this.#gate = parts.gate;
    this.#box = parts.box;
    this.#now = parts.now;
    this.#limit = new MinuteLimit(parts.now);
    this.#refusals = new MinuteLimit(parts.now);
  }

  /** Forgets what is remembered of a client. */
  readonly forget = (_clientId: string): void => this.#known.clear();

  /**
   * A preHandler that lets through clients with this scope (any client without one) and sets `request.client`.
   * `repeatable`: a request that changes nothing when it comes again, so that its signature may.
   * `content`: what a signature may cover as well; such a request may be sent again as it is.
   * Answers 401 client-not-known, 403 client-scope-missing, 429 too-many-requests.
   */
  requireClient(
    scope?: ApiScope,
    { repeatable = false, content }: { repeatable?: boolean; content?: (body: unknown) => string } = {},
  ): preHandlerAsyncHookHandler {
    return async (request) => {
      if (this.#refusals.left(request.ip, refusalsPerMinute) <= 0)
        throw new ApiProblem('too-many-requests', { retryAfter: this.#refusals.retryAfter() });
      const credential = await this.#recognise(
        request,
        repeatable || request.method === 'GET',
        content?.(request.body),
      );
      if (!credential) {
        this.#refusals.take(request.ip, refusalsPerMinute);
        await this.#denied(request, request.headers.authorization ? 'key' : 'signature', '');
        throw new ApiProblem('client-not-known');
      }
      const { client_id: id, name, kind, scopes, requests_per_minute: perMinute } = credential;
      if (!this.#limit.take(id, perMinute))
        throw new ApiProblem('too-many-requests', { retryAfter: this.#limit.retryAfter() });
      if (scope !== undefined && !scopes.includes(scope)) {
        await this.#denied(request, `scope ${scope}`, id);
        throw new ApiProblem('client-scope-missing');
      }
      await this.#used(credential.id);
      if (credential.secret !== '') request.clientSecret = credential.secret;
      request.client = {
        id,
        credentialId: credential.id,
        facility: credential.facility,
        userKey: credential.user_key,
        name,
        kind,
        scopes,
        requestsPerMinute: perMinute,
        credentialExpiresAt: credential.expires_at,
      };
    };
  }

  async #recognise(
    request: FastifyRequest,
    repeatable: boolean,
    content: string | undefined,
  ): Promise<Remembered | undefined> {
    const { authorization } = request.headers;
    const key = /^Bearer (jk_[\w-]{20,100})$/i.exec(authorization ?? '')?.[1];
    if (key !== undefined) {
      const hash = tokenHash(key);
      const find = async () => [await new ApiClientRepository(this.#gate).findByKey(hash, this.#now())];
      return (await this.#lookUp(`key ${hash.toString('hex')}`, find))[0];
    }
    // Proxies and HTTP libraries add an Authorization of their own kind; only a key speaks for itself.
    return /^Bearer /i.test(authorization ?? '')
      ? undefined
      : this.#recogniseSignature(request, repeatable, content);
  }

  async #recogniseSignature(
    request: FastifyRequest,
    repeatable: boolean,
    content: string | undefined,
  ): Promise<Remembered | undefined> {
    const consId = one(request.headers['x-cons-id']);
    const timestamp = one(request.headers['x-timestamp']);
    const signature = one(request.headers['x-signature']);
    if (!consId || consId.length > 40 || !timestamp || !signature) return undefined;
    const now = this.#now();
    if (!isFresh(timestamp, now)) return undefined;
    const found = await this.#lookUp(`id ${consId}`, () =>
      new ApiClientRepository(this.#gate).findByClient(consId, now),
    );
    const covering =
      content !== undefined &&
      found.find(({ secret }) => isSignature(signature, consId, timestamp, secret, content));
    if (covering) return covering;
    const credential = found.find(({ secret }) => isSignature(signature, consId, timestamp, secret));
    if (!credential || repeatable) return credential;
    // This signature covers neither path nor body: seen once on the way, it could write anything in its window.
    const fresh = await new ApiClientRepository(this.#gate).useSignature(
      consId,
      createHash('sha256').update(`${timestamp}\n${signature}`).digest(),
      now,
      new Date(Number(timestamp) * 1000 + 2 * signatureWindowSeconds * 1000),
    );
    return fresh ? credential : undefined;
  }

  async #lookUp(key: string, find: () => Promise<(KnownCredential | undefined)[]>): Promise<Remembered[]> {
    const now = this.#now();
    const holds = ({ expires_at: expires }: KnownCredential) => expires === null || expires > now;
    const known = this.#known.get(key);
    if (known && known.until > now.getTime()) return known.credentials.filter(holds);
    const credentials = (await find())
      .filter((credential) => credential !== undefined)
      .map((credential) => ({
        ...credential,
        secret: credential.sealed_secret
          ? this.#box.open(credential.sealed_secret, clientContext(credential.client_id))
          : '',
      }));
    // Made-up keys must not fill the memory.
    if (this.#known.size > 5000) this.#known.clear();
    if (credentials.length > 0) this.#known.set(key, { until: now.getTime() + rememberMs, credentials });
    return credentials;
  }

  async #used(credentialId: number): Promise<void> {
    const now = this.#now();
    if (now.getTime() - (this.#usedAt.get(credentialId) ?? 0) < usedMs) return;
    this.#usedAt.set(credentialId, now.getTime());
    await new ApiClientRepository(this.#gate).used(credentialId, now);
  }

  async #denied(request: FastifyRequest, reason: string, clientId: string): Promise<void> {
    await AuditLog.add(this.#gate, Scope.gate(clientId && `client ${clientId}`, originOf(request)), {
      action: 'session.client-refused',
      detail: { reason, route: request.routeOptions.url ?? '' },
      outcome: 'denied',
    });
  }
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header;
}
