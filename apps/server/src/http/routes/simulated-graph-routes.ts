import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../services.ts';
import { isSameText } from '../../whatsapp/signature.ts';
import { ApiProblem } from '../api-problem.ts';

/** The Graph API of the built-in simulator. It is there only when no real WhatsApp is configured. */
export function simulatedGraphRoutes(app: FastifyInstance, services: Services): void {
  const { whatsapp } = services;
  const { simulator } = whatsapp;
  if (!simulator) return;
  const check = (request: FastifyRequest) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!isSameText(given, whatsapp.settings.token)) throw new ApiProblem('client-not-known');
  };
  const hidden = { schema: { hide: true } };
  app.post('/simulator/graph/:version/:line/messages', hidden, async (request, reply) => {
    check(request);
    const { status, body } = simulator.receive(request.body);
    return reply.status(status).send(body);
  });
  app.get('/simulator/graph/:version/:media', hidden, async (request, reply) => {
    check(request);
    const { media } = request.params as { media: string };
    const { status, body } = simulator.mediaOf(media, `${whatsapp.ownUrl}/simulator/graph`);
    return reply.status(status).send(body);
  });
  app.get('/simulator/graph/files/:media', hidden, async (request, reply) => {
    check(request);
    const file = simulator.fileOf((request.params as { media: string }).media);
    if (!file) throw new ApiProblem('not-found');
    return reply.type(file.type).send(file.bytes);
  });
}
