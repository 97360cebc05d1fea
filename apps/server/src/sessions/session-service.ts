import { createHash, randomBytes } from 'node:crypto';
import type { Assignment } from '@jangkau/access';
import { AuditLog, type Database, type OfficerRepository, Scope, type SessionRow } from '@jangkau/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblem } from '../http/api-problem.ts';
import { originOf } from '../http/request-record.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

const sessionCookie = 'jangkau_session';
const sessionHours = 12;

/** The officer behind a request. */
export interface SignedIn {
  username: string;
  name: string;
  assignments: Assignment[];
  expiresAt: Date;
  /** What the database knows the session by. */
  tokenHash: Buffer;
}

/** Signing in and out, and who is behind a request. The browser holds a random token, we its hash. */
export class SessionService {
  readonly #officers: OfficerRepository;
  readonly #database: Database;
  readonly #attempts = new AttemptLimit({ allowed: 10, windowMs: 5 * 60_000 });
  // Compared against when there is no such officer, so that the answer takes as long.
  readonly #decoy = hashPassword(randomBytes(16).toString('hex'));

  constructor(officers: OfficerRepository, database: Database) {
    this.#officers = officers;
    this.#database = database;
  }

  /** @throws ApiProblem wrong-credentials, too-many-attempts */
  async signIn(
    username: string,
    password: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SignedIn> {
    if (!this.#attempts.mayTry(request.ip)) throw new ApiProblem('too-many-attempts');
    const officer = await this.#officers.find(username);
    const right = await verifyPassword(password, officer?.password_hash ?? (await this.#decoy));
    if (!officer || !right) {
      this.#attempts.failed(request.ip);
      // What was typed may be a password in the wrong field: only names we know are kept.
      await this.#record('session.failed', officer?.username ?? 'tidak dikenal', request);
      throw new ApiProblem('wrong-credentials');
    }
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + sessionHours * 3_600_000);
    await this.#officers.openSession(hashOf(token), officer.username, expiresAt);
    await this.#record('session.opened', officer.username, request);
    reply.setCookie(sessionCookie, token, { ...cookieOptions(request), expires: expiresAt });
    const session = await this.#officers.findSession(hashOf(token));
    if (!session) throw new ApiProblem('wrong-credentials');
    return signedIn(session, hashOf(token));
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = request.cookies[sessionCookie];
    const session = token ? await this.#officers.findSession(hashOf(token)) : undefined;
    if (token && session) {
      await this.#officers.closeSession(hashOf(token));
      await this.#record('session.closed', session.username, request);
    }
    reply.clearCookie(sessionCookie, cookieOptions(request));
  }

  /** @throws ApiProblem not-signed-in */
  async require(request: FastifyRequest): Promise<SignedIn> {
    const token = request.cookies[sessionCookie];
    const session = token ? await this.#officers.findSession(hashOf(token)) : undefined;
    if (!token || !session) throw new ApiProblem('not-signed-in');
    return signedIn(session, hashOf(token));
  }

  async #record(
    action: 'session.opened' | 'session.failed' | 'session.closed',
    username: string,
    request: FastifyRequest,
  ): Promise<void> {
    const scope = Scope.of({
      username,
      reach: undefined,
      tokenHash: Buffer.alloc(0),
      origin: originOf(request),
    });
    const outcome = action === 'session.failed' ? 'denied' : 'done';
    await AuditLog.add(this.#database.gate, scope, { action, outcome });
  }
}

function signedIn(row: SessionRow, tokenHash: Buffer): SignedIn {
  const { username, name, assignments, expires_at } = row;
  return { username, name, assignments, expiresAt: expires_at, tokenHash };
}

function cookieOptions(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
