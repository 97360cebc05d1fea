import { createHash } from 'node:crypto';
import { apiPrefix, type Route } from '@jangkau/contracts';
import type { IdempotencyRepository, Scope } from '@jangkau/store';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { z } from 'zod';
import type { SessionService, SignedIn } from '../sessions/session-service.ts';
import { ApiProblem } from './api-problem.ts';
import { type Language, readLanguage } from './problem-document.ts';

type Part<R extends Route, Name extends 'params' | 'query' | 'body'> = R[Name] extends z.ZodType
  ? z.output<R[Name]>
  : undefined;

/** A request as a handler sees it: checked, and with the right of whoever asks. */
export interface RouteInput<R extends Route> {
  params: Part<R, 'params'>;
  query: Part<R, 'query'>;
  body: Part<R, 'body'>;
  /** Of the officer signed in; a scope that sees nobody on routes without a session. */
  scope: Scope;
  officer: SignedIn | undefined;
  language: Language;
  request: FastifyRequest;
  reply: FastifyReply;
}

export type RouteOutput<R extends Route> = R['response'] extends z.ZodType ? z.input<R['response']> : unknown;

export interface RegisterTools {
  sessions: SessionService;
  idempotency: IdempotencyRepository;
}

const writes = new Set(['POST', 'PUT', 'DELETE']);

/** Registers a route of the contract: checks, session, idempotency and status come from its entry. */
export function registerRoute<const R extends Route>(
  app: FastifyInstance,
  tools: RegisterTools,
  route: R,
  handler: (input: RouteInput<R>) => Promise<RouteOutput<R>>,
  options: { bodyLimit?: number } = {},
): void {
  const streamed = route.consumes !== undefined;
  app.route({
    method: route.method,
    url: `${apiPrefix}${route.path}`,
    ...options,
    schema: schemaOf(route),
    handler: async (request, reply) => {
      const officer = route.session === false ? undefined : await tools.sessions.require(request);
      if (route.branch && officer?.scope.areas !== undefined) throw new ApiProblem('out-of-scope');
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        scope: officer?.scope ?? tools.sessions.nobody,
        officer,
        language: readLanguage(request.headers['accept-language']),
        request,
        reply,
      } as RouteInput<R>;
      const status = route.status ?? 200;
      const key = request.headers['idempotency-key'];
      const repeated =
        writes.has(route.method) && !streamed && typeof key === 'string' && officer !== undefined;
      if (!repeated) {
        reply.status(status);
        const answer = await handler(input);
        return reply.sent || answer === undefined ? endEmpty(reply) : answer;
      }
      return once(tools.idempotency, officer.username, key, request, reply, status, () => handler(input));
    },
  });
}

/** Does the work once per key; a repetition gets the first answer. */
async function once(
  idempotency: IdempotencyRepository,
  officer: string,
  key: string,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (key.length > 200) throw new ApiProblem('invalid-request', { detail: 'Idempotency-Key is too long' });
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  const claim = await idempotency.claim(officer, key, fingerprint);
  if (claim.state === 'different') throw new ApiProblem('idempotency-key-reused');
  if (claim.state === 'busy') throw new ApiProblem('idempotency-in-progress');
  if (claim.state === 'done') {
    reply.status(claim.status).header('idempotency-replayed', 'true');
    return claim.body ?? endEmpty(reply);
  }
  try {
    const answer = await work();
    await idempotency.complete(officer, key, status, answer);
    reply.status(status);
    return answer ?? endEmpty(reply);
  } catch (error) {
    await idempotency.release(officer, key);
    throw error;
  }
}

function endEmpty(reply: FastifyReply): FastifyReply {
  return reply.sent ? reply : reply.send();
}

function schemaOf(route: Route): FastifySchema {
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
