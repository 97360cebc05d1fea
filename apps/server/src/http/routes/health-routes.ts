import { access, constants } from 'node:fs/promises';
import { Health, Readiness } from '@jangkau/contracts';
import { pendingMigrations } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';

/** Whether the process answers, and whether it can do its work. */
export function healthRoutes(app: FastifyInstance, services: Services, version: string): void {
  const tags = ['health'];
  app.get(
    '/healthz',
    { schema: { summary: 'The process answers', tags, response: { 200: Health } } },
    async () => ({
      status: 'ok' as const,
      version,
      uptimeSeconds: Math.round(process.uptime()),
    }),
  );
  app.get(
    '/readyz',
    {
      schema: {
        summary: 'Database reachable and migrated, data folder writable',
        tags,
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const pending = await pendingMigrations(services.database.owner).catch(() => undefined);
      const database = pending !== undefined;
      const migrations = pending?.length === 0;
      const storage = await access(services.settings.dataDir, constants.W_OK).then(
        () => true,
        () => false,
      );
      const ready = migrations && storage;
      if (!ready) reply.status(503);
      return { status: ready ? ('ready' as const) : ('not-ready' as const), database, migrations, storage };
    },
  );
}
