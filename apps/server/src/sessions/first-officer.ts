import { randomBytes } from 'node:crypto';
import type { OfficerRepository } from '@jangkau/store';
import type { Settings } from '../settings.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** How to sign in, as far as it may be told. */
export interface FirstOfficer {
  username: string;
  /** Only when it is the demo's or was made up just now. */
  password: string | undefined;
}

const demoPassword = 'jangkau';

/**
 * Makes sure there is somebody who can sign in. The demo's officer has a password everybody may know;
 * outside the demo it comes from the settings or is made up once.
 */
export async function ensureFirstOfficer(
  officers: OfficerRepository,
  settings: Settings,
): Promise<FirstOfficer> {
  const demo = settings.demoResidents > 0;
  const found = await officers.find(settings.officerUsername);
  const given = settings.officerPassword ?? (demo ? demoPassword : undefined);
  const shown = settings.officerPassword === undefined && demo ? demoPassword : undefined;
  if (found && (given === undefined || (await verifyPassword(given, found.password_hash))))
    return { username: found.username, password: shown };
  const password = given ?? randomBytes(9).toString('base64url');
  await officers.save({
    username: settings.officerUsername,
    name: demo ? 'Petugas Contoh' : settings.officerUsername,
    password_hash: await hashPassword(password),
    assignments: [{ role: 'branch-officer', kind: 'branch', code: null }],
  });
  return { username: settings.officerUsername, password: given === undefined ? password : shown };
}
