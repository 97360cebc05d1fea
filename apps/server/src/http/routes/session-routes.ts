import { routes, type Session } from '@jangkau/contracts';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import type { SignedIn } from '../../sessions/session-service.ts';
import { registerRoute } from '../register-route.ts';

/** Signing in and out. */
export function sessionRoutes(app: FastifyInstance, services: Services): void {
  const view = async (officer: SignedIn): Promise<Session> => {
    const named = officer.areas.length === 0 ? [] : await services.areas.all();
    return {
      officer: { username: officer.username, name: officer.name, role: officer.role },
      areas: named
        .filter((area) => officer.areas.includes(area.code))
        .map(({ code, name, level }) => ({ code, name, level })),
      wholeBranch: officer.areas.length === 0,
      timeZone: services.settings.timeZone,
      demo: services.settings.demoResidents > 0,
      expiresAt: officer.expiresAt.toISOString(),
    };
  };
  registerRoute(app, services, routes.signIn, async ({ body, request, reply }) =>
    view(await services.sessions.signIn(body.username, body.password, request, reply)),
  );
  registerRoute(app, services, routes.getSession, async ({ officer }) => view(officer as SignedIn));
  registerRoute(app, services, routes.signOut, async ({ request, reply }) => {
    await services.sessions.signOut(request, reply);
  });
}
