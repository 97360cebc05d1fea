import { ModelError } from '../compile/test-sql.ts';
import type { LinkModel } from './link-model.ts';
import { checkBlocking } from './validation/check-blocking.ts';
import { checkComparisons } from './validation/check-comparisons.ts';
import { checkExactTier } from './validation/check-exact-tier.ts';
import { checkFields } from './validation/check-fields.ts';
import { JsonReader } from './validation/json-reader.ts';
import { knownField, type ModelFacts } from './validation/model-facts.ts';
import { SHARE, SINGLE_VALUED } from './validation/model-vocabulary.ts';

/** How far the file that holds a model is trusted. */
export interface ParseModelOptions {
  /**
   * `{sql}` sources are code. false (the default) refuses them, true takes any; a list takes only these texts,
   * so that a stored model may repeat what a built-in one says.
   */
  trustSql?: boolean | readonly string[];
}

/**
 * Checks a model that was read from a file and returns a copy of it, typed. Throws ModelError with every
 * problem: its path, what is wrong, and what is allowed. A model that passes compiles, and holds no SQL of its
 * own but the `{sql}` sources that the caller trusts.
 */
export function parseModel(json: unknown, { trustSql = false }: ParseModelOptions = {}): LinkModel {
  const read = new JsonReader();
  checkModel(json, read, trustSql);
  if (read.problems.length > 0)
    throw new ModelError(`the model cannot be used:\n  ${read.problems.join('\n  ')}`);
  return structuredClone(json) as LinkModel;
}

/** The texts of a model's `{sql}` sources: what another model may repeat that is trusted no further than this one. */
export function sqlSources(model: LinkModel): string[] {
  return Object.values(model.fields).flatMap(({ from }) =>
    typeof from === 'object' && 'sql' in from ? [from.sql] : [],
  );
}

function checkModel(json: unknown, read: JsonReader, trustSql: boolean | readonly string[]): void {
  const optional = ['exactTier', 'group', 'narrowing', 'person', 'training', 'cardinality'];
  const model = read.object(json, '', ['name', 'fields', 'blocking', 'comparisons'], optional);
  if (!model) return;
  read.text(model.name, 'name');
  if (model.cardinality !== undefined)
    read.oneOf(model.cardinality, 'cardinality', ['one-to-one', 'many-to-many']);
  const facts: ModelFacts = {
    read,
    ...checkFields(model.fields, read, trustSql),
    levels: new Map(),
    groupField: undefined,
    hasExactTier: model.exactTier !== undefined,
  };
  if (model.group !== undefined) checkGroup(model.group, facts);
  if (model.narrowing !== undefined)
    for (const [i, field] of (read.list(model.narrowing, 'narrowing') ?? []).entries())
      knownField(facts, field, `narrowing[${i}]`, SINGLE_VALUED);
  if (model.exactTier !== undefined) checkExactTier(model.exactTier, facts);
  checkBlocking(model.blocking, facts);
  checkComparisons(model.comparisons, facts);
  if (model.person !== undefined)
    for (const [i, name] of (read.list(model.person, 'person') ?? []).entries())
      read.oneOf(name, `person[${i}]`, [...facts.levels.keys()]);
  if (model.training !== undefined) checkTraining(model.training, read);
}

function checkGroup(value: unknown, facts: ModelFacts): void {
  const { read } = facts;
  const group = read.object(value, 'group', ['field'], ['kin']);
  if (!group) return;
  facts.groupField = knownField(facts, group.field, 'group.field', ['code', 'digits']);
  if (group.kin === undefined) return;
  const kin = read.object(group.kin, 'group.kin', ['field', 'similar', 'near'], ['before']);
  if (!kin) return;
  facts.kinField = knownField(facts, kin.field, 'group.kin.field', ['words']);
  read.number(kin.similar, 'group.kin.similar', SHARE);
  if (kin.before !== undefined) read.pattern(kin.before, 'group.kin.before');
  if (!Array.isArray(kin.near)) {
    read.report('group.kin.near', 'not a list', 'names of fields, or []');
    return;
  }
  for (const [i, field] of kin.near.entries())
    knownField(facts, field, `group.kin.near[${i}]`, SINGLE_VALUED);
}

function checkTraining(value: unknown, read: JsonReader): void {
  const training = read.object(value, 'training', [], ['randomSample', 'maxRounds', 'tolerance']);
  if (!training) return;
  const { randomSample, maxRounds, tolerance } = training;
  if (randomSample !== undefined)
    read.number(randomSample, 'training.randomSample', { from: 1, to: 10_000, whole: true });
  if (maxRounds !== undefined)
    read.number(maxRounds, 'training.maxRounds', { from: 1, to: 1000, whole: true });
  if (tolerance !== undefined) read.probability(tolerance, 'training.tolerance');
}
