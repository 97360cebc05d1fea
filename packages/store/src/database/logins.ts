import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { ConnectionSettings, Connections } from './connect.ts';

/** Roles that log in beside the owner, by what they are for. */
export const logins = {
  app: 'jangkau_app',
  gate: 'jangkau_gate',
  system: 'jangkau_system',
  bank: 'jangkau_bank',
  member: 'jangkau_member',
} as const;
type Login = keyof typeof logins;

/** Addresses given for logins that the owner may not make itself. */
export type GivenLogins = { [login in Login]?: string | undefined };

/** A login the owner cannot make: somebody with more rights has to, once. */
export class LoginRefused extends Error {
  constructor(role: string, variable: string, cause: unknown) {
    super(
      `the database does not let ${role} log in and does not let us change that. Run as its administrator: ` +
        `ALTER ROLE ${role} LOGIN PASSWORD '...'; and put its address into ${variable}`,
      { cause },
    );
    this.name = 'LoginRefused';
  }
}

/** A role that could do more than it should: the server does not start with it. */
export class LoginTooStrong extends Error {
  constructor(role: string, right: string) {
    super(`${role} ${right}; it must own nothing, bypass nothing and become no other role`);
    this.name = 'LoginTooStrong';
  }
}

/**
 * Settings for every login. Their passwords follow from a secret, so that several servers on one database
 * agree on them and nothing else has to be kept.
 */
export function connectionsOf(
  owner: ConnectionSettings,
  secret: string,
  given: GivenLogins = {},
): Connections {
  const of = (login: Login): ConnectionSettings => {
    const url = given[login];
    if (url) return { connectionString: url };
    const password = createHmac('sha256', secret).update(`jangkau ${login}`).digest('base64url');
    return { ...withoutUser(owner), user: logins[login], password };
  };
  return {
    owner,
    app: of('app'),
    gate: of('gate'),
    system: of('system'),
    bank: of('bank'),
    member: of('member'),
  };
}

/**
 * Makes sure that every login can log in and is no stronger than it should be. Called after migrations.
 * @throws LoginRefused, LoginTooStrong
 */
export async function prepareLogins(connections: Connections, given: GivenLogins = {}): Promise<void> {
  for (const login of Object.keys(logins) as Login[]) {
    const settings = connections[login];
    const first = await attempt(settings);
    if (first === undefined) continue;
    if (given[login]) throw first;
    try {
      await allow(connections.owner, logins[login], String(settings.password));
    } catch (cause) {
      throw new LoginRefused(logins[login], variableOf(login), cause);
    }
    const second = await attempt(settings);
    if (second) throw second;
  }
}

/** Name of the environment variable that gives the address of a login. */
function variableOf(login: Login): string {
  return `JANGKAU_${login.toUpperCase()}_DATABASE_URL`;
}

/** Logs in and looks at what the role can do; gives back why it did not work. */
async function attempt(settings: ConnectionSettings): Promise<unknown> {
  const client = new pg.Client(settings);
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    return error;
  }
  try {
    const { rows } = await client.query<{ role: string; right: string | null }>(`
      SELECT rolname AS role, CASE
        WHEN rolsuper THEN 'is a superuser'
        WHEN rolbypassrls THEN 'bypasses row security'
        WHEN rolcreaterole OR rolcreatedb THEN 'may make roles or databases'
        WHEN EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid) THEN 'is a member of another role'
        WHEN EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) THEN 'owns tables'
      END AS right
      FROM pg_roles r WHERE rolname = session_user`);
    const found = rows[0];
    if (found?.right) throw new LoginTooStrong(found.role, found.right);
    return undefined;
  } finally {
    await client.end();
  }
}

async function allow(owner: ConnectionSettings, role: string, password: string): Promise<void> {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const statement = `ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`;
    // Roles belong to the whole server: another database may be doing the same this moment.
    await client.query(statement).catch(() => client.query(statement));
  } finally {
    await client.end();
  }
}

function withoutUser(settings: ConnectionSettings): ConnectionSettings {
  if (!settings.connectionString) return settings;
  const { host, port, database, ssl } = new pg.Client(settings);
  return { host, port, ...(database !== undefined && { database }), ...(ssl && { ssl }) };
}
