import { alignGivenNames, areSexForms, slipsAllowed } from './align-given-names.ts';
import { editDistance } from './edit-distance.ts';
import type { NameReason } from './name-reason.ts';
import { rankInitials } from './rank-initials.ts';
import { type StandardName, standardiseName } from './standardise-name.ts';

/**
 * same       the same name, at most in another spelling, joined, or with a marker, title or order word missing
 * variant    the same name with typing slips, or cut short
 * partial    one name is part of the other, or they differ in one word of several
 * weak       something in common, or a contradiction that the same person rarely shows
 * different  nothing in common
 */
export type NameLevel = 'same' | 'variant' | 'partial' | 'weak' | 'different';

export interface NameSimilarity {
  readonly level: NameLevel;
  /** Given names in common, sorted; near words as 'A~B'. */
  readonly shared: readonly string[];
  readonly reason: NameReason;
}

const LEVELS: readonly NameLevel[] = ['same', 'variant', 'partial', 'weak', 'different'];

/**
 * Judges two names. Symmetric. A high level supports a match and a low one speaks against it; a name alone
 * never makes a match: in Bali one full name can have hundreds of bearers.
 */
export function nameSimilarity(a: StandardName, b: StandardName): NameSimilarity {
  if (a.isPlaceholder || b.isPlaceholder) return comparePlaceholders(a, b);
  if (a.tokens.length === 0 || b.tokens.length === 0) return { level: 'weak', shared: [], reason: 'no-name' };
  const shared: string[] = [];
  const words = compareGiven(a, b, shared);
  if (writtenOut(a) === writtenOut(b)) return { level: 'same', shared, reason: 'identical' };
  return contradict(a, b, { ...words, shared });
}

type Judgement = { level: NameLevel; reason: NameReason };

function compareGiven(a: StandardName, b: StandardName, shared: string[]): Judgement {
  if (a.key === '' || b.key === '') {
    return a.key === b.key
      ? { level: sharesOrder(a, b) ? 'partial' : 'weak', reason: 'few-shared' }
      : { level: 'weak', reason: 'missing-words' };
  }
  const { equal, near, unmatched } = alignGivenNames(a, b);
  shared.push(...equal, ...near);
  if (a.key === b.key || a.sorted === b.sorted) return { level: 'same', reason: 'same-given' };
  const [restA, restB] = unmatched;
  const found = equal.length + near.length;
  if (found > 0 && restA.length === 0 && restB.length === 0) return { level: 'variant', reason: 'spelling' };
  // Joined by one and split by the other, with a slip besides.
  if (a.given.length !== b.given.length && isSlipOf(a.key, b.key))
    return { level: 'variant', reason: 'spelling' };
  if (found === 0) return { level: 'different', reason: 'nothing-shared' };
  if (restA.length === 0 || restB.length === 0) return { level: 'partial', reason: 'missing-words' };
  if (restA.length > 1 || restB.length > 1) return { level: 'weak', reason: 'few-shared' };
  // One word differs. In short words a slip and another name look alike: Adi and Ari, Dwi and Tri.
  if (editDistance(restA[0] ?? '', restB[0] ?? '', 1) <= 1) return { level: 'partial', reason: 'spelling' };
  return { level: found >= 2 ? 'partial' : 'weak', reason: 'few-shared' };
}

function isSlipOf(a: string, b: string): boolean {
  return editDistance(a, b, 2) <= slipsAllowed(a, b) && !areSexForms(a, b);
}

/** Lowers a judgement for order words, markers and titles that contradict one another. */
function contradict(a: StandardName, b: StandardName, judged: NameSimilarity): NameSimilarity {
  const { level, shared } = judged;
  if (level === 'different') return judged;
  if (a.orders.length > 0 && b.orders.length > 0 && !sharesOrder(a, b)) {
    return { level: atWorst(level, 'variant') ? 'weak' : 'different', shared, reason: 'order-conflict' };
  }
  const [markerA] = a.markers;
  const [markerB] = b.markers;
  const titled = a.titles.length > 0 || b.titles.length > 0;
  if (!titled && markerA !== undefined && markerB !== undefined && markerA !== markerB) {
    return { level: 'weak', shared, reason: 'marker-conflict' };
  }
  const rankA = rankInitials(a.tokens);
  const rankB = rankInitials(b.tokens);
  if (rankA !== '' && rankB !== '' && !rankA.startsWith(rankB) && !rankB.startsWith(rankA)) {
    return { level: oneLower(level), shared, reason: 'title-conflict' };
  }
  const otherWord = a.orderWords.length > 0 && b.orderWords.length > 0 && !sharesOrderWord(a, b);
  if (otherWord && atWorst(level, 'variant')) return { level: 'partial', shared, reason: 'other-order-word' };
  return judged;
}

/** A child without a name can be anybody's: only two placeholders naming one mother say something. */
function comparePlaceholders(a: StandardName, b: StandardName): NameSimilarity {
  if (a.motherName !== undefined && b.motherName !== undefined) {
    const mothers = nameSimilarity(standardiseName(a.motherName), standardiseName(b.motherName));
    const level = atWorst(mothers.level, 'variant') ? 'partial' : mothers.level;
    return { level, shared: mothers.shared, reason: 'placeholder' };
  }
  return { level: 'weak', shared: [], reason: 'placeholder' };
}

function writtenOut(name: StandardName): string {
  return name.tokens.map((token) => token.token).join(' ');
}

function sharesOrder(a: StandardName, b: StandardName): boolean {
  return a.orders.some((order) => b.orders.includes(order));
}

function sharesOrderWord(a: StandardName, b: StandardName): boolean {
  return a.orderWords.some((word) => b.orderWords.includes(word));
}

function atWorst(level: NameLevel, worst: NameLevel): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(worst);
}

function oneLower(level: NameLevel): NameLevel {
  return LEVELS[Math.min(LEVELS.indexOf(level) + 1, LEVELS.length - 1)] ?? 'different';
}
