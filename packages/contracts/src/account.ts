import { z } from 'zod';
import { IsoInstant } from './paging.ts';
import type { Route } from './route.ts';
import { CodeSetup, NewPassword, OneTimeCode, RecoveryCodes } from './sign-in.ts';

/** One's own account. */
export const Account = z
  .object({
    username: z.string(),
    name: z.string(),
    passwordChangedAt: IsoInstant,
    secondFactor: z.object({
      active: z.boolean(),
      required: z.boolean().describe('True when a role of this account may not go without'),
      since: IsoInstant.nullable(),
      recoveryCodesLeft: z.int(),
    }),
    oidc: z.boolean().describe('True when it is bound to the identity provider'),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

/** A browser one is signed in with. */
export const BrowserSession = z
  .object({
    id: z.string(),
    current: z.boolean(),
    device: z.string().describe('Browser and system as far as the browser told'),
    address: z.string(),
    signedInAt: IsoInstant,
    seenAt: IsoInstant,
    expiresAt: IsoInstant,
    proven: z.array(z.string()).describe('password, code, recovery, oidc'),
  })
  .meta({ id: 'BrowserSession' });
export type BrowserSession = z.infer<typeof BrowserSession>;
export const BrowserSessionList = z.object({ items: z.array(BrowserSession) });

/** Acts that matter are confirmed with the password. */
export const PasswordAgain = z.object({ password: z.string().min(1).max(200) });

const tag = 'account';
const action = 'session.own';

/** Routes of one's own account. */
export const accountRoutes = {
  getAccount: {
    action,
    method: 'GET',
    path: '/account',
    tag,
    summary: 'One’s own account',
    response: Account,
  },
  changePassword: {
    action,
    method: 'POST',
    path: '/account/password',
    tag,
    summary: 'Change the password; signs out everywhere else',
    secret: true,
    body: NewPassword.extend({ current: z.string().min(1).max(200) }),
    status: 204,
  },
  beginSecondFactor: {
    action,
    method: 'POST',
    path: '/account/second-factor',
    tag,
    summary: 'Begin setting up an authenticator app',
    secret: true,
    body: PasswordAgain,
    response: CodeSetup,
  },
  confirmSecondFactor: {
    action,
    method: 'POST',
    path: '/account/second-factor/confirm',
    tag,
    summary: 'Take the authenticator app into use with its first code',
    secret: true,
    body: z.object({ code: OneTimeCode }),
    response: RecoveryCodes,
  },
  removeSecondFactor: {
    action,
    method: 'POST',
    path: '/account/second-factor/remove',
    tag,
    summary: 'Do without an authenticator app, where the role allows it',
    secret: true,
    body: PasswordAgain,
    status: 204,
  },
  renewRecoveryCodes: {
    action,
    method: 'POST',
    path: '/account/recovery-codes',
    tag,
    summary: 'New recovery codes; the old ones stop working',
    secret: true,
    body: PasswordAgain,
    response: RecoveryCodes,
  },
  listOwnSessions: {
    action,
    method: 'GET',
    path: '/account/sessions',
    tag,
    summary: 'Browsers one is signed in with',
    response: BrowserSessionList,
  },
  endOwnSession: {
    action,
    method: 'DELETE',
    path: '/account/sessions/:id',
    tag,
    summary: 'Sign out one browser',
    params: z.object({ id: z.string().max(60) }),
    status: 204,
  },
  endOtherSessions: {
    action,
    method: 'DELETE',
    path: '/account/sessions',
    tag,
    summary: 'Sign out every browser but this one',
    status: 204,
  },
} as const satisfies Record<string, Route>;
