import { routes } from '@jangkau/contracts';
import { AreaRepository } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { importBoundaries } from '../../areas/import-boundaries.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

const boundaryBytes = 256 * 1024 ** 2;

/** Areas and their outlines. */
export function areaRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.listAreas, async ({ db, query, scope }) => ({
    items: await new AreaRepository(db).list(scope, { under: query.under, used: query.used === 'true' }),
  }));
  registerRoute(app, services, routes.getBoundaries, async ({ db, scope, reply }) => {
    const outlines = await new AreaRepository(db).boundaries(scope);
    if (outlines.length === 0) throw new ApiProblem('boundaries-not-loaded');
    // Not through the schema: checking every point of every outline would take longer than reading them.
    const features = outlines.map(({ code, name, geometry }) => ({
      type: 'Feature',
      properties: { code, name },
      geometry,
    }));
    reply.header('cache-control', 'private, max-age=300').type('application/geo+json');
    return reply.send(JSON.stringify({ type: 'FeatureCollection', features })) as never;
  });
  app.register((scoped, _options, ready) => {
    scoped.addContentTypeParser('application/geo+json', { parseAs: 'string' }, (_request, text, done) => {
      try {
        done(null, JSON.parse(text as string));
      } catch {
        done(new ApiProblem('boundaries-unusable', { detail: 'not JSON' }));
      }
    });
    registerRoute(
      scoped,
      services,
      routes.importBoundaries,
      async ({ db, body }) => importBoundaries(new AreaRepository(db), body),
      { bodyLimit: boundaryBytes },
    );
    ready();
  });
}
