import { changeListRoutes as routes } from '@jangkau/contracts';
import { applyChangeList, changeListNames, changeLists } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { readText } from '../../ledger/read-text.ts';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

/** Lists of changes sent by others. */
export function changeListRoutes(app: FastifyInstance, services: Services): void {
  // In a context of its own: here every body is a stream.
  app.register((scoped, _options, done) => {
    scoped.removeAllContentTypeParsers();
    scoped.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    registerRoute(scoped, services, routes.submitChangeList, async ({ query, scope, request, note }) => {
      const { payer, ...order } = query;
      const result = await applyChangeList(services.database.ownerPool, {
        ...order,
        payerCode: payer,
        text: await readText(request.raw),
        today: today(services.settings.timeZone),
        by: scope.username,
      });
      await services.desk.settle();
      note({
        detail: {
          list: result.listId,
          kind: result.kind,
          submitted: result.submitted,
          accepted: result.accepted,
        },
      });
      return result as never;
    });
    done();
  });
  registerRoute(app, services, routes.listChangeLists, async ({ db }) => ({
    items: await changeLists(db, 100),
  }));
  registerRoute(app, services, routes.getChangeListRows, async ({ db, params, query }) => ({
    items: await changeListNames(db, params.id, query),
  }));
}
