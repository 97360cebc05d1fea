import type { LinkModel } from '../model/link-model.ts';
import type { ComparisonRoles, TrainingStart } from './train.ts';

/** P(first level | same person) where the model gives no starting value. */
const TIDY = 0.85;

/** Tests of levels at which nothing tells two records of one person apart. */
const SAME: ReadonlySet<string> = new Set(['same', 'all-words', 'same-minor', 'minor-missing']);

/** Starting P(level | same person): the model's own values, else the first level likely and the rest less so. */
export function startingLevels(model: LinkModel): TrainingStart {
  const pairs = model.comparisons.filter((c) => c.side === undefined);
  const same = pairs.map((comparison) => {
    const others = Math.max(1, comparison.levels.length - 1);
    const listed = comparison.levels.map(
      (level, i) => level.m ?? (i === 0 ? TIDY : (0.8 * (1 - TIDY)) / others),
    );
    const rest = Math.max(0.005, 1 - listed.reduce((a, b) => a + b, 0));
    const all = [0, ...listed, rest];
    const total = all.reduce((a, b) => a + b, 0);
    return Float64Array.from(all, (p) => p / total);
  });
  return {
    same: [same],
    maxRounds: model.training?.maxRounds ?? 40,
    tolerance: model.training?.tolerance ?? 2e-3,
  };
}

/** The parts comparisons play in training, by index. */
export function comparisonRoles(model: LinkModel): ComparisonRoles {
  const of = (field: string | undefined) => {
    const i = field === undefined ? -1 : model.comparisons.findIndex((c) => c.field === field);
    return i < 0 ? undefined : i;
  };
  return {
    key: of(model.exactTier?.key),
    group: of(model.group?.field),
    related: model.comparisons
      .find((c) => c.field === model.group?.field)
      ?.levels.flatMap((level, i) =>
        level.all.some((t) => t.is === 'same-group' || t.is === 'linked-group') ? [i + 1] : [],
      ),
    person: model.comparisons.flatMap((c, i) => (model.person?.includes(c.name) ? [i] : [])),
    same: model.comparisons.flatMap(({ name, levels }, comparison) => {
      const codes = levels.flatMap((level, i) => (level.all.some((t) => SAME.has(t.is)) ? [i + 1] : []));
      return model.person?.includes(name) ? [{ comparison, levels: codes }] : [];
    }),
    fixed: model.comparisons.flatMap((c, i) =>
      c.levels.flatMap((level, j) =>
        level.u === undefined ? [] : [[i, j + 1, level.u] as [number, number, number]],
      ),
    ),
  };
}
