import { generateSecret, generateURI, verifySync } from 'otplib';

const periodSeconds = 30;

/** A new secret for an authenticator app, in base32: 160 random bits. */
export function newCodeSecret(): string {
  return generateSecret();
}

/** What the QR code says to the authenticator app. */
export function codeSecretUri(secret: string, username: string): string {
  return generateURI({ issuer: 'Jangkau', label: username, secret });
}

/**
 * The time step a code belongs to (RFC 6238, six digits, 30 s), or undefined when it is wrong, too old, or
 * of a step up to `usedStep`, so that a code works once. One step of clock difference is allowed each way.
 */
export function stepOfCode(secret: string, code: string, now: Date, usedStep: number): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const result = verifySync({
    secret,
    token,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: periodSeconds,
    ...(usedStep >= 0 && { afterTimeStep: usedStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
