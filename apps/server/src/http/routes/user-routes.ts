import { routes, type User } from '@jangkau/contracts';
import { AreaRepository, type Db } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import type { ManagedUser } from '../../sessions/user-service.ts';
import { type RouteInput, registerRoute } from '../register-route.ts';

/** Administration of users. */
export function userRoutes(app: FastifyInstance, services: Services): void {
  const { users } = services;
  type Input = Pick<RouteInput<typeof routes.getUser>, 'scope' | 'db'>;
  const view = async (user: ManagedUser, { scope, db }: Input) =>
    userView(user, scope.username, await placeNames(db, [user]));

  registerRoute(app, services, routes.listUsers, async ({ query, scope, db }) => {
    const found = await users.list(query.q);
    const places = await placeNames(db, found);
    return { items: found.map((user) => userView(user, scope.username, places)) };
  });
  registerRoute(app, services, routes.getUser, async ({ params, ...input }) =>
    view(await users.get(params.username), input),
  );
  registerRoute(app, services, routes.createUser, async ({ body, ...input }) => {
    const { user, firstPassword } = await users.create(input.scope, body);
    return { user: await view(user, input), firstPassword };
  });
  registerRoute(app, services, routes.renameUser, async ({ params, body, ...input }) =>
    view(await users.rename(input.scope, params.username, body.name), input),
  );
  registerRoute(app, services, routes.disableUser, async ({ params, ...input }) =>
    view(await users.disable(input.scope, params.username), input),
  );
  registerRoute(app, services, routes.enableUser, async ({ params, ...input }) =>
    view(await users.enable(input.scope, params.username), input),
  );
  registerRoute(app, services, routes.resetPassword, async ({ params, ...input }) => {
    const { user, firstPassword } = await users.resetPassword(input.scope, params.username);
    return { user: await view(user, input), firstPassword };
  });
  registerRoute(app, services, routes.resetSecondFactor, async ({ params, ...input }) =>
    view(await users.resetSecondFactor(input.scope, params.username), input),
  );
  registerRoute(app, services, routes.unlockUser, async ({ params, ...input }) =>
    view(await users.unlock(input.scope, params.username), input),
  );
  registerRoute(app, services, routes.signUserOut, async ({ params, ...input }) =>
    view(await users.signOut(input.scope, params.username), input),
  );
  registerRoute(app, services, routes.assignRole, async ({ params, body, ...input }) =>
    view(await users.assign(input.scope, params.username, body), input),
  );
  registerRoute(app, services, routes.revokeRole, async ({ params, ...input }) =>
    view(await users.revoke(input.scope, params.username, params.id), input),
  );
}

async function placeNames(db: Db, users: readonly ManagedUser[]): Promise<ReadonlyMap<string, string>> {
  const needed = users.some(({ assignments }) => assignments.some(({ kind }) => kind === 'area'));
  const areas = needed ? await new AreaRepository(db).all() : [];
  return new Map(areas.map(({ code, name }) => [code, name]));
}

function userView(user: ManagedUser, viewer: string, places: ReadonlyMap<string, string>): User {
  return {
    username: user.username,
    name: user.name,
    active: user.active,
    mustChangePassword: user.must_change_password,
    secondFactor: user.second_factor,
    oidc: user.oidc,
    lockedUntil: user.lockedUntil?.toISOString() ?? null,
    createdAt: user.created_at.toISOString(),
    lastSeenAt: user.last_seen_at?.toISOString() ?? null,
    sessions: user.sessions,
    roles: user.assignments.map(({ id, role, kind, code, granted_by, granted_at }) => ({
      id,
      role,
      kind,
      code,
      place: code === null ? null : placeName(code, places),
      grantedBy: granted_by,
      grantedAt: granted_at.toISOString(),
    })),
    self: user.username === viewer,
  };
}

/** 'Sanur' for a village, 'Sanur, Banjar Gulingan' for a banjar of it. */
function placeName(code: string, places: ReadonlyMap<string, string>): string | null {
  const [area = '', banjar] = code.split('/');
  const name = places.get(area);
  if (name === undefined) return null;
  return banjar === undefined ? name : `${name}, ${banjar}`;
}
