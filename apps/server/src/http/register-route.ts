import { createHash } from 'node:crypto';
import { may } from '@jangkau/access';
import { apiPrefix, type Route } from '@jangkau/contracts';
import { type Database, type Db, IdempotencyRepository, Scope } from '@jangkau/store';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { z } from 'zod';
import type { SessionService, SignedIn } from '../sessions/session-service.ts';
import { ApiProblem } from './api-problem.ts';
import { type Language, readLanguage } from './problem-document.ts';
import { originOf, type RecordNote, RequestRecord } from './request-record.ts';

/** A part of a request as its route describes it. */
export type Part<R extends Route, Name extends 'params' | 'query' | 'body'> = R[Name] extends z.ZodType
  ? z.output<R[Name]>
  : undefined;

/** A request as a handler sees it: checked, and with the right of whoever asks. */
export interface RouteInput<R extends Route> {
  params: Part<R, 'params'>;
  query: Part<R, 'query'>;
  body: Part<R, 'body'>;
  /** As far as the route's action reaches for whoever is signed in; nobody on routes without a session. */
  scope: Scope;
  /**
   * The request's transaction, begun with the first query and committed before the answer is sent; undone
   * when the handler fails. It sees what the scope may see.
   */
  db: Db;
  /** Says more for the audit entry of this request. */
  note(note: RecordNote): void;
  /** Writes the audit entry and commits now: before an answer that is streamed, or work that must see it. */
  settle(): Promise<void>;
  officer: SignedIn | undefined;
  language: Language;
  request: FastifyRequest;
  reply: FastifyReply;
}

export type RouteOutput<R extends Route> = R['response'] extends z.ZodType ? z.input<R['response']> : unknown;

export interface RegisterTools {
  sessions: SessionService;
  database: Database;
}

const writes = new Set(['POST', 'PUT', 'DELETE']);

/**
 * Registers a route of the contract: checks, session, right, transaction, audit, idempotency and status come
 * from its entry.
 */
export function registerRoute<const R extends Route>(
  app: FastifyInstance,
  tools: RegisterTools,
  route: R,
  handler: (input: RouteInput<R>) => Promise<RouteOutput<R>>,
  options: { bodyLimit?: number } = {},
): void {
  const { action } = route;
  if ((route.session !== false) !== (action !== undefined))
    throw new Error(`${route.method} ${route.path}: a route with a session names its action`);
  const streamed = route.consumes !== undefined;
  const asking = new WeakMap<FastifyRequest, SignedIn>();
  app.route({
    method: route.method,
    url: `${apiPrefix}${route.path}`,
    ...options,
    schema: schemaOf(route),
    // Before the body is read: whoever may not send it is not told what is wrong with it.
    onRequest: async (request) => {
      if (action === undefined) return;
      const officer = await tools.sessions.require(request);
      asking.set(request, officer);
      if (may(officer.assignments, action)) return;
      const scope = Scope.of({ ...officer, reach: undefined, origin: originOf(request) });
      await new RequestRecord(tools.database, scope, route, request).denied('out-of-scope');
      throw new ApiProblem('out-of-scope');
    },
    handler: async (request, reply) => {
      const origin = originOf(request);
      const officer = asking.get(request);
      const reach = officer && action && may(officer.assignments, action);
      const scope = officer ? Scope.of({ ...officer, reach, origin }) : Scope.nobody(origin);
      const record = new RequestRecord(tools.database, scope, route, request);
      const work = tools.database.open(scope);
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        scope,
        db: work.db,
        note: (note) => record.note(note),
        settle: async () => {
          await record.done(work.db);
          await work.commit();
        },
        officer,
        language: readLanguage(request.headers['accept-language']),
        request,
        reply,
      } as RouteInput<R>;
      const status = route.status ?? 200;
      const key = request.headers['idempotency-key'];
      const repeated =
        writes.has(route.method) &&
        !streamed &&
        !route.secret &&
        typeof key === 'string' &&
        officer !== undefined;
      try {
        if (!repeated) {
          reply.status(status);
          const answer = await handler(input);
          await input.settle();
          return reply.sent || answer === undefined ? endEmpty(reply) : answer;
        }
        return await once(tools.database, scope, key, input, status, () => handler(input));
      } catch (error) {
        await work.rollback();
        if (officer && error instanceof ApiProblem && hides(error, route)) await record.denied(error.code);
        throw error;
      }
    },
  });
}

/** True for answers that keep something from whoever asked: forbidden, or a record that is not to be seen. */
function hides(problem: ApiProblem, route: Route): boolean {
  return problem.status === 403 || (problem.status === 404 && route.params !== undefined);
}

/** Does the work once per key; a repetition gets the first answer. */
async function once<R extends Route>(
  database: Database,
  scope: Scope,
  key: string,
  { request, reply, db, settle }: RouteInput<R>,
  status: number,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (key.length > 200) throw new ApiProblem('invalid-request', { detail: 'Idempotency-Key is too long' });
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  const claim = await database.as(scope, (own) =>
    new IdempotencyRepository(own).claim(scope.username, key, fingerprint),
  );
  if (claim.state === 'different') throw new ApiProblem('idempotency-key-reused');
  if (claim.state === 'busy') throw new ApiProblem('idempotency-in-progress');
  if (claim.state === 'done') {
    reply.status(claim.status).header('idempotency-replayed', 'true');
    return claim.body ?? endEmpty(reply);
  }
  try {
    const answer = await work();
    // With the work itself: there is no moment at which one is kept and the other is not.
    await new IdempotencyRepository(db).complete(scope.username, key, status, answer);
    await settle();
    reply.status(status);
    return answer ?? endEmpty(reply);
  } catch (error) {
    await database.as(scope, (own) => new IdempotencyRepository(own).release(scope.username, key));
    throw error;
  }
}

function endEmpty(reply: FastifyReply): FastifyReply {
  return reply.sent ? reply : reply.send();
}

/** What Fastify checks and describes of a route. */
export function schemaOf(route: Route): FastifySchema {
  return {
    summary: route.summary,
    tags: [route.tag],
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    ...(route.consumes && { consumes: [route.consumes] }),
    ...(route.produces && { produces: [route.produces] }),
    ...(route.response && !route.produces && { response: { [route.status ?? 200]: route.response } }),
  } as FastifySchema;
}
