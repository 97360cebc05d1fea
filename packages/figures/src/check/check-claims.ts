import type { ClaimsFile } from '../claim.ts';
import { asWords, type Words } from '../words.ts';
import { checkClaim } from './check-claim.ts';
import type { CheckedClaim, Verdict } from './checked-claim.ts';
import { type HiddenDenominator, hiddenDenominators } from './hidden-denominators.ts';

/** How many claims got each verdict; adds up to the claims of the file. */
export type Verdicts = Readonly<Record<Verdict, number>>;

/** Something that shows only when claims are seen together. */
export type Finding = HiddenDenominator;

/** A publication with the verdict on each of its figures. */
export interface CheckedFile {
  readonly title: Words | null;
  readonly source: Words | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly verdicts: Verdicts;
  readonly claims: readonly CheckedClaim[];
  readonly findings: readonly Finding[];
}

/** Checks every claim of a publication against the counts it states, and the claims against one another. */
export function checkClaims(file: ClaimsFile): CheckedFile {
  const claims = file.claims.map((claim) => checkClaim(claim, file));
  const verdicts = { follows: 0, rounds: 0, contradicts: 0, 'cannot-be-checked': 0 };
  for (const { verdict } of claims) verdicts[verdict]++;
  const words = (text: string | Words | undefined) => (text === undefined ? null : asWords(text));
  return {
    title: words(file.title),
    source: words(file.source),
    url: file.url ?? null,
    published: file.published ?? null,
    verdicts,
    claims,
    findings: hiddenDenominators(claims, file),
  };
}
