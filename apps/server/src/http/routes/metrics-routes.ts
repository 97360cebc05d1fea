import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Figures for Prometheus: to this machine itself, and to whoever knows the token. To others it is not there. */
export function metricsRoutes(app: FastifyInstance, services: Services): void {
  const { metrics, settings } = services;
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!fromHere(request) && !knows(request, settings.metricsToken)) throw new ApiProblem('not-found');
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text());
  });
}

/** A proxy on this machine makes everybody look local; it says so in a header. */
function fromHere(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return forwarded === undefined && loopback.has(request.ip);
}

function knows(request: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || given === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
