import type { Assignment } from '@jangkau/access';
import { AuditLog, type Db, type Origin, Scope, SessionRepository } from '@jangkau/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblem } from '../http/api-problem.ts';
import { originOf } from '../http/request-record.ts';
import { clearCookie, readCookie } from './cookies.ts';
import { tokenHash } from './random-token.ts';
import type { SignInPolicy } from './sign-in-policy.ts';

/** The officer behind a request. */
export interface SignedIn {
  username: string;
  name: string;
  assignments: Assignment[];
  /** When the session ends whatever happens. */
  expiresAt: Date;
  /** What the database knows the session by. */
  tokenHash: Buffer;
}

/** A session is marked as used at most this often. */
const touchSeconds = 60;

/** Who is behind a request, and signing out. The browser holds a random token, we its hash. */
export class SessionService {
  readonly #gate: Db;
  readonly #policy: SignInPolicy;
  readonly #now: () => Date;

  constructor(parts: { gate: Db; policy: SignInPolicy; now: () => Date }) {
    this.#gate = parts.gate;
    this.#policy = parts.policy;
    this.#now = parts.now;
  }

  /** @throws ApiProblem not-signed-in */
  async require(request: FastifyRequest): Promise<SignedIn> {
    const token = readCookie(request, 'session');
    const found = token ? await this.byToken(token) : undefined;
    if (!found) throw new ApiProblem('not-signed-in');
    return found;
  }

  /** Who holds this token, while the session lasts. Using it makes it last. */
  async byToken(token: string): Promise<SignedIn | undefined> {
    const now = this.#now();
    const hash = tokenHash(token);
    const sessions = new SessionRepository(this.#gate);
    const session = await sessions.find(hash, now);
    if (!session) return undefined;
    if (now.getTime() - session.seen_at.getTime() > touchSeconds * 1000)
      await sessions.touch(hash, now, new Date(now.getTime() + this.#policy.idleMinutes * 60_000));
    const { username, name, assignments, ends_at } = session;
    return { username, name, assignments, expiresAt: ends_at, tokenHash: hash };
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = readCookie(request, 'session');
    if (token) await this.#close(token, originOf(request));
    clearCookie(request, reply, 'session');
  }

  async #close(token: string, origin: Origin): Promise<void> {
    await this.#gate.transaction().execute(async (db) => {
      const username = await new SessionRepository(db).close(tokenHash(token));
      if (username !== undefined)
        await AuditLog.add(db, Scope.gate(username, origin), { action: 'session.signed-out' });
    });
  }
}
