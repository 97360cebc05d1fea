import { apiPrefix, type Route } from '@jangkau/contracts';
import { AuditLog, type Database, type Db, Scope } from '@jangkau/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MemberSessions, SignedInMember } from '../own/member-sessions.ts';
import { type Language, readLanguage } from './problem-document.ts';
import { type Part, type RouteOutput, schemaOf } from './register-route.ts';
import { originOf } from './request-record.ts';

/** A request of a member who is signed in. */
export interface OwnRouteInput<R extends Route> {
  params: Part<R, 'params'>;
  query: Part<R, 'query'>;
  body: Part<R, 'body'>;
  member: SignedInMember;
  /** The request's transaction as jangkau_member: it sees the family of the session. */
  db: Db;
  /** Counts for the audit entry of this request. */
  note(detail: Record<string, unknown>): void;
  language: Language;
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * Registers a route of members: session, transaction, audit and status come from its entry. What it read or did is in
 * the audit in the member's name, in the same transaction as the reading.
 */
export function registerOwnRoute<const R extends Route>(
  app: FastifyInstance,
  tools: { memberSessions: MemberSessions; database: Database },
  route: R,
  handler: (input: OwnRouteInput<R>) => Promise<RouteOutput<R>>,
): void {
  const action = route.own;
  if (action === undefined) throw new Error(`${route.method} ${route.path} is not a route of members`);
  const asking = new WeakMap<FastifyRequest, SignedInMember>();
  app.route({
    method: route.method,
    url: `${apiPrefix}${route.path}`,
    schema: schemaOf(route),
    // Before the body is read, as for officers.
    onRequest: async (request) => {
      asking.set(request, await tools.memberSessions.require(request));
    },
    handler: async (request, reply) => {
      const member = asking.get(request) as SignedInMember;
      const { memberId, tokenHash } = member;
      const scope = Scope.member({ memberId, tokenHash, origin: originOf(request) });
      const work = tools.database.open(scope);
      let detail: Record<string, unknown> | undefined;
      try {
        const answer = await handler({
          params: request.params,
          query: request.query,
          body: request.body,
          member,
          db: work.db,
          note: (more: Record<string, unknown>) => {
            detail = { ...detail, ...more };
          },
          language: readLanguage(request.headers['accept-language']),
          request,
          reply,
        } as OwnRouteInput<R>);
        await AuditLog.add(work.db, scope, {
          action,
          subject: { kind: 'member', key: String(memberId) },
          detail,
        });
        await work.commit();
        reply.status(route.status ?? 200);
        return answer;
      } catch (error) {
        await work.rollback();
        throw error;
      }
    },
  });
}
