import { routes } from '@jangkau/contracts';
import { RunRepository } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { runView } from '../../runs/run-view.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { registerRoute } from '../register-route.ts';

/** Ordering and following runs. */
export function runRoutes(app: FastifyInstance, services: Services): void {
  const { runService, queue } = services;
  registerRoute(app, services, routes.createRun, async ({ db, scope, body, language, settle }) => {
    const id = await runService.order(db, scope, body);
    await settle();
    queue.wake();
    return runService.view(db, id, language);
  });
  registerRoute(app, services, routes.listRuns, async ({ db, query, language }) => {
    const list = { runs: query.state ?? null };
    const [before] = decodeCursor(list, query.cursor) ?? [];
    const found = await new RunRepository(db).list({
      state: query.state,
      beforeNumber: before,
      limit: query.limit + 1,
    });
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map((run) => runView(run, language)),
      nextCursor: found.length > query.limit && last ? encodeCursor(list, [last.number]) : null,
    };
  });
  registerRoute(app, services, routes.getRun, async ({ db, params, language }) =>
    runService.view(db, params.id, language),
  );
  registerRoute(app, services, routes.cancelRun, async ({ db, params, language }) => {
    await queue.cancel((await runService.find(db, params.id)).id);
    return runService.view(db, params.id, language);
  });
  registerRoute(app, services, routes.resumeRun, async ({ db, params, language }) => {
    await queue.resume((await runService.find(db, params.id)).id);
    return runService.view(db, params.id, language);
  });
  registerRoute(app, services, routes.deleteRun, async ({ db, params, query }) => {
    if (query.confirm !== 'true') throw new ApiProblem('confirmation-required');
    await runService.delete(db, params.id);
  });
}
