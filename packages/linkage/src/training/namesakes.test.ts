import { describe, expect, test } from 'vitest';
import { namesakeClass } from './namesakes.ts';
import { type PairModel, patternWeights } from './pair-model.ts';
import { amongPresent, probability, simulatePairs } from './simulated-pairs.ts';
import { relearn, type TrainingData, type TrainingStart, train } from './train.ts';

// Comparisons: name, birth date (who somebody is); village, number of the family (where they are written down).
const SAME = [
  [0, 0.9, 0.1],
  [0, 0.95, 0.05],
  [0.05, 0.88, 0.07],
  [0.1, 0.75, 0.15],
];
const DIFFERENT = [
  [0, 0.01, 0.99],
  [0, 0.004, 0.996],
  [0.05, 0.02, 0.93],
  [0.1, 0.001, 0.899],
];
/** The name and the date of one person, the village and the family of two. */
const NAMESAKES = [...SAME.slice(0, 2), ...DIFFERENT.slice(2)];
const PERSON = [0, 1];
const MATCHES = 9000;
const UNMATCHED = { left: 1000, right: 2000 };
const OPEN = UNMATCHED.left * UNMATCHED.right;
const START: TrainingStart = {
  same: [SAME.map((p) => Float64Array.from([0, 0.9, 0.1].slice(0, p.length)))],
  maxRounds: 50,
  tolerance: 1e-5,
};

/** The pairs of matched records, and of `namesakes` and strangers among those without a match. */
function world(namesakes: number) {
  const kinds = [
    { pairs: MATCHES, levels: SAME },
    { pairs: namesakes, levels: NAMESAKES },
    { pairs: OPEN - namesakes, levels: DIFFERENT },
  ];
  const patterns = simulatePairs(kinds);
  const matched = Float64Array.from(patterns, ({ codes }) => MATCHES * probability(SAME, codes));
  const open = {
    counts: Float64Array.from(patterns, (p) => p.count),
    matched,
    priorOdds: MATCHES / OPEN,
    pairs: OPEN,
  };
  const known = simulatePairs([{ pairs: 1_000_000, levels: DIFFERENT }]);
  return { patterns, matched, open, known };
}

const one = (levels: number[][]) => [{ share: 1, levels: amongPresent(levels) }];

describe('namesakes among records without a match', () => {
  test.each([400, 60])('%i of them are found, and look like what they were made from', (planted) => {
    const { patterns, open, known } = world(planted);
    const found = namesakeClass({
      roles: { person: PERSON },
      patterns,
      open,
      known,
      same: one(SAME),
      different: one(DIFFERENT),
    });
    expect(Math.abs((found.share * OPEN) / planted - 1)).toBeLessThan(0.1);
    for (const [c, levels] of amongPresent(NAMESAKES).entries())
      for (const level of [1, 2])
        expect(Math.abs((found.levels[c]?.[level] ?? 9) - (levels[level] ?? 0))).toBeLessThan(0.05);
  });

  test('where there are none, next to none are found', () => {
    const { patterns, open, known } = world(0);
    const evidence = {
      roles: { person: PERSON },
      patterns,
      open,
      known,
      same: one(SAME),
      different: one(DIFFERENT),
    };
    expect(namesakeClass(evidence).share * OPEN).toBeLessThan(MATCHES / 300);
  });

  test('the key is learnt from known pairs of different people', () => {
    const { patterns, open, known } = world(100);
    const keyed = known.map(({ codes, count }) => ({ codes: [...codes.slice(0, 3), 2], count }));
    const evidence = {
      roles: { person: PERSON, key: 3 },
      patterns,
      open,
      same: one(SAME),
      different: one(DIFFERENT),
    };
    const level = (k: typeof known) => namesakeClass({ ...evidence, known: k }).levels[3]?.[1] ?? 9;
    expect(level(keyed)).toBeLessThan(level(known));
  });
});

describe('what the right records of namesakes say by themselves', () => {
  // Levels: missing, active, ended. One in ten of the matched has ended, four in ten of the unmatched.
  const standing = [
    { matched: Float64Array.from([0, 0.9, 0.1]), unmatched: Float64Array.from([0, 0.6, 0.4]) },
  ];
  const kinds = [[0], [1], [2]];
  /** What is found where so many namesakes have an active and so many an ended record. */
  const learn = (active: number, ended: number) => {
    const parts = [
      { kind: 1, ...world(active), others: 0.6, matches: 0.9 },
      { kind: 2, ...world(ended), others: 0.4, matches: 0.1 },
    ];
    const base = world(0);
    const counts = new Float64Array(base.patterns.length * kinds.length);
    for (const { kind, patterns, others, matches } of parts)
      base.patterns.forEach(({ count }, p) => {
        const matched = base.matched[p] as number;
        const more = (patterns[p]?.count as number) - count;
        counts[p * kinds.length + kind] = matches * matched + others * (count - matched) + more;
      });
    const open = {
      ...base.open,
      counts: base.open.counts.map((_, p) => (counts[p * 3 + 1] as number) + (counts[p * 3 + 2] as number)),
      alone: { standing, kinds, counts },
    };
    return namesakeClass({
      roles: { person: PERSON },
      patterns: base.patterns,
      open,
      known: base.known,
      same: one(SAME),
      different: one(DIFFERENT),
    });
  };

  test('is found, and so is their number', () => {
    const {
      share,
      standing: [theirs],
    } = learn(80, 320);
    expect(Math.abs((share * OPEN) / 400 - 1)).toBeLessThan(0.1);
    expect(theirs?.[2]).toBeGreaterThan(0.7);
    expect(theirs?.[2]).toBeLessThan(0.85);
  });

  test('a few of them say little', () => {
    const theirs = learn(0, 30).standing[0]?.[2];
    expect(theirs).toBeGreaterThan(0.45);
    expect(theirs).toBeLessThan(0.6);
  });
});

test('with a person named, somebody of the same name and date elsewhere is no longer taken for the person', async () => {
  const { patterns, matched, open, known } = world(400);
  const data: TrainingData = {
    candidates: patterns,
    different: known,
    differentPairs: 1_000_000,
    leftRecords: MATCHES + UNMATCHED.left,
    rightRecords: MATCHES + UNMATCHED.right,
  };
  const learn = async (person: number[]): Promise<PairModel> => {
    const roles = { person, fixed: [] as [] };
    return relearn(await train(data, START, roles), data, START, roles, { ...open, matched });
  };
  const elsewhere = [{ codes: [1, 1, 2, 2] }];
  const [told] = patternWeights(await learn(PERSON), elsewhere);
  const [untold] = patternWeights(await learn([]), elsewhere);
  expect(told).toBeLessThan((untold as number) - 2);
  const [neighbour] = patternWeights(await learn(PERSON), [{ codes: [1, 1, 1, 1] }]);
  expect(neighbour).toBeGreaterThan(15);
});
