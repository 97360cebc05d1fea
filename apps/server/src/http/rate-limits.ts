import rateLimit from '@fastify/rate-limit';
import { apiPrefix } from '@jangkau/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiProblem } from './api-problem.ts';

/** What one address may do in a minute, by how much work or harm a request can do. */
type RouteClass = 'sign-in' | 'export' | 'write' | 'read';

const share: Record<RouteClass, number> = { 'sign-in': 1 / 50, export: 1 / 50, write: 1 / 5, read: 1 };

/** Routes that are watched by machines, or limited for each client by itself. */
const unlimited = new Set([
  '/healthz',
  '/readyz',
  '/metrics',
  // Signed by WhatsApp, and refused before anything is done otherwise.
  '/webhooks/whatsapp',
  `${apiPrefix}/client`,
  `${apiPrefix}/eligibility`,
  `${apiPrefix}/payments`,
]);
const ofClients = /^\/(vclaim-rest|pcare-rest|fhir|simulator\/graph)(\/|$)/;

/**
 * Limits requests per address and minute; `perMinute` is for reading, the rest are parts of it. Answers 429
 * with Retry-After. Counted in memory: a restart forgives, which guessing cannot use because failed sign-ins
 * are counted in the database too.
 */
export async function rateLimits(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    timeWindow: 60_000,
    cache: 20_000,
    keyGenerator: (request) => `${routeClass(request)} ${request.ip}`,
    max: (request) => Math.max(1, Math.round(perMinute * share[routeClass(request)])),
    allowList: (request) => {
      const { url = '' } = request.routeOptions;
      return unlimited.has(url) || ofClients.test(url);
    },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: (_request, { ttl }) =>
      new ApiProblem('too-many-requests', { retryAfter: Math.ceil(ttl / 1000) }),
  });
  // A hook of the app comes before those of a route: who is not signed in is counted as well.
  app.addHook('onRequest', app.rateLimit());
}

function routeClass(request: FastifyRequest): RouteClass {
  const { url = '' } = request.routeOptions;
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  if (writes && /^\/(own\/)?session/.test(url.slice(apiPrefix.length))) return 'sign-in';
  if (/\/(export|print|files\/:name)$/.test(url)) return 'export';
  return writes ? 'write' : 'read';
}
