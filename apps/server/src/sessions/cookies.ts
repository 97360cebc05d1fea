import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * What our cookies hold: the session, a sign-in that was begun, one that is away at the identity provider; and the
 * same of members.
 */
export type CookieName = 'session' | 'step' | 'oidc' | 'member' | 'member_step';

/**
 * Behind HTTPS the name begins with __Host-: then no other host and no plain connection can have set it.
 * Only that name is read there, so that one planted over plain HTTP is not even looked at.
 */
function nameOf(request: FastifyRequest, cookie: CookieName): string {
  return `${request.protocol === 'https' ? '__Host-' : ''}jangkau_${cookie}`;
}

function optionsOf(request: FastifyRequest, cookie: CookieName) {
  // Coming back from the identity provider is a visit from another site.
  const sameSite = cookie === 'oidc' ? 'lax' : 'strict';
  return { path: '/', httpOnly: true, sameSite, secure: request.protocol === 'https' } as const;
}

export function readCookie(request: FastifyRequest, cookie: CookieName): string | undefined {
  return request.cookies[nameOf(request, cookie)];
}

export function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: CookieName,
  value: string,
  expires: Date,
): void {
  reply.setCookie(nameOf(request, cookie), value, { ...optionsOf(request, cookie), expires });
}

export function clearCookie(request: FastifyRequest, reply: FastifyReply, cookie: CookieName): void {
  if (readCookie(request, cookie) !== undefined)
    reply.clearCookie(nameOf(request, cookie), optionsOf(request, cookie));
}
