import { z } from 'zod';
import type { Route } from './route.ts';
import { Session } from './session.ts';

/** Sign-in form. */
export const SignIn = z.object({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof SignIn>;

/**
 * What a sign-in still needs. code: the code of the authenticator app or a recovery code; password: a new
 * password in the place of one that somebody else chose; code-setup: an authenticator app has to be set up.
 */
export const SignInNext = z.enum(['done', 'code', 'password', 'code-setup']);
export type SignInNext = z.infer<typeof SignInNext>;

/** Where a sign-in stands. `session` is there when it is done. */
export const SignInAnswer = z
  .object({ next: SignInNext, username: z.string(), session: Session.nullable() })
  .meta({ id: 'SignInAnswer' });
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** Where a sign-in that was begun stands: null when none was; done for whoever is signed in. */
export const SignInStep = z.object({ next: SignInNext.nullable(), username: z.string().nullable() });
export type SignInStep = z.infer<typeof SignInStep>;

/** Six digits of the authenticator app. */
export const OneTimeCode = z.string().min(6).max(12);

export const SecondFactorInput = z.union([
  z.object({ code: OneTimeCode }),
  z.object({ recoveryCode: z.string().min(8).max(30) }),
]);
export type SecondFactorInput = z.infer<typeof SecondFactorInput>;

export const NewPassword = z.object({ password: z.string().min(1).max(400) });

/** Secret for an authenticator app: as text and as the address in its QR code. Shown once. */
export const CodeSetup = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'CodeSetup' });
export type CodeSetup = z.infer<typeof CodeSetup>;

/** Codes for a lost telephone, each for one use. Shown once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** What the sign-in page needs to know before anybody has signed in. */
export const Welcome = z
  .object({
    demo: z.boolean().describe('True while the service runs on made-up people'),
    demoAccounts: z
      .array(z.object({ username: z.string(), password: z.string(), role: z.string() }))
      .describe('Accounts to try it with; empty outside the demo'),
    languages: z.array(z.enum(['id', 'en'])),
    oidc: z
      .object({ name: z.string() })
      .nullable()
      .describe('The identity provider that may be used instead'),
    leastPasswordLength: z.int(),
  })
  .meta({ id: 'Welcome' });
export type Welcome = z.infer<typeof Welcome>;

const tag = 'session';

/** Routes of signing in. They need no session; those after the first go by the cookie of the step before. */
export const signInRoutes = {
  getWelcome: {
    method: 'GET',
    path: '/welcome',
    tag,
    summary: 'What the sign-in page needs to know',
    session: false,
    response: Welcome,
  },
  signIn: {
    method: 'POST',
    path: '/session',
    tag,
    summary: 'Sign in; sets the session cookie, or says what else is needed',
    session: false,
    body: SignIn,
    response: SignInAnswer,
  },
  getSignInStep: {
    method: 'GET',
    path: '/session/step',
    tag,
    summary: 'What the sign-in that was begun still needs',
    session: false,
    response: SignInStep,
  },
  giveCode: {
    method: 'POST',
    path: '/session/code',
    tag,
    summary: 'Go on signing in with a code of the authenticator app or a recovery code',
    session: false,
    body: SecondFactorInput,
    response: SignInAnswer,
  },
  choosePassword: {
    method: 'POST',
    path: '/session/password',
    tag,
    summary: 'Go on signing in with a password of one’s own',
    session: false,
    body: NewPassword,
    response: SignInAnswer,
  },
  beginCodeSetup: {
    method: 'POST',
    path: '/session/code-setup',
    tag,
    summary: 'Go on signing in by setting up an authenticator app',
    session: false,
    secret: true,
    response: CodeSetup,
  },
  confirmCodeSetup: {
    method: 'POST',
    path: '/session/code-setup/confirm',
    tag,
    summary: 'Take the authenticator app into use with its first code',
    session: false,
    secret: true,
    body: z.object({ code: OneTimeCode }),
    response: SignInAnswer.extend(RecoveryCodes.shape),
  },
  startOidc: {
    method: 'GET',
    path: '/session/oidc',
    tag,
    summary: 'Go to the identity provider to sign in there',
    session: false,
    query: z.object({ next: z.string().max(2000).optional() }),
    status: 302,
  },
  finishOidc: {
    method: 'GET',
    path: '/session/oidc/callback',
    tag,
    summary: 'Come back from the identity provider',
    session: false,
    query: z.looseObject({}),
    status: 302,
  },
} as const satisfies Record<string, Route>;
