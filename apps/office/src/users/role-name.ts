import { roleNames } from '@jangkau/access';
import type { UserRole } from '@jangkau/contracts';
import type { Language } from '../text/language.ts';

/** 'Operator desa, Sanur': what a role is called and where it holds. */
export function roleName(role: Pick<UserRole, 'role' | 'code' | 'place'>, language: Language): string {
  const name = roleNames[role.role][language];
  return role.code === null ? name : `${name}, ${role.place ?? role.code}`;
}
