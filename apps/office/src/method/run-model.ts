import { z } from 'zod';

const PairClass = z.object({ share: z.number(), levels: z.array(z.array(z.number())) });

/** The model a run stored: what was compared, and what training found. */
export const RunModel = z.object({
  layout: z.object({ comparisons: z.array(z.object({ name: z.string(), levels: z.array(z.string()) })) }),
  trained: z.object({
    same: z.array(PairClass),
    different: z.array(PairClass),
    misplaced: z.array(PairClass).optional(),
    namesakes: z.array(PairClass).optional(),
    rounds: z.number().optional(),
    converged: z.boolean().optional(),
  }),
  priorWeight: z.number().optional(),
});
export type RunModel = z.infer<typeof RunModel>;

/** Residents by the probability of being uncovered, in bands of a tenth. */
export const RunCalibration = z.object({
  bands: z.array(
    z.object({ from: z.number(), to: z.number(), residents: z.number(), meanP: z.number().nullable() }),
  ),
});

export const BlockingRule = z.looseObject({
  name: z.string(),
  pairs: z.number().optional(),
  blocks: z.number().optional(),
  cappedBlocks: z.number().optional(),
  cappedPairs: z.number().optional(),
});

/** One level of one comparison, looked at by itself. */
export interface LevelWeight {
  label: string;
  /** Share of same-person pairs, and of pairs of different people, that stand at this level. */
  amongSame: number;
  amongDifferent: number;
  /** Bits for the same person. */
  weight: number;
}

/**
 * What each level of each comparison says by itself: log2 of how much more often it occurs among pairs of one
 * person than among pairs of different people. Level 0, nothing filled in, says nothing and is left out.
 */
export function levelWeights(model: RunModel): Array<{ name: string; levels: LevelWeight[] }> {
  const { same, different, misplaced = [], namesakes = [] } = model.trained;
  const others = [...different, ...misplaced, ...namesakes];
  return model.layout.comparisons.map((comparison, c) => ({
    name: comparison.name,
    levels: comparison.levels
      .map((label, level) => {
        const amongSame = shareAt(same, c, level);
        const amongDifferent = shareAt(others, c, level);
        return { label, amongSame, amongDifferent, weight: Math.log2(amongSame / amongDifferent) };
      })
      .slice(1)
      .filter((level) => Number.isFinite(level.weight)),
  }));
}

/** The share of pairs at a level over all classes, each class by its weight. */
function shareAt(classes: RunModel['trained']['same'], comparison: number, level: number): number {
  let sum = 0;
  let whole = 0;
  for (const { share, levels } of classes) {
    sum += share * (levels[comparison]?.[level] ?? 0);
    whole += share;
  }
  return whole > 0 ? sum / whole : 0;
}
