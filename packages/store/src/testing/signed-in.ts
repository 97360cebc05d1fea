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
import { OfficerRepository } from '../repositories/officer-repository.ts';
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
  const username = `${role}-${randomBytes(4).toString('hex')}`;
  const officers = new OfficerRepository(database);
  await officers.save({ username, name: username, password_hash: 'none', assignments });
  const tokenHash = randomBytes(32);
  await officers.openSession(tokenHash, username, new Date(Date.now() + 3_600_000));
  return Scope.of({ username, reach: may(assignments, action), tokenHash });
}
