import { type Role, roles } from '@jangkau/access';
import { z } from 'zod';
import type { OidcSettings } from './oidc-provider.ts';
import type { SignInPolicy } from './sign-in-policy.ts';

const RoleList = z
  .string()
  .transform((text): readonly string[] => {
    if (text === 'all') return roles;
    return text === 'none' ? [] : text.split(',').map((role) => role.trim());
  })
  .pipe(z.array(z.enum(roles)));

/** Variables about signing in. */
export const signInEnvironment = {
  JANGKAU_OFFICER_USERNAME: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,49}$/)
    .optional(),
  JANGKAU_OFFICER_PASSWORD: z.string().min(6).max(200).optional(),
  JANGKAU_SECRET_KEY: z.string().min(1).optional(),
  JANGKAU_SECOND_FACTOR_ROLES: RoleList.optional(),
  JANGKAU_SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(60),
  JANGKAU_SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  JANGKAU_PUBLIC_URL: z.url().optional(),
  JANGKAU_OIDC_ISSUER: z.url().optional(),
  JANGKAU_OIDC_CLIENT_ID: z.string().min(1).optional(),
  JANGKAU_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  JANGKAU_OIDC_USERNAME_CLAIM: z.string().min(1).default('preferred_username'),
  JANGKAU_OIDC_NAME: z.string().min(1).max(60).default('SSO'),
};

type Environment = z.output<z.ZodObject<typeof signInEnvironment>>;

export interface SignInSettings {
  /** The first account: of the demo's officer, or of the administrator outside the demo. */
  officerUsername: string;
  /** Its password; made up when undefined outside the demo. */
  officerPassword: string | undefined;
  /** Keys that encrypt secrets at rest; kept in the data folder when undefined. */
  secretKey: string | undefined;
  policy: SignInPolicy;
  /** Undefined: nobody signs in at an identity provider. */
  oidc: OidcSettings | undefined;
}

/** @throws Error when the identity provider is half described */
export function signInSettings(env: Environment, demo: boolean): SignInSettings {
  const everyone: readonly Role[] = demo ? [] : roles;
  return {
    officerUsername: env.JANGKAU_OFFICER_USERNAME ?? (demo ? 'petugas' : 'admin'),
    officerPassword: env.JANGKAU_OFFICER_PASSWORD,
    secretKey: env.JANGKAU_SECRET_KEY,
    policy: {
      idleMinutes: env.JANGKAU_SESSION_IDLE_MINUTES,
      sessionHours: env.JANGKAU_SESSION_HOURS,
      secondFactorRoles: env.JANGKAU_SECOND_FACTOR_ROLES ?? everyone,
    },
    oidc: oidcSettings(env),
  };
}

function oidcSettings(env: Environment): OidcSettings | undefined {
  if (env.JANGKAU_OIDC_ISSUER === undefined) return undefined;
  const needed = ['JANGKAU_OIDC_CLIENT_ID', 'JANGKAU_OIDC_CLIENT_SECRET', 'JANGKAU_PUBLIC_URL'] as const;
  const missing = needed.filter((name) => env[name] === undefined);
  if (missing.length > 0)
    throw new Error(
      `Pengaturan tidak sah / invalid settings: JANGKAU_OIDC_ISSUER needs ${missing.join(', ')}`,
    );
  return {
    issuer: env.JANGKAU_OIDC_ISSUER,
    clientId: env.JANGKAU_OIDC_CLIENT_ID ?? '',
    clientSecret: env.JANGKAU_OIDC_CLIENT_SECRET ?? '',
    usernameClaim: env.JANGKAU_OIDC_USERNAME_CLAIM,
    name: env.JANGKAU_OIDC_NAME,
    publicUrl: env.JANGKAU_PUBLIC_URL ?? '',
  };
}
