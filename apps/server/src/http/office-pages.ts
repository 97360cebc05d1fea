import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ApiProblem } from './api-problem.ts';
import { compressAssets } from './compress-assets.ts';

/**
 * The built office app. Files with a hash in their name are kept by browsers for good; every other address
 * that is not the API's is a page of the app, which finds its own way.
 */
export async function officePages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const served = folder !== undefined && existsSync(path.join(folder, 'index.html'));
  if (served) {
    await compressAssets(folder);
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      index: ['index.html'],
      setHeaders: (reply, file) => {
        const hashed = path.dirname(file).endsWith(`${path.sep}assets`);
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      path.extname(request.url.split('?')[0] ?? '') === '';
    if (served && page) return reply.sendFile('index.html');
    throw new ApiProblem('not-found');
  });
}
