export { type CheckedFile, checkClaims, type Finding, type Verdicts } from './check/check-claims.ts';
export type { CheckedClaim, Verdict } from './check/checked-claim.ts';
export type { Reading } from './check/readings.ts';
export { type Claim, type ClaimsFile, readClaims } from './claim.ts';
