import { publicFiguresRoutes as routes } from '@jangkau/contracts';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

/** What everybody may see without signing in. */
export function publicFiguresRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.getPublicFigures, async ({ query, reply }) => {
    const figures = await services.publicFigures.of(query.area ?? '');
    reply.header('cache-control', 'public, max-age=300');
    return figures;
  });
}
