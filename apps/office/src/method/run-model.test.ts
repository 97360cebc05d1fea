import { expect, test } from 'vitest';
import { levelWeights, type RunModel } from './run-model.ts';

const model: RunModel = {
  layout: { comparisons: [{ name: 'sex', levels: ['missing', 'same', 'different'] }] },
  trained: {
    same: [
      { share: 0.5, levels: [[0, 1, 0]] },
      { share: 0.5, levels: [[0, 0.96, 0.04]] },
    ],
    different: [{ share: 1, levels: [[0, 0.49, 0.51]] }],
  },
};

test('weighs a level by how much more often it occurs among pairs of one person', () => {
  const [sex] = levelWeights(model);
  expect(sex?.levels.map((level) => level.label)).toEqual(['same', 'different']);
  expect(sex?.levels[0]?.amongSame).toBeCloseTo(0.98, 10);
  expect(sex?.levels[0]?.weight).toBeCloseTo(1, 10);
  expect(sex?.levels[1]?.weight).toBeCloseTo(Math.log2(0.02 / 0.51), 10);
});

test('leaves out levels that never occur', () => {
  const never: RunModel = {
    ...model,
    trained: {
      same: [{ share: 1, levels: [[0, 1, 0]] }],
      different: [{ share: 1, levels: [[0, 0.5, 0.5]] }],
    },
  };
  expect(levelWeights(never)[0]?.levels).toHaveLength(1);
});
