import { describe, expect, test } from 'vitest';
import { type PairModel, patternWeights } from './pair-model.ts';
import { amongPresent, probability, type SimulatedKind, simulatePairs } from './simulated-pairs.ts';
import { type ComparisonRoles, relearn, type TrainingData, type TrainingStart, train } from './train.ts';

// Levels: missing, same, near, different.
const SAME = [
  [0.05, 0.78, 0.12, 0.05],
  [0.1, 0.7, 0.1, 0.1],
  [0, 0.93, 0.04, 0.03],
  [0.3, 0.55, 0.1, 0.05],
];
const DIFFERENT = [
  [0.05, 0.002, 0.028, 0.92],
  [0.1, 0.004, 0.016, 0.88],
  [0, 0.05, 0.1, 0.85],
  [0.3, 0.001, 0.009, 0.69],
];
const RECORDS = 3000;
const ALL = RECORDS * RECORDS;
const START: TrainingStart = {
  same: [
    [
      [0, 0.6, 0.2, 0.2],
      [0, 0.6, 0.2, 0.2],
      [0, 0.6, 0.2, 0.2],
      [0, 0.6, 0.2, 0.2],
    ].map((p) => Float64Array.from(p)),
  ],
  maxRounds: 200,
  tolerance: 1e-6,
};
const NO_ROLES: ComparisonRoles = { fixed: [] };

function data(matches: number, extra: Partial<TrainingData> = {}): TrainingData {
  return {
    candidates: simulatePairs([
      { pairs: matches, levels: SAME },
      { pairs: ALL - matches, levels: DIFFERENT },
    ]),
    different: simulatePairs([{ pairs: 1_000_000, levels: DIFFERENT }]),
    differentPairs: 1_000_000,
    leftRecords: RECORDS,
    rightRecords: RECORDS,
    ...extra,
  };
}

function expectRecovered(model: PairModel, matches: number): void {
  expect(model.converged).toBe(true);
  expect(Math.abs(model.matches / matches - 1)).toBeLessThan(0.02);
  const truth = amongPresent(SAME);
  for (const [c, levels] of truth.entries())
    for (const level of [1, 2, 3])
      expect(Math.abs((model.same[0]?.levels[c]?.[level] ?? 9) - (levels[level] ?? 0))).toBeLessThan(0.02);
}

describe('training returns what the pairs were made from', () => {
  test.each([2400, 1500])('%i matches among 3,000 x 3,000 records', async (matches) => {
    const model = await train(data(matches), START, NO_ROLES);
    expectRecovered(model, matches);
    const share = model.different.reduce((sum, k) => sum + k.share, 0);
    expect(share).toBeCloseTo(1, 6);
    // Level by level, however many classes different people were split into.
    for (const [c, levels] of amongPresent(DIFFERENT).entries())
      for (const level of [1, 2, 3]) {
        const learnt = model.different.reduce((sum, k) => sum + k.share * (k.levels[c]?.[level] ?? 0), 0);
        expect(Math.abs(learnt - (levels[level] ?? 0))).toBeLessThan(0.002);
      }
  });

  test('the match weights are the log of the true likelihood ratio', async () => {
    const model = await train(data(2400), START, NO_ROLES);
    const patterns = [
      [1, 1, 1, 1],
      [1, 2, 1, 1],
      [1, 3, 1, 0],
      [3, 1, 1, 1],
      [3, 3, 1, 3],
      [0, 0, 2, 0],
    ];
    const weights = patternWeights(
      model,
      patterns.map((codes) => ({ codes })),
    );
    const [same, different] = [amongPresent(SAME), amongPresent(DIFFERENT)];
    for (const table of [same, different]) for (const levels of table) levels[0] = 1;
    for (const [i, codes] of patterns.entries()) {
      const truth = Math.log2(probability(same, codes) / probability(different, codes));
      expect(Math.abs((weights[i] ?? 99) - truth)).toBeLessThan(0.35);
    }
  });

  test('people of one household are told from one person by known pairs of a household', async () => {
    // They agree on the first and the last comparison as if they were one.
    const household = [
      [0.05, 0.9, 0.03, 0.02],
      [0.1, 0.01, 0.02, 0.87],
      [0, 0.5, 0.1, 0.4],
      [0.3, 0.62, 0.05, 0.03],
    ];
    const strangers = { pairs: ALL, levels: DIFFERENT };
    const together = { pairs: 1000, levels: household };
    const candidates = simulatePairs([{ pairs: 2000, levels: SAME }, strangers, together]);
    const learnt = (kinds: SimulatedKind[]) => {
      const differentPairs = kinds.reduce((n, k) => n + k.pairs, 0);
      return train(
        { ...data(2000), candidates, different: simulatePairs(kinds), differentPairs },
        START,
        NO_ROLES,
      );
    };
    const twoOfAHousehold = [{ codes: [1, 3, 1, 1] }];
    const [informed] = patternWeights(await learnt([strangers, together]), twoOfAHousehold);
    const [uninformed] = patternWeights(await learnt([strangers]), twoOfAHousehold);
    expect(informed).toBeLessThan((uninformed as number) - 4);
  });
});

describe('random pairs, a few of which are matches', () => {
  const kinds = (matches: number, records: number): SimulatedKind[] => [
    { pairs: matches, levels: SAME },
    { pairs: records * records - matches, levels: DIFFERENT },
  ];
  const small = (matches: number): TrainingData => ({
    candidates: simulatePairs(kinds(matches, 500)),
    different: simulatePairs(kinds(matches, 500)),
    differentPairs: 250_000,
    differentAtRandom: true,
    leftRecords: 500,
    rightRecords: 500,
  });

  test.each([450, 250])('%i matches, all of them among the random pairs too, are found', async (matches) => {
    const model = await train(small(matches), START, NO_ROLES);
    expect(Math.abs(model.matches / matches - 1)).toBeLessThan(0.08);
    const [clear] = patternWeights(model, [{ codes: [1, 1, 1, 1] }]);
    expect(clear).toBeGreaterThan(20);
  });

  test('without taking them out they would be lost', async () => {
    const model = await train({ ...small(450), differentAtRandom: false }, START, NO_ROLES);
    expect(model.matches).toBeLessThan(100);
  });
});

test('no more matches than the smaller file has records, and the shares of their classes add up to one', async () => {
  // Pairs of one household that nobody told it about look like matches, and there are far too many of them.
  const candidates = simulatePairs([
    { pairs: 6000, levels: SAME },
    { pairs: ALL, levels: DIFFERENT },
  ]);
  const model = await train({ ...data(2000), candidates }, START, NO_ROLES);
  expect(model.matches).toBeLessThanOrEqual(RECORDS);
  expect(model.same.reduce((sum, k) => sum + k.share, 0)).toBeCloseTo(1, 9);
});

test('a level whose share among different people is given keeps it', async () => {
  const model = await train(data(1500), START, { fixed: [[1, 2, 0.25]] });
  for (const k of [...model.different, ...model.misplaced]) {
    expect(k.levels[1]?.[2]).toBeCloseTo(0.25, 12);
    expect(k.levels[1]?.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  }
});

test('a key on the wrong record is learnt as such and not as a match', async () => {
  // The key (comparison 0) agrees, nothing else does: 500 records carry somebody else's number.
  const misplaced = DIFFERENT.map((levels, c) => (c === 0 ? [0, 0.98, 0.01, 0.01] : levels));
  const candidates = simulatePairs([
    { pairs: 1500, levels: SAME },
    { pairs: 500, levels: misplaced },
    { pairs: ALL - 2000, levels: DIFFERENT },
  ]);
  const model = await train({ ...data(1500), candidates }, START, { key: 0, fixed: [] });
  expect(Math.abs(model.matches / 1500 - 1)).toBeLessThan(0.03);
  const [wrong, right] = patternWeights(model, [{ codes: [1, 3, 3, 3] }, { codes: [1, 1, 1, 1] }]);
  expect(wrong).toBeLessThan(5);
  expect(right).toBeGreaterThan(15);
});

test('learning from the matching keeps the number of matches it is given', async () => {
  const training = data(2000);
  const first = await train(training, START, NO_ROLES);
  const matched = Float64Array.from(training.candidates, ({ codes, count }) => {
    const [same, different] = [2000 * probability(SAME, codes), (ALL - 2000) * probability(DIFFERENT, codes)];
    return (count * same) / (same + different);
  });
  const counts = Float64Array.from(training.candidates, (p) => p.count);
  const open = { counts, matched, priorOdds: 2e-3, pairs: 1_000_000 };
  const again = relearn(first, training, START, NO_ROLES, open);
  expect(again.matches).toBeCloseTo(2000, 3);
  expect(again.same.reduce((sum, k) => sum + k.share, 0)).toBeCloseTo(1, 2);
  const mixed = [1, 2, 3].map((level) =>
    again.same.reduce((sum, k) => sum + k.share * (k.levels[1]?.[level] ?? 0), 0),
  );
  const truth = amongPresent(SAME)[1] ?? [];
  for (const [i, share] of mixed.entries()) expect(Math.abs(share - (truth[i + 1] ?? 0))).toBeLessThan(0.03);
});
