import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Headers that tell browsers what pages of ours may do: nothing but our own scripts and style sheets, none of
 * them inline, no frames, no plug-ins, no camera, no referrer to others.
 */
export async function securityHeaders(app: FastifyInstance, options: { https: boolean }): Promise<void> {
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Only a server behind HTTPS may promise HTTPS.
    strictTransportSecurity: options.https,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  // They are the same for every answer: worked out with the first.
  let fixed: Record<string, string> | undefined;
  app.addHook('onRequest', async (request, reply) => {
    fixed ??= await fixedHeaders(reply);
    reply.headers(fixed);
    // Agents record where they stand, with the phone's own question whether they want to.
    if (request.url.startsWith('/field/')) reply.header('permissions-policy', permissions('(self)'));
  });
}

/** What pages may ask the browser for; `place` is who may ask where it is. */
function permissions(place: '()' | '(self)'): string {
  return `camera=(), microphone=(), geolocation=${place}, payment=(), usb=()`;
}

async function fixedHeaders(reply: FastifyReply): Promise<Record<string, string>> {
  await reply.helmet();
  const headers = { ...reply.raw.getHeaders() } as Record<string, string>;
  for (const name of Object.keys(headers)) reply.raw.removeHeader(name);
  headers['permissions-policy'] = permissions('()');
  return headers;
}
