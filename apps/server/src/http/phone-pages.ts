import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { compressAssets } from './compress-assets.ts';

/**
 * A built app for phones below its prefix ('/field/'); its service worker may serve nothing else, and is asked for anew
 * each time, or phones would never hear of a new one.
 */
export async function phonePages(
  app: FastifyInstance,
  prefix: `/${string}/`,
  folder: string | undefined,
): Promise<void> {
  if (folder === undefined || !existsSync(path.join(folder, 'index.html'))) return;
  await compressAssets(folder);
  await app.register(fastifyStatic, {
    root: folder,
    prefix,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    index: ['index.html'],
    setHeaders: (reply, file) => {
      const hashed = path.dirname(file).endsWith(`${path.sep}assets`);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get(prefix.slice(0, -1), { schema: { hide: true } }, async (_request, reply) => reply.redirect(prefix));
}
