import type { FastifyRequest } from 'fastify';
import { ApiProblem } from './api-problem.ts';

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stops writes that another site makes a browser send (CSRF). Browsers say where a request comes from in
 * Sec-Fetch-Site, older ones in Origin; a program that is not a browser sends neither and brings no cookie
 * it did not mean to. Cookies are SameSite=Strict besides.
 * @throws ApiProblem other-site
 */
export function refuseOtherSites(request: FastifyRequest): void {
  if (readOnly.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new ApiProblem('other-site');
    return;
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  const own = hostOf(`${request.protocol}://${request.host}`);
  if (own === undefined || hostOf(origin) !== own) throw new ApiProblem('other-site');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
