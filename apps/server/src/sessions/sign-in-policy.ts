import type { Assignment, Role } from '@jangkau/access';
import type { GuardRule } from '@jangkau/store';

/** How long things last and who needs what. */
export interface SignInPolicy {
  /** A session ends when it is not used for so long, and whatever happens after `sessionHours`. */
  idleMinutes: number;
  sessionHours: number;
  /** Roles that may not go without an authenticator app. */
  secondFactorRoles: readonly Role[];
}

/** A sign-in that is not completed in this time begins anew. */
export const stepMinutes = 10;

/** Five wrong passwords or codes, then waits of 30 s, 1, 2, 4, 8 and 15 minutes; forgotten after a day. */
export const accountRule: GuardRule = {
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgetSeconds: 86_400,
};

/** A whole office shares one address: more is free, and success does not wipe the count. */
export const addressRule: GuardRule = { ...accountRule, free: 20, forgetSeconds: 3600 };

/** True when one of these roles may not go without an authenticator app. */
export function needsSecondFactor(policy: SignInPolicy, assignments: readonly Assignment[]): boolean {
  return assignments.some(({ role }) => policy.secondFactorRoles.includes(role));
}
