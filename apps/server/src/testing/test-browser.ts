import { type Assignment, assignmentKinds, type Role } from '@jangkau/access';
import { AccountRepository } from '@jangkau/store';
import { hashPassword } from '../sessions/password-hash.ts';
import type { TestServer } from './test-server.ts';

/** The password of accounts that tests add. */
export const testPassword = 'kuda biru naik gunung';

let addresses = 0;

/** A browser of its own: keeps its cookies and, with `trustProxy`, comes from an address of its own. */
export class TestBrowser {
  readonly #server: TestServer;
  readonly #headers: Record<string, string>;
  readonly cookies = new Map<string, string>();

  constructor(server: TestServer, headers: Record<string, string> = {}) {
    this.#server = server;
    addresses++;
    this.#headers = { 'x-forwarded-for': `10.0.${addresses >> 8}.${addresses & 255}`, ...headers };
  }

  async call(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#server.call(method, url, body, {
      as: '',
      headers: { ...this.#headers, ...(cookie && { cookie }), ...headers },
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat() as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  signIn(username: string, password = testPassword) {
    return this.call('POST', 'session', { username, password });
  }
}

/** Adds an account with `testPassword` and one role. */
export async function addAccount(
  server: TestServer,
  username: string,
  role: Role,
  options: { code?: string; mustChange?: boolean; passwordHash?: string } = {},
): Promise<void> {
  const accounts = new AccountRepository(server.services.database.gate);
  await accounts.add({
    username,
    name: 'Contoh',
    passwordHash: options.passwordHash ?? (await testPasswordHash),
    mustChangePassword: options.mustChange ?? false,
  });
  const assignment: Assignment = { role, kind: assignmentKinds[role], code: options.code ?? null };
  await accounts.assign(username, assignment, 'sistem');
}

const testPasswordHash = hashPassword(testPassword);

/** Entries of the audit about one user, oldest first: 'action outcome'. */
export async function auditOf(server: TestServer, username: string): Promise<string[]> {
  const { rows } = await server.services.database.ownerPool.query<{ action: string; outcome: string }>(
    'SELECT action, outcome FROM audit_entry WHERE username = $1 ORDER BY id',
    [username],
  );
  return rows.map(({ action, outcome }) => `${action} ${outcome}`);
}
