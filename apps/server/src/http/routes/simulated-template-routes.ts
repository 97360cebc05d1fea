import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../services.ts';
import { isSameText } from '../../whatsapp/signature.ts';
import { ApiProblem } from '../api-problem.ts';

/** Approval of messages by the built-in simulator. It is there only when no real WhatsApp is configured. */
export function simulatedTemplateRoutes(app: FastifyInstance, services: Services): void {
  const { whatsapp } = services;
  if (!whatsapp.simulator) return;
  const { templates } = whatsapp.simulator;
  const check = (request: FastifyRequest) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!isSameText(given, whatsapp.settings.token)) throw new ApiProblem('client-not-known');
  };
  const path = '/simulator/graph/:version/:account/message_templates';
  const hidden = { schema: { hide: true } };
  app.post(path, hidden, async (request, reply) => {
    check(request);
    const { status, body } = templates.submit(request.body);
    return reply.status(status).send(body);
  });
  app.get(path, hidden, async (request, reply) => {
    check(request);
    const { status, body } = templates.list();
    return reply.status(status).send(body);
  });
}
