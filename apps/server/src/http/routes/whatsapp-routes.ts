import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { isSameText, isSigned } from '../../whatsapp/signature.ts';
import { ApiProblem } from '../api-problem.ts';

/** Calls of WhatsApp are 3 MB at most; a little more so that the limit is ours to tell. */
const mostBytes = 4 * 1024 ** 2;

/** The webhook: verification, and signed calls that are kept and answered at once. */
export function whatsappRoutes(app: FastifyInstance, services: Services): void {
  const { whatsapp } = services;
  app.register((scoped, _options, done) => {
    scoped.removeAllContentTypeParsers();
    // The signature is of these very bytes, whatever their type is said to be.
    scoped.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    scoped.get('/webhooks/whatsapp', { schema: { hide: true } }, async (request, reply) => {
      const query = request.query as Record<string, unknown>;
      const token = query['hub.verify_token'];
      const challenge = query['hub.challenge'];
      if (
        query['hub.mode'] !== 'subscribe' ||
        typeof token !== 'string' ||
        typeof challenge !== 'string' ||
        challenge.length > 1000 ||
        !isSameText(token, whatsapp.settings.verifyToken)
      )
        throw new ApiProblem('webhook-not-verified');
      return reply.type('text/plain; charset=utf-8').send(challenge);
    });
    scoped.post(
      '/webhooks/whatsapp',
      { bodyLimit: mostBytes, schema: { hide: true } },
      async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const given = request.headers['x-hub-signature-256'];
        if (!isSigned(body, typeof given === 'string' ? given : undefined, whatsapp.settings.appSecret))
          throw new ApiProblem('webhook-not-signed');
        await whatsapp.keep(body);
        return reply.type('text/plain; charset=utf-8').send('OK');
      },
    );
    done();
  });
}
