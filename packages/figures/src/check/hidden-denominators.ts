import type { Claim, ClaimsFile } from '../claim.ts';
import { type Interval, shared } from '../interval.ts';
import { readPrintedNumber } from '../printed-number.ts';
import { fillWords, numberWords, type Words } from '../words.ts';
import { factorOf, unitOf } from './check-claim.ts';
import type { CheckedClaim } from './checked-claim.ts';
import { readOperand } from './operand-values.ts';
import { acceptedValues } from './readings.ts';

/** Several shares of a publication that one whole it does not print would make true together. */
export interface HiddenDenominator {
  readonly kind: 'one-hidden-denominator';
  /** Values of the whole under which all the claims are true. */
  readonly values: Interval;
  readonly claims: readonly string[];
  readonly words: Words;
}

/**
 * Looks for a whole nobody printed: starting from each share that contradicts its stated whole, joins every other
 * share of the same or of no stated whole as long as one number still makes all of them true.
 */
export function hiddenDenominators(checked: readonly CheckedClaim[], file: ClaimsFile): HiddenDenominator[] {
  const shares = file.claims.flatMap((claim, at) => {
    const implied = impliedDenominator(claim, file);
    return implied && !claim.implied ? [{ claim, implied, verdict: checked[at]?.verdict }] : [];
  });
  const findings: HiddenDenominator[] = [];
  for (const start of shares) {
    if (start.verdict !== 'contradicts' || findings.some(({ claims }) => claims.includes(start.claim.id)))
      continue;
    let values = start.implied;
    const claims = [start.claim.id];
    for (const other of shares) {
      if (other === start || !sameWhole(start.claim, other.claim)) continue;
      const both = shared(values, other.implied);
      if (!both) continue;
      values = both;
      claims.push(other.claim.id);
    }
    const whole = { low: Math.ceil(values.low - 1e-6), high: Math.floor(values.high + 1e-6) };
    if (claims.length < 2 || whole.low > whole.high) continue;
    findings.push({
      kind: 'one-hidden-denominator',
      values: whole,
      claims,
      words: wordsOf(
        whole,
        checked.filter(({ id }) => claims.includes(id)),
      ),
    });
  }
  return findings;
}

/** Values of the denominator under which a share is true as printed. */
function impliedDenominator(claim: Claim, file: ClaimsFile): Interval | undefined {
  const unit = unitOf(claim);
  const printed = readPrintedNumber(claim.value, claim.unit);
  if (unit === 'number' || !printed || claim.numerator == null || claim.rule !== undefined) return undefined;
  const above = readOperand(claim.numerator, file);
  if ('missing' in above) return undefined;
  const sum = (end: 'low' | 'high') =>
    above.terms.reduce((total, { sign, values }) => total + sign * values[end], 0);
  const accepted = acceptedValues(printed, claim.bound);
  if (accepted.low <= 0 || sum('low') <= 0) return undefined;
  const factor = factorOf(unit);
  return { low: (factor * sum('low')) / accepted.high, high: (factor * sum('high')) / accepted.low };
}

function sameWhole(one: Claim, other: Claim): boolean {
  return other.denominator == null || JSON.stringify(one.denominator) === JSON.stringify(other.denominator);
}

function wordsOf({ low, high }: Interval, claims: readonly CheckedClaim[]): Words {
  const sentence = {
    id: 'Satu pembagi yang tidak tercetak, antara {low} dan {high}, membuat {n} angka ini benar sekaligus: {claims}.',
    en: 'One denominator that is not printed, between {low} and {high}, makes these {n} figures true together: {claims}.',
  };
  return fillWords(sentence, {
    low: numberWords(low),
    high: numberWords(high),
    n: String(claims.length),
    claims: {
      id: claims.map(({ text }) => text.id).join('; '),
      en: claims.map(({ text }) => text.en).join('; '),
    },
  });
}
