import { type Keyless, keylessBits } from './keyless.ts';
import { estimateLevels, type LevelTable, type PatternCount } from './latent-class.ts';
import { logProbability, type PairClass } from './pair-model.ts';
import type { Standing } from './standing.ts';
import type { ComparisonRoles } from './train.ts';

/** Pairs of two records without another match, by pattern: where namesakes can be told from matches. */
export interface OpenPairs {
  /** Expected number of such pairs of each pattern, matches among them included. */
  counts: Float64Array;
  /** Expected number of matches among them. */
  matched: Float64Array;
  /** Prior odds that such a pair is a match. */
  priorOdds: number;
  /** All unmatched left times all unmatched right records. */
  pairs: number;
  /** The same pairs by what their right records say by themselves. */
  alone?: OpenAlone;
}

/** Open pairs by pattern and by what the right record says by itself. */
interface OpenAlone {
  /** What is known so far, by comparison. */
  standing: readonly Standing[];
  /** The level codes of every kind of right record, one a comparison. */
  kinds: readonly (readonly number[])[];
  /** Expected number of pairs: of pattern p and kind k at p times the number of kinds, plus k. */
  counts: Float64Array;
}

/** What the class of namesakes is learnt from. */
export interface NamesakeEvidence {
  roles: Pick<ComparisonRoles, 'person' | 'key' | 'group' | 'related'>;
  patterns: readonly PatternCount[];
  open: OpenPairs;
  /** Patterns of pairs known to be of different people. */
  known: readonly PatternCount[];
  /** Classes of one person, and all other classes of different people. */
  same: readonly PairClass[];
  different: readonly PairClass[];
  /** What a missing key says. */
  keyless?: Keyless;
  /** The share found before, to go on from. */
  share?: number;
}

/** The class of namesakes, and how often their right records stand at each level of what these say by themselves. */
export interface Namesakes extends PairClass {
  standing: Float64Array[];
}

/** Pairs' worth of belief in what pairs of different people look like in general. */
const STRENGTH = 20;
/** P(a level of related groups | namesakes): a namesake is nobody of the family. */
const RELATED = 1e-3;
/** Namesakes to begin with, as a share of the geometric mean of the two sides. */
const FIRST_SHARE = 0.01;
/** Belief before anything is seen: one pair of namesakes, or one for so many unmatched records where these are few. */
const UNMATCHED_PER_NAMESAKE = 200;
/** Most rounds of estimating how many namesakes there are; fewer when their number moves by no more than this share. */
const ROUNDS = 100;
const SETTLED = 1e-5;

/**
 * The class of namesakes: different people who agree on everything that says who somebody is (name, birth
 * date) as one person would, and on the rest (where somebody is written down) as different people do. How many there
 * are, and how their groups stand to one another, is learnt among records without a match, because cards of people
 * who died or moved away meet the residents who have none; what the rest looks like, from known pairs of different
 * people who agree on the person (a key may be made of the person, as a number that holds the birth date is).
 */
export function namesakeClass(evidence: NamesakeEvidence): Namesakes {
  const { patterns, open } = evidence;
  const { person = [], group, related = [] } = evidence.roles;
  const own = meanLevels(evidence.same);
  const apart = patterns.map(({ codes }, p) => ({
    codes,
    count: Math.max(0, (open.counts[p] as number) - (open.matched[p] as number)),
  }));
  const known = looksOfTheAlike(evidence, own, evidence.known);
  const groups = looksOfTheAlike(evidence, own, apart);
  const levels = own.map((p, c) => {
    if (person.includes(c)) return p;
    return c === group ? unrelated(groups[c] as Float64Array, related) : (known[c] as Float64Array);
  });
  return { levels, ...namesakeShare(evidence, levels) };
}

/**
 * How often a pair of two unmatched records is one of namesakes, and what the right records of these say by themselves:
 * expectation-maximisation of these few numbers, which begin as if namesakes' records were like any unmatched ones.
 */
function namesakeShare(
  evidence: NamesakeEvidence,
  levels: LevelTable,
): { share: number; standing: Float64Array[] } {
  const { patterns, open, keyless } = evidence;
  const { standing, kinds, counts } = open.alone ?? { standing: [], kinds: [[]], counts: open.counts };
  const asSame = logProbability(evidence.same, patterns);
  const asDifferent = logProbability(evidence.different, patterns).map((bits) => 2 ** bits);
  const asNamesake = logProbability([{ share: 1, levels }], patterns).map((bits) => 2 ** bits);
  const odds = asSame.map((bits, p) => {
    const more = keyless ? keylessBits(keyless, (patterns[p] as PatternCount).codes) : 0;
    return open.priorOdds * 2 ** (bits + more);
  });
  // Everything is measured against an unmatched record of the kind. One entry for every pattern and kind that occurs.
  const ofMatch = kinds.map((codes) => ratio(codes, standing, (s) => s.matched));
  const seen: { kind: number; count: number; namesake: number; others: number }[] = [];
  counts.forEach((count, i) => {
    const kind = i % kinds.length;
    const p = (i - kind) / kinds.length;
    const others = (odds[p] as number) * (ofMatch[kind] as number) + (asDifferent[p] as number);
    if (count > 0) seen.push({ kind, count, namesake: asNamesake[p] as number, others });
  });
  const expected = Math.min(1, Math.sqrt(open.pairs) / UNMATCHED_PER_NAMESAKE);
  let share = evidence.share ?? FIRST_SHARE / Math.sqrt(open.pairs);
  let theirs = standing.map((s) => s.unmatched);
  for (let round = 0, moved = 1; round < ROUNDS && moved > SETTLED; round++) {
    const ofNamesake = kinds.map((codes) => ratio(codes, standing, (_, i) => theirs[i] as Float64Array));
    const found = new Float64Array(kinds.length);
    for (const { kind, count, namesake, others } of seen) {
      const mine = share * namesake * (ofNamesake[kind] as number);
      found[kind] = (found[kind] as number) + (count * mine) / (mine + others);
    }
    const before = share;
    share = (found.reduce((a, n) => a + n, 0) + expected) / open.pairs;
    moved = Math.abs(share / before - 1);
    theirs = standing.map(({ unmatched }, i) => {
      const levels = unmatched.map((p) => STRENGTH * p);
      kinds.forEach((codes, k) => {
        const level = codes[i] as number;
        if (level !== 0) levels[level] = (levels[level] as number) + (found[k] as number);
      });
      const all = levels.reduce((a, n) => a + n, 0);
      return levels.map((n) => n / all);
    });
  }
  return { share, standing: theirs };
}

/** How much likelier a kind of right record is by one set of shares than among unmatched records. */
function ratio(
  codes: readonly number[],
  standing: readonly Standing[],
  shares: (standing: Standing, i: number) => Float64Array,
): number {
  return standing.reduce((a, s, i) => {
    const level = codes[i] as number;
    return level === 0 ? a : (a * (shares(s, i)[level] as number)) / (s.unmatched[level] as number);
  }, 1);
}

/** P(level) over all classes of one person. */
function meanLevels(classes: readonly PairClass[]): LevelTable {
  const total = classes.reduce((a, k) => a + k.share, 0);
  return (classes[0] as PairClass).levels.map((p, c) =>
    p.map((_, level) =>
      classes.reduce((a, k) => a + (k.share / total) * ((k.levels[c] as Float64Array)[level] as number), 0),
    ),
  );
}

/** P(level) with the related levels as good as impossible. */
function unrelated(levels: Float64Array, related: readonly number[]): Float64Array {
  const open = levels.reduce((a, p, level) => (related.includes(level) ? a : a + p), 0);
  const rest = (1 - related.length * RELATED) / open;
  return levels.map((p, level) => (related.includes(level) ? RELATED : p * rest));
}

/**
 * What pairs look like when each counts as much as its person's side looks like one person's: where most matches
 * stand at one level, only that level, and where most have a value, only pairs with one. Pairs with one key or of
 * related groups are no namesakes but relatives, or second records of one person.
 */
function looksOfTheAlike(
  { roles, patterns, open }: NamesakeEvidence,
  own: LevelTable,
  pairs: readonly PatternCount[],
): LevelTable {
  const { person = [], key, group, related = [] } = roles;
  const elsewhere = pairs.filter(
    ({ codes }) =>
      (key === undefined || codes[key] !== 1) &&
      (group === undefined || !related.includes(codes[group] as number)),
  );
  const matches = open.matched.reduce((a, n) => a + n, 0);
  const filled = own.map(
    (_, c) =>
      patterns.reduce((a, p, i) => (p.codes[c] ? a + (open.matched[i] as number) : a), 0) > matches / 2,
  );
  const likeliest = own.map((p) => Math.max(...p));
  const weights = elsewhere.map(({ codes, count }) =>
    person.reduce((weight, c) => {
      const level = codes[c] as number;
      if (level === 0) return filled[c] ? 0 : weight;
      const most = likeliest[c] as number;
      const here = (own[c] as Float64Array)[level] as number;
      return most > 0.5 && here < most ? 0 : (weight * here) / most;
    }, count),
  );
  const uniform = own.map((p) => p.map((_, level) => (level === 0 ? 0 : 1 / (p.length - 1))));
  const counts = elsewhere.map((p) => p.count);
  const general = estimateLevels(elsewhere, counts, uniform, 1);
  return estimateLevels(elsewhere, weights, general, STRENGTH);
}
