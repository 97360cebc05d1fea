export { type CheckedFile, checkClaims, type Finding, type Verdicts } from './check/check-claims.ts';
export type { CheckedClaim, Verdict } from './check/checked-claim.ts';
export { countsNamed } from './check/operand-values.ts';
export type { Reading } from './check/readings.ts';
export { type Claim, type ClaimsFile, readClaims } from './claim.ts';
export { type FigureDefinition, type FigureId, figureDefinitions } from './own/definitions.ts';
export type { MonthCounts, StateCounts } from './own/month-counts.ts';
export {
  type Bucket,
  buckets,
  type MonthFigure,
  monthFigures,
  type UhcStanding,
  uhcStandings,
} from './own/month-figures.ts';
