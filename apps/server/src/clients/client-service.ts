import { randomBytes, randomInt } from 'node:crypto';
import {
  type ApiClientKind,
  ApiClientRepository,
  type ApiClientRow,
  AuditLog,
  type Db,
  type Scope,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { newToken, tokenHash } from '../sessions/random-token.ts';

/** A client with its new secret, to be shown once. */
export interface Issued {
  client: ApiClientRow;
  secret: string;
}

const prefixLength = 12;

/** Administration of the programs that may call the API. */
export class ClientService {
  readonly #gate: Db;
  readonly #box: SecretBox;
  readonly #now: () => Date;
  readonly #onChange: (clientId: string) => void;

  /** `onChange` is told which client's credentials are no longer what they were. */
  constructor(parts: { gate: Db; box: SecretBox; now: () => Date; onChange: (clientId: string) => void }) {
    this.#gate = parts.gate;
    this.#box = parts.box;
    this.#now = parts.now;
    this.#onChange = parts.onChange;
  }

  list(): Promise<ApiClientRow[]> {
    return new ApiClientRepository(this.#gate).list();
  }

  facilities(): Promise<{ code: string; name: string }[]> {
    return new ApiClientRepository(this.#gate).facilities();
  }

  /** @throws ApiProblem facility-not-found */
  async create(
    scope: Scope,
    order: {
      name: string;
      kind: ApiClientKind;
      scopes: readonly string[];
      requestsPerMinute: number;
      facility?: string | undefined;
      userKey?: string | undefined;
    },
  ): Promise<Issued> {
    const id = newClientId();
    const { kind, scopes } = order;
    return this.#gate.transaction().execute(async (db) => {
      await requireFacility(db, order.facility);
      await new ApiClientRepository(db).add({ ...order, id, createdBy: scope.username });
      const secret = await this.#addSecret(db, id, kind, scope);
      await this.#record(db, scope, id, { act: 'create', kind, scopes });
      return { client: await this.#get(db, id), secret };
    });
  }

  /** @throws ApiProblem client-not-found, facility-not-found */
  async change(
    scope: Scope,
    id: string,
    order: {
      scopes: readonly string[];
      requestsPerMinute: number;
      facility?: string | null | undefined;
      userKey?: string | null | undefined;
    },
  ): Promise<ApiClientRow> {
    return this.#changed(id, async (db) => {
      await requireFacility(db, order.facility);
      if (!(await new ApiClientRepository(db).change(id, order))) throw new ApiProblem('client-not-found');
      const { scopes, requestsPerMinute, facility } = order;
      await this.#record(db, scope, id, { act: 'change', scopes, requestsPerMinute, facility });
      return this.#get(db, id);
    });
  }

  /** A new secret; the old ones hold for `overlapHours` more. @throws ApiProblem client-not-found */
  async rotate(scope: Scope, id: string, overlapHours: number): Promise<Issued> {
    return this.#changed(id, async (db) => {
      const client = await this.#get(db, id);
      if (client.revoked_at) throw new ApiProblem('client-not-found');
      const until = new Date(this.#now().getTime() + overlapHours * 3_600_000);
      await new ApiClientRepository(db).expireCredentials(id, until);
      const secret = await this.#addSecret(db, id, client.kind, scope);
      await this.#record(db, scope, id, { act: 'rotate', overlapHours });
      return { client: await this.#get(db, id), secret };
    });
  }

  /** Ends a client at once and for good. @throws ApiProblem client-not-found */
  async revoke(scope: Scope, id: string): Promise<ApiClientRow> {
    return this.#changed(id, async (db) => {
      if (!(await new ApiClientRepository(db).revoke(id, scope.username)))
        throw new ApiProblem('client-not-found');
      await this.#record(db, scope, id, { act: 'revoke' });
      return this.#get(db, id);
    });
  }

  /** Encrypts anew, with the current key, what an older key encrypted; returns how many. */
  async reseal(): Promise<number> {
    const clients = new ApiClientRepository(this.#gate);
    const old = (await clients.sealedSecrets()).filter((row) => this.#box.isOutdated(row.sealed_secret));
    for (const { id, client_id, sealed_secret } of old) {
      const context = clientContext(client_id);
      await clients.reseal(
        id,
        sealed_secret,
        this.#box.seal(this.#box.open(sealed_secret, context), context),
      );
    }
    return old.length;
  }

  async #changed<T>(id: string, work: (db: Db) => Promise<T>): Promise<T> {
    const result = await this.#gate.transaction().execute(work);
    this.#onChange(id);
    return result;
  }

  async #addSecret(db: Db, id: string, kind: ApiClientKind, scope: Scope): Promise<string> {
    const signs = kind === 'hmac';
    const secret = signs ? randomBytes(32).toString('hex') : `jk_${newToken()}`;
    await new ApiClientRepository(db).addCredential(
      id,
      signs
        ? { prefix: secret.slice(0, 4), sealed: this.#box.seal(secret, clientContext(id)) }
        : { prefix: secret.slice(0, prefixLength), hash: tokenHash(secret) },
      scope.username,
    );
    return secret;
  }

  async #get(db: Db, id: string): Promise<ApiClientRow> {
    const [client] = await new ApiClientRepository(db).list(id);
    if (!client) throw new ApiProblem('client-not-found');
    return client;
  }

  async #record(db: Db, scope: Scope, id: string, detail: Record<string, unknown>): Promise<void> {
    await AuditLog.add(db, scope, {
      action: 'api-client.manage',
      subject: { kind: 'api-client', key: id },
      detail,
    });
  }
}

/** A client of a facility nobody knows would see nothing and could enter nothing. */
async function requireFacility(db: Db, code: string | null | undefined): Promise<void> {
  if (code && (await new ApiClientRepository(db).facilities(code)).length === 0)
    throw new ApiProblem('facility-not-found');
}

/** What the secret of a client is encrypted for. */
export function clientContext(id: string): string {
  return `signing secret of ${id}`;
}

/** Seven digits, as cons-ids are. */
function newClientId(): string {
  return String(randomInt(1_000_000, 10_000_000));
}
