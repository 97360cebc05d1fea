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
    registerRoute(scoped, services, routes.createUpload, async ({ query, scope, request }) =>
      uploads.receive(request.raw, query.name, query.kind, scope.officer),
    );
    done();
  });
  registerRoute(app, services, routes.listUploads, async () => ({ items: await uploads.list() }));
  registerRoute(app, services, routes.getUpload, async ({ params }) => uploads.get(params.id));
  registerRoute(app, services, routes.correctMapping, async ({ params, body, scope }) =>
    uploads.correct(params.id, body, scope.officer),
  );
  registerRoute(app, services, routes.getUploadProfile, async ({ params }) => uploads.profile(params.id));
  registerRoute(app, services, routes.deleteUpload, async ({ params }) => uploads.delete(params.id));
  registerRoute(app, services, routes.getDemoFiles, async () => {
    const files = await uploads.demoFiles();
    return { available: files.residents !== null && files.members !== null, ...files };
  });
}
