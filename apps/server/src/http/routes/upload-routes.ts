import { routes } from '@jangkau/contracts';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

/** Register files. */
export function uploadRoutes(app: FastifyInstance, services: Services): void {
  const { uploads } = services;
  // In a context of its own: here every body is a stream, whatever type the browser gives it.
  app.register((scoped, _options, done) => {
    scoped.removeAllContentTypeParsers();
    scoped.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    registerRoute(scoped, services, routes.createUpload, async ({ db, query, scope, request }) =>
      uploads.receive(db, request.raw, query.name, query.kind, scope.username),
    );
    done();
  });
  registerRoute(app, services, routes.listUploads, async ({ db }) => ({ items: await uploads.list(db) }));
  registerRoute(app, services, routes.getUpload, async ({ db, params }) => uploads.get(db, params.id));
  registerRoute(app, services, routes.correctMapping, async ({ db, params, body, scope }) =>
    uploads.correct(db, params.id, body, scope.username),
  );
  registerRoute(app, services, routes.getUploadProfile, async ({ db, params, settle }) =>
    uploads.profile(db, params.id, settle),
  );
  registerRoute(app, services, routes.deleteUpload, async ({ db, params }) => uploads.delete(db, params.id));
  registerRoute(app, services, routes.getDemoFiles, async ({ db }) => {
    const files = await uploads.demoFiles(db);
    return { available: files.residents !== null && files.members !== null, ...files };
  });
}
