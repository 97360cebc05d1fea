import { createHash, randomBytes } from 'node:crypto';
import { type OfficerRepository, type OfficerRow, Scope, type SessionRow } from '@jangkau/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblem } from '../http/api-problem.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

const sessionCookie = 'jangkau_session';
const sessionHours = 12;

/** The officer behind a request. */
export interface SignedIn {
  username: string;
  name: string;
  role: OfficerRow['role'];
  areas: string[];
  expiresAt: Date;
  scope: Scope;
}

/** Signing in and out, and who is behind a request. The browser holds a random token, we its hash. */
export class SessionService {
  readonly nobody = Scope.areas('', []);
  readonly #officers: OfficerRepository;
  readonly #attempts = new AttemptLimit({ allowed: 10, windowMs: 5 * 60_000 });
  // Compared against when there is no such officer, so that the answer takes as long.
  readonly #decoy = hashPassword(randomBytes(16).toString('hex'));

  constructor(officers: OfficerRepository) {
    this.#officers = officers;
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
      throw new ApiProblem('wrong-credentials');
    }
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + sessionHours * 3_600_000);
    await this.#officers.openSession(hashOf(token), officer.username, expiresAt);
    reply.setCookie(sessionCookie, token, { ...cookieOptions(request), expires: expiresAt });
    return signedIn({ ...officer, expires_at: expiresAt });
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = request.cookies[sessionCookie];
    if (token) await this.#officers.closeSession(hashOf(token));
    reply.clearCookie(sessionCookie, cookieOptions(request));
  }

  /** @throws ApiProblem not-signed-in */
  async require(request: FastifyRequest): Promise<SignedIn> {
    const token = request.cookies[sessionCookie];
    const session = token ? await this.#officers.findSession(hashOf(token)) : undefined;
    if (!session) throw new ApiProblem('not-signed-in');
    return signedIn(session);
  }
}

function signedIn(row: SessionRow): SignedIn {
  return {
    username: row.username,
    name: row.name,
    role: row.role,
    areas: row.areas,
    expiresAt: row.expires_at,
    scope: row.areas.length === 0 ? Scope.branch(row.username) : Scope.areas(row.username, row.areas),
  };
}

function cookieOptions(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
