import type { Assignment } from '@jangkau/access';
import { AccountRepository, AuditLog, type Db, Scope } from '@jangkau/store';
import { demoAccounts, demoPassword } from '../demo/demo-accounts.ts';
import type { Settings } from '../settings.ts';
import { newFirstPassword } from './first-password.ts';
import { hashPassword } from './password-hash.ts';

/** How to sign in, as far as it may be told. */
export interface FirstAccount {
  username: string;
  /** Only when it is the demo's or was made up just now. */
  password: string | undefined;
  /** Further accounts of the demo, with the same password. */
  others: string[];
}

/**
 * Makes sure there is somebody who can sign in. In the demo one account for each role, with a password
 * everybody may know; otherwise, while there is nobody, a system administrator with a password from the
 * settings or one that is made up and told once. It has to be replaced at the first sign-in.
 */
export async function ensureFirstAccounts(gate: Db, settings: Settings): Promise<FirstAccount> {
  const { officerUsername, officerPassword } = settings.signIn;
  if (settings.demoResidents > 0) {
    const accounts = demoAccounts.map((account, i) => ({
      ...account,
      username: i === 0 ? officerUsername : account.username,
    }));
    const missing = [];
    for (const account of accounts)
      if (!(await new AccountRepository(gate).find(account.username))) missing.push(account);
    for (const { username, name, assignment } of missing) {
      const own = username === officerUsername ? officerPassword : undefined;
      await add(gate, { username, name, password: own ?? demoPassword, mustChange: false, assignment });
    }
    const others = accounts.map(({ username }) => username).filter((name) => name !== officerUsername);
    return { username: officerUsername, password: officerPassword ? undefined : demoPassword, others };
  }
  if (!(await new AccountRepository(gate).isEmpty()))
    return { username: officerUsername, password: undefined, others: [] };
  const password = officerPassword ?? newFirstPassword();
  await add(gate, {
    username: officerUsername,
    name: 'Pengelola sistem',
    password,
    mustChange: true,
    assignment: { role: 'system-administrator', kind: 'branch', code: null },
  });
  return { username: officerUsername, password: officerPassword ? undefined : password, others: [] };
}

async function add(
  gate: Db,
  account: { username: string; name: string; password: string; mustChange: boolean; assignment: Assignment },
): Promise<void> {
  const passwordHash = await hashPassword(account.password);
  const { username, name, mustChange, assignment } = account;
  await gate.transaction().execute(async (db) => {
    const accounts = new AccountRepository(db);
    if (!(await accounts.add({ username, name, passwordHash, mustChangePassword: mustChange }))) return;
    await accounts.assign(username, assignment, 'sistem');
    await AuditLog.add(db, Scope.system(), {
      action: 'user.manage',
      subject: { kind: 'user', key: username },
      detail: { act: 'create', roles: [assignment.role] },
    });
  });
}
