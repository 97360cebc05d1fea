import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

export type ApiClientKind = 'api-key' | 'hmac';

/** A secret of a client as the list shows it. */
interface ApiCredentialRow {
  id: number;
  prefix: string;
  created_at: Date;
  created_by: string;
  expires_at: Date | null;
  last_used_at: Date | null;
}

/** A program that may call the API. */
export interface ApiClientRow {
  id: string;
  name: string;
  kind: ApiClientKind;
  scopes: string[];
  requests_per_minute: number;
  facility: string | null;
  facility_name: string | null;
  user_key: string | null;
  created_at: Date;
  created_by: string;
  revoked_at: Date | null;
  credentials: ApiCredentialRow[];
}

/** A client with one secret, as a request is judged by. */
export interface KnownCredential {
  id: number;
  client_id: string;
  name: string;
  kind: ApiClientKind;
  scopes: string[];
  requests_per_minute: number;
  facility: string | null;
  user_key: string | null;
  sealed_secret: string | null;
  expires_at: Date | null;
}

/** API clients and their secrets. Works on a handle or a transaction of jangkau_gate. */
export class ApiClientRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Clients, those in use first; one when `id` is given. */
  async list(id?: string): Promise<ApiClientRow[]> {
    const { rows } = await sql<ApiClientRow>`
      SELECT c.id, c.name, c.kind, c.scopes, c.requests_per_minute, c.facility, f.name AS facility_name, c.user_key, c.created_at, c.created_by, c.revoked_at,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'prefix', k.prefix, 'created_at', k.created_at,
            'created_by', k.created_by, 'expires_at', k.expires_at, 'last_used_at', k.last_used_at)
            ORDER BY k.id DESC)
          FROM api_credential k WHERE k.client_id = c.id), '[]') AS credentials
      FROM api_client c LEFT JOIN facility f ON f.code = c.facility
      WHERE ${id ?? null}::text IS NULL OR c.id = ${id ?? null}
      ORDER BY c.revoked_at IS NOT NULL, c.name, c.id`.execute(this.#db);
    return rows.map((row) => ({ ...row, credentials: row.credentials.map(withDates) }));
  }

  /** Health facilities by name, of which a branch has hundreds; one when `code` is given. */
  async facilities(code?: string): Promise<{ code: string; name: string }[]> {
    const { rows } = await sql<{ code: string; name: string }>`
      SELECT code, name FROM facility WHERE ${code ?? null}::text IS NULL OR code = ${code ?? null}
      ORDER BY name, code LIMIT 20000`.execute(this.#db);
    return rows;
  }

  async add(client: {
    id: string;
    name: string;
    kind: ApiClientKind;
    scopes: readonly string[];
    requestsPerMinute: number;
    facility?: string | undefined;
    userKey?: string | undefined;
    createdBy: string;
  }): Promise<void> {
    await sql`
      INSERT INTO api_client (id, name, kind, scopes, requests_per_minute, facility, user_key, created_by)
      VALUES (${client.id}, ${client.name}, ${client.kind}, ${[...client.scopes]}, ${client.requestsPerMinute},
        ${client.facility ?? null}, ${client.userKey ?? null}, ${client.createdBy})`.execute(this.#db);
  }

  /** What a client may do, how often and for whom; false when there is no such client in use. */
  async change(
    id: string,
    order: {
      scopes: readonly string[];
      requestsPerMinute: number;
      /** Stays as it is when undefined. */
      facility?: string | null | undefined;
      userKey?: string | null | undefined;
    },
  ): Promise<boolean> {
    const { scopes, requestsPerMinute, facility, userKey } = order;
    const { rows } = await sql`
      UPDATE api_client SET scopes = ${[...scopes]}, requests_per_minute = ${requestsPerMinute},
        facility = CASE WHEN ${facility === undefined} THEN facility ELSE ${facility ?? null} END,
        user_key = CASE WHEN ${userKey === undefined} THEN user_key ELSE ${userKey ?? null} END
      WHERE id = ${id} AND revoked_at IS NULL RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  async addCredential(
    clientId: string,
    secret: { prefix: string; hash?: Buffer; sealed?: string },
    createdBy: string,
  ): Promise<void> {
    await sql`
      INSERT INTO api_credential (client_id, prefix, secret_hash, sealed_secret, created_by)
      VALUES (${clientId}, ${secret.prefix}, ${secret.hash ?? null}, ${secret.sealed ?? null}, ${createdBy})`.execute(
      this.#db,
    );
  }

  /** The secrets of a client hold no longer than until `at`. */
  async expireCredentials(clientId: string, at: Date): Promise<void> {
    await sql`
      UPDATE api_credential SET expires_at = ${at}
      WHERE client_id = ${clientId} AND (expires_at IS NULL OR expires_at > ${at})`.execute(this.#db);
  }

  /** Ends a client for good; false when there is no such client in use. */
  async revoke(id: string, revokedBy: string): Promise<boolean> {
    const { rows } = await sql`
      UPDATE api_client SET revoked_at = now(), revoked_by = ${revokedBy}
      WHERE id = ${id} AND revoked_at IS NULL RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** The client with this key, while both hold. */
  async findByKey(secretHash: Buffer, now: Date): Promise<KnownCredential | undefined> {
    return (await this.#known(sql`k.secret_hash = ${secretHash}`, now))[0];
  }

  /** The secrets with which a client may sign, while they hold. */
  async findByClient(clientId: string, now: Date): Promise<KnownCredential[]> {
    return this.#known(sql`c.id = ${clientId} AND k.sealed_secret IS NOT NULL`, now);
  }

  async used(credentialId: number, at: Date): Promise<void> {
    await sql`UPDATE api_credential SET last_used_at = ${at} WHERE id = ${credentialId}`.execute(this.#db);
  }

  /** Uses a signature for writing; false when it was used before. */
  async useSignature(clientId: string, signatureHash: Buffer, now: Date, expiresAt: Date): Promise<boolean> {
    await sql`DELETE FROM api_signature_used WHERE expires_at < ${now}`.execute(this.#db);
    const { rows } = await sql`
      INSERT INTO api_signature_used (client_id, signature_hash, expires_at)
      VALUES (${clientId}, ${signatureHash}, ${expiresAt}) ON CONFLICT DO NOTHING RETURNING 1`.execute(
      this.#db,
    );
    return rows.length > 0;
  }

  async sealedSecrets(): Promise<{ id: number; client_id: string; sealed_secret: string }[]> {
    const { rows } = await sql<{ id: number; client_id: string; sealed_secret: string }>`
      SELECT id::int AS id, client_id, sealed_secret FROM api_credential WHERE sealed_secret IS NOT NULL`.execute(
      this.#db,
    );
    return rows;
  }

  /** The same secret under a newer key. */
  async reseal(id: number, from: string, to: string): Promise<void> {
    await sql`
      UPDATE api_credential SET sealed_secret = ${to} WHERE id = ${id} AND sealed_secret = ${from}`.execute(
      this.#db,
    );
  }

  async #known(condition: ReturnType<typeof sql>, now: Date): Promise<KnownCredential[]> {
    const { rows } = await sql<KnownCredential>`
      SELECT k.id::int AS id, k.client_id, c.name, c.kind, c.scopes, c.requests_per_minute, c.facility, c.user_key, k.sealed_secret,
        k.expires_at
      FROM api_credential k JOIN api_client c ON c.id = k.client_id
      WHERE ${condition} AND c.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ${now})
      ORDER BY k.id DESC`.execute(this.#db);
    return rows;
  }
}

// Inside JSON moments are text.
function withDates(row: ApiCredentialRow): ApiCredentialRow {
  const date = (value: Date | null) => (value === null ? null : new Date(value));
  return {
    ...row,
    created_at: new Date(row.created_at),
    expires_at: date(row.expires_at),
    last_used_at: date(row.last_used_at),
  };
}
