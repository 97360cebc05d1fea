import { assignmentKinds, type Role } from '@jangkau/access';
import { Username } from '@jangkau/contracts';
import { AreaRepository, openOwner, Scope } from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { Settings } from '../settings.ts';
import { type ManagedUser, UserService } from './user-service.ts';

/** Users from the command line: what whoever holds the database may do without signing in. */
export interface UserCommands {
  list(): Promise<ManagedUser[]>;
  /** Adds a user and returns the first password. @throws ApiProblem username-taken, area-not-found ... */
  add(order: { username: string; name: string; role: Role; code: string | null }): Promise<string>;
  /** A new first password. @throws ApiProblem user-not-found */
  resetPassword(username: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens user administration on the database of these settings, beside the running server or without it. What
 * is done is audited as done by the system itself.
 * @throws Error when there is no database yet
 */
export async function openUserCommands(settings: Settings): Promise<UserCommands> {
  const { db, close } = await openOwner({
    url: settings.databaseUrl,
    directory: `${settings.dataDir}/postgres`,
  });
  const users = new UserService({
    gate: db,
    now: () => new Date(),
    isArea: (code) => new AreaRepository(db).exists(code),
  });
  const scope = Scope.system();
  return {
    list: () => users.list(undefined),
    add: async ({ username, name, role, code }) => {
      const checked = Username.safeParse(username);
      if (!checked.success) throw new ApiProblem('invalid-request');
      const place = assignmentKinds[role] === 'branch' ? null : code;
      const roles = [{ role, code: place }];
      return (await users.create(scope, { username: checked.data, name, roles })).firstPassword;
    },
    resetPassword: async (username) => (await users.resetPassword(scope, username)).firstPassword,
    close,
  };
}
