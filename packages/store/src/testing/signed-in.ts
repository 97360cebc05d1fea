import { randomBytes } from 'node:crypto';
import {
  type Action,
  type Assignment,
  type AssignmentKind,
  assignmentKinds,
  may,
  type Role,
} from '@jangkau/access';
import type { Database } from '../database/connect.ts';
import { AccountRepository } from '../gate/account-repository.ts';
import { SessionRepository } from '../gate/session-repository.ts';
import { Scope } from '../scope.ts';

/**
 * Signs somebody in with one role on these codes (none for a role on the branch) and gives back the scope
 * they have for an action.
 */
export async function signedIn(
  database: Database,
  role: Role,
  codes: readonly string[] = [],
  action: Action = 'person.read',
): Promise<Scope> {
  const kind: AssignmentKind = assignmentKinds[role];
  const assignments: Assignment[] =
    kind === 'branch' ? [{ role, kind, code: null }] : codes.map((code) => ({ role, kind, code }));
  const username = `${role}-${randomLetters()}`;
  const accounts = new AccountRepository(database.gate);
  await accounts.add({ username, name: 'Contoh', passwordHash: 'none', mustChangePassword: false });
  for (const assignment of assignments) await accounts.assign(username, assignment, 'sistem');
  const tokenHash = randomBytes(32);
  const createdAt = new Date();
  const endsAt = new Date(createdAt.getTime() + 3_600_000);
  await new SessionRepository(database.gate).open({
    tokenHash,
    username,
    createdAt,
    expiresAt: endsAt,
    endsAt,
    device: '',
    address: '',
    proven: ['password'],
  });
  return Scope.of({ username, reach: may(assignments, action), tokenHash });
}

/** Without digits: a user name must not look like a number of a person. */
function randomLetters(): string {
  return randomBytes(5)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
