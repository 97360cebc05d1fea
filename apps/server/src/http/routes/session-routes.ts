import { type Action, actions, may } from '@jangkau/access';
import { routes, type Session } from '@jangkau/contracts';
import { AreaRepository } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import type { SignedIn } from '../../sessions/session-service.ts';
import { registerRoute } from '../register-route.ts';

/** Signing in and out. */
export function sessionRoutes(app: FastifyInstance, services: Services): void {
  const view = async (officer: SignedIn): Promise<Session> => {
    const { assignments } = officer;
    const codes = assignments.filter(({ kind }) => kind === 'area').map(({ code }) => code);
    const named = codes.length === 0 ? [] : await new AreaRepository(services.database.app).all();
    return {
      officer: { username: officer.username, name: officer.name },
      roles: [...new Set(assignments.map(({ role }) => role))],
      actions: (Object.keys(actions) as Action[]).filter((action) => may(assignments, action)),
      areas: named
        .filter((area) => codes.includes(area.code))
        .map(({ code, name, level }) => ({ code, name, level })),
      wholeBranch: assignments.some(({ kind }) => kind === 'branch'),
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
