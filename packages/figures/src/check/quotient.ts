import type { Interval } from '../interval.ts';
import type { Term } from './operand-values.ts';

/** What a claim is computed as: factor x (sum of numerator) / (sum of denominator), or the sum alone. */
export interface Quotient {
  readonly factor: number;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[] | null;
}

/**
 * All values a quotient can take while its parts move within their rounding. A name that stands in it twice moves as
 * one. Every part moves the result one way only, so the ends lie at corners. Null when the denominator can be 0.
 */
export function quotientRange({ factor, numerator, denominator }: Quotient): Interval | null {
  const moving = movingParts([...numerator, ...(denominator ?? [])]);
  const results: number[] = [];
  for (let corner = 0; corner < 2 ** moving.length; corner++) {
    const at = (term: Term) => {
      const place = moving.findIndex((part) => samePart(part, term));
      return term.sign * ((corner >> place) & 1 ? term.values.high : term.values.low);
    };
    const below = denominator ? denominator.reduce((sum, term) => sum + at(term), 0) : 1;
    if (below === 0) return null;
    results.push((factor * numerator.reduce((sum, term) => sum + at(term), 0)) / below);
  }
  return { low: Math.min(...results), high: Math.max(...results) };
}

/** Parts that are not exact, each once. More than sixteen are not worth their corners: the widest are kept. */
function movingParts(terms: readonly Term[]): Term[] {
  const parts = terms.filter(
    (term, at) =>
      term.values.low !== term.values.high && terms.findIndex((other) => samePart(other, term)) === at,
  );
  const width = ({ values }: Term) => values.high - values.low;
  return parts.toSorted((a, b) => width(b) - width(a)).slice(0, 16);
}

const samePart = (one: Term, other: Term) => one === other || (one.name !== null && one.name === other.name);
