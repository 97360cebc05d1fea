import { AuditLog, type Db, MemberSessionRepository, Scope } from '@jangkau/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblem } from '../http/api-problem.ts';
import { originOf } from '../http/request-record.ts';
import { clearCookie, readCookie } from '../sessions/cookies.ts';
import { tokenHash } from '../sessions/random-token.ts';
import { memberSession } from './member-sign-in.ts';

/** The member behind a request. */
export interface SignedInMember {
  memberId: number;
  /** Where their code went; null when that conversation was erased since. A family may share one. */
  conversationId: string | null;
  /** The phone is their own. */
  keep: boolean;
  expiresAt: Date;
  tokenHash: Buffer;
}

/** A browser of a member, as they see it. */
interface MemberBrowser {
  id: string;
  createdAt: string;
  seenAt: string;
  device: string;
  current: boolean;
}

const touchMs = 60_000;

/** Which member is behind a request, their browsers, and signing out. */
export class MemberSessions {
  readonly #gate: Db;
  readonly #now: () => Date;

  constructor(parts: { gate: Db; now: () => Date }) {
    this.#gate = parts.gate;
    this.#now = parts.now;
  }

  /** @throws ApiProblem not-signed-in */
  async require(request: FastifyRequest): Promise<SignedInMember> {
    const token = readCookie(request, 'member');
    if (!token) throw new ApiProblem('not-signed-in');
    const now = this.#now();
    const hash = tokenHash(token);
    const sessions = new MemberSessionRepository(this.#gate);
    const session = await sessions.find(hash, now);
    if (!session) throw new ApiProblem('not-signed-in');
    const { member_id: memberId, conversation_id: conversationId, keep, ends_at: expiresAt } = session;
    if (now.getTime() - session.seen_at.getTime() > touchMs) {
      const { idleMs } = keep ? memberSession.own : memberSession.borrowed;
      await sessions.touch(hash, now, new Date(now.getTime() + idleMs));
    }
    return { memberId, conversationId, keep, expiresAt, tokenHash: hash };
  }

  /** Browsers that are signed in, this one first. */
  async list({ memberId, tokenHash }: SignedInMember): Promise<MemberBrowser[]> {
    const rows = await new MemberSessionRepository(this.#gate).list(memberId, tokenHash, this.#now());
    return rows.map(({ id, created_at, seen_at, device, current }) => ({
      id,
      createdAt: created_at.toISOString(),
      seenAt: seen_at.toISOString(),
      device,
      current,
    }));
  }

  /** Ends another browser of the same member; false when there is none with this id. */
  async end({ memberId }: SignedInMember, id: string): Promise<boolean> {
    return new MemberSessionRepository(this.#gate).closeOne(memberId, id);
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = readCookie(request, 'member');
    if (token)
      await this.#gate.transaction().execute(async (db) => {
        const memberId = await new MemberSessionRepository(db).close(tokenHash(token));
        if (memberId !== undefined)
          await AuditLog.add(db, Scope.gate(`member ${memberId}`, originOf(request)), {
            action: 'session.signed-out',
          });
      });
    clearCookie(request, reply, 'member');
  }
}
