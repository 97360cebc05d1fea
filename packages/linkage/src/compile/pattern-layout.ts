import type { LinkModel } from '../model/link-model.ts';

/** How a pair's level codes make one number: pattern = sum of code x weight. */
export interface PatternLayout {
  comparisons: { name: string; levels: string[]; weight: number; side?: 'right' }[];
}

/** The layout of a model's patterns. Level codes: 0 missing, 1..n the listed levels, n + 1 different. */
export function patternLayout(model: LinkModel): PatternLayout {
  let weight = 1;
  const comparisons = model.comparisons.map((comparison) => {
    const levels = ['missing', ...comparison.levels.map((level) => level.label), 'different'];
    const side = comparison.side && { side: comparison.side };
    const entry = { name: comparison.name, levels, weight, ...side };
    weight *= levels.length;
    return entry;
  });
  return { comparisons };
}

/** The comparisons of pairs, without those of one record alone. */
export function pairLayout(layout: PatternLayout): PatternLayout {
  return { comparisons: layout.comparisons.filter((c) => c.side === undefined) };
}

/** The SQL that packs the columns c_<comparison> of a compared pair into one BIGINT; what one side says alone is added later. */
export function patternSql(layout: PatternLayout): string {
  return (
    pairLayout(layout)
      .comparisons.map((c) => `c_${c.name}::BIGINT * ${c.weight}`)
      .join(' + ') || '0'
  );
}

/** The level codes of a pattern, in the order of the model's comparisons. */
export function patternCodes(layout: PatternLayout, pattern: number): number[] {
  return layout.comparisons.map(({ levels, weight }) => Math.floor(pattern / weight) % levels.length);
}
