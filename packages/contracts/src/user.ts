import { roles } from '@jangkau/access';
import { z } from 'zod';
import { IsoInstant } from './paging.ts';
import type { Route } from './route.ts';

export const RoleId = z.enum(roles);

/** A role and what it is given on. `code` is null for a role on the whole branch. */
export const RoleInput = z.object({
  role: RoleId,
  code: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .nullable()
    .describe('Area code (village/banjar for a banjar), employer or facility; null for the branch'),
});
export type RoleInput = z.infer<typeof RoleInput>;

/** A role somebody has. */
export const UserRole = z
  .object({
    id: z.int(),
    role: RoleId,
    kind: z.enum(['branch', 'area', 'employer', 'facility']),
    code: z.string().nullable(),
    place: z.string().nullable().describe('Name of the area'),
    grantedBy: z.string(),
    grantedAt: IsoInstant,
  })
  .meta({ id: 'UserRole' });
export type UserRole = z.infer<typeof UserRole>;

/** Letters and digits that say nothing about the person: no NIK, no telephone number. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,49}$/)
  .regex(/^(?!.*\d{8})/);

const PersonName = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .regex(/^(?!.*\d{8})/);

/** Somebody who may sign in. */
export const User = z
  .object({
    username: z.string(),
    name: z.string(),
    active: z.boolean(),
    mustChangePassword: z.boolean(),
    secondFactor: z.boolean(),
    oidc: z.boolean(),
    lockedUntil: IsoInstant.nullable().describe('Until when sign-in is refused after failures'),
    createdAt: IsoInstant,
    lastSeenAt: IsoInstant.nullable(),
    sessions: z.int(),
    roles: z.array(UserRole),
    self: z.boolean().describe('True for one’s own account, which others have to manage'),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;
export const UserList = z.object({ items: z.array(User) });

/** A password for the first sign-in. Shown once. */
export const FirstPassword = z.object({ user: User, firstPassword: z.string() });
export type FirstPassword = z.infer<typeof FirstPassword>;

const tag = 'users';
const action = 'user.manage';
const params = z.object({ username: z.string().max(60) });

/** Routes of user administration. */
export const userRoutes = {
  listUsers: {
    action,
    method: 'GET',
    path: '/users',
    tag,
    summary: 'Users by name',
    query: z.object({ q: z.string().trim().max(100).optional() }),
    response: UserList,
  },
  createUser: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/users',
    tag,
    summary: 'Add a user; the first password is shown once',
    secret: true,
    body: z.object({ username: Username, name: PersonName, roles: z.array(RoleInput).max(50) }),
    response: FirstPassword,
    status: 201,
  },
  getUser: {
    action,
    method: 'GET',
    path: '/users/:username',
    tag,
    summary: 'One user',
    params,
    response: User,
  },
  renameUser: {
    action,
    recordsItself: true,
    method: 'PUT',
    path: '/users/:username',
    tag,
    summary: 'Change the name',
    params,
    body: z.object({ name: PersonName }),
    response: User,
  },
  disableUser: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/users/:username/disable',
    tag,
    summary: 'Close an account and sign it out everywhere',
    params,
    response: User,
  },
  enableUser: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/users/:username/enable',
    tag,
    summary: 'Open an account again',
    params,
    response: User,
  },
  resetPassword: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/users/:username/reset-password',
    tag,
    summary: 'A new first password, shown once; signs out everywhere',
    secret: true,
    params,
    response: FirstPassword,
  },
  resetSecondFactor: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/users/:username/reset-second-factor',
    tag,
    summary: 'Forget the authenticator app and recovery codes of somebody who lost them',
    params,
    response: User,
  },
  unlockUser: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/users/:username/unlock',
    tag,
    summary: 'Let somebody sign in again who failed too often',
    params,
    response: User,
  },
  signUserOut: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/users/:username/sign-out',
    tag,
    summary: 'Sign somebody out everywhere',
    params,
    response: User,
  },
  assignRole: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/users/:username/roles',
    tag,
    summary: 'Give a role',
    params,
    body: RoleInput,
    response: User,
  },
  revokeRole: {
    action,
    recordsItself: true,
    method: 'DELETE',
    path: '/users/:username/roles/:id',
    tag,
    summary: 'Take a role away',
    params: params.extend({ id: z.coerce.number().int() }),
    response: User,
  },
} as const satisfies Record<string, Route>;
