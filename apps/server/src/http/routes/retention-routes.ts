import { retentionRoutes as routes } from '@jangkau/contracts';
import { retentionRule } from '@jangkau/privacy';
import { PrivacySettings, Retention } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** How long what is kept. */
export function retentionRoutes(app: FastifyInstance, services: Services): void {
  const { retention } = services;
  registerRoute(app, services, routes.getRetention, async ({ db }) => retention.overview(db));

  registerRoute(app, services, routes.setRetention, async ({ db, body, scope, note, settle }) => {
    const { least, most } = retentionRule(body.kind);
    if (body.days !== null && (body.days < least || body.days > most))
      throw new ApiProblem('invalid-request', {
        errors: [{ path: 'body.days', message: `between ${least} and ${most}` }],
      });
    await PrivacySettings.set(db, scope.username, `retention.${body.kind}`, body.days, body.reason);
    note({ purpose: body.reason, detail: { kind: body.kind, days: body.days } });
    // The overview reads what is kept on a connection of its own.
    await settle();
    return retention.overview(db);
  });

  registerRoute(app, services, routes.holdRetention, async ({ db, body, scope, note, settle }) => {
    if (!body.held) {
      const standing = await Retention.holds(db);
      if (!standing.some((one) => one.kind === body.kind && one.key === body.key))
        throw new ApiProblem('hold-not-found');
    }
    await Retention.hold(db, scope.username, body);
    note({ purpose: body.reason, detail: { kind: body.kind, key: body.key, held: body.held } });
    await settle();
    return retention.overview(db);
  });

  registerRoute(app, services, routes.runRetention, async ({ scope, note }) => {
    const run = await retention.run(scope.username);
    note({ detail: { deleted: run.deleted, held: run.held, failed: run.failed } });
    return run;
  });
}
