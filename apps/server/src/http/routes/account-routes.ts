import { routes } from '@jangkau/contracts';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

/** One's own account: password, authenticator app, signed-in browsers. */
export function accountRoutes(app: FastifyInstance, services: Services): void {
  const { accounts } = services;
  registerRoute(app, services, routes.getAccount, async ({ scope }) => {
    const { account, factor, required, recoveryCodesLeft } = await accounts.get(scope.username);
    return {
      username: account.username,
      name: account.name,
      passwordChangedAt: account.password_changed_at.toISOString(),
      secondFactor: {
        active: factor !== undefined,
        required,
        since: factor?.confirmed_at?.toISOString() ?? null,
        recoveryCodesLeft,
      },
      oidc: account.oidc_subject !== null,
    };
  });
  registerRoute(app, services, routes.changePassword, async ({ body, scope }) => {
    await accounts.changePassword(scope, body.current, body.password);
  });
  registerRoute(app, services, routes.beginSecondFactor, async ({ body, scope }) =>
    accounts.beginSecondFactor(scope, body.password),
  );
  registerRoute(app, services, routes.confirmSecondFactor, async ({ body, scope }) => ({
    recoveryCodes: await accounts.confirmSecondFactor(scope, body.code),
  }));
  registerRoute(app, services, routes.removeSecondFactor, async ({ body, scope }) => {
    await accounts.removeSecondFactor(scope, body.password);
  });
  registerRoute(app, services, routes.renewRecoveryCodes, async ({ body, scope }) => ({
    recoveryCodes: await accounts.renewRecoveryCodes(scope, body.password),
  }));
  registerRoute(app, services, routes.listOwnSessions, async ({ scope }) => ({
    items: (await accounts.sessions(scope)).map((row) => ({
      id: row.id,
      current: row.current,
      device: row.device,
      address: row.address,
      signedInAt: row.created_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      proven: row.proven,
    })),
  }));
  registerRoute(app, services, routes.endOwnSession, async ({ params, scope }) => {
    await accounts.endSession(scope, params.id);
  });
  registerRoute(app, services, routes.endOtherSessions, async ({ scope }) => {
    await accounts.endOtherSessions(scope);
  });
}
