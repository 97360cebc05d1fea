import { join } from './json-reader.ts';
import { checkParameters, knownField, type ModelFacts } from './model-facts.ts';
import { FIELD_KINDS, RAW_TESTS, type RawTestName } from './model-vocabulary.ts';

/** Checks the exact tier: its key, and the conditions on raw columns under which a pair is accepted. */
export function checkExactTier(value: unknown, facts: ModelFacts): void {
  const { read } = facts;
  const tier = read.object(value, 'exactTier', ['name', 'key', 'accept'], ['alone', 'unlike']);
  if (!tier) return;
  read.text(tier.name, 'exactTier.name');
  knownField(facts, tier.key, 'exactTier.key', ['digits', 'code']);
  const alone = tier.alone === undefined ? undefined : read.list(tier.alone, 'exactTier.alone');
  alone?.forEach((field, i) => {
    knownField(facts, field, `exactTier.alone[${i}]`, FIELD_KINDS);
  });
  const labels = read.list(tier.accept, 'exactTier.accept')?.map((entry, i) => {
    const path = `exactTier.accept[${i}]`;
    const accept = read.object(entry, path, ['label', 'all']);
    if (!accept) return undefined;
    read.list(accept.all, join(path, 'all'))?.forEach((test, j) => {
      checkRawTest(test, join(join(path, 'all'), j), alone !== undefined, facts);
    });
    return read.text(accept.label, join(path, 'label'));
  });
  checkLastAlone(tier.accept, facts);
  if (tier.unlike !== undefined)
    for (const [i, test] of (read.list(tier.unlike, 'exactTier.unlike') ?? []).entries())
      checkRawTest(test, `exactTier.unlike[${i}]`, false, facts);
  read.unique(labels ?? [], (i) => `exactTier.accept[${i}].label`);
}

/** A list that twins are refused by is not followed by one that they could still pass. */
function checkLastAlone(lists: unknown, { read }: ModelFacts): void {
  const alone = (Array.isArray(lists) ? lists : []).map((list) =>
    JSON.stringify(list)?.includes('"is":"alone"'),
  );
  const first = alone.indexOf(true);
  if (first >= 0 && alone.lastIndexOf(false) > first)
    read.report(
      `exactTier.accept[${first}]`,
      "a list with 'alone' comes before one without",
      'such lists last',
    );
}

function checkRawTest(value: unknown, path: string, hasAlone: boolean, facts: ModelFacts): void {
  const { read } = facts;
  const test = read.anyObject(value, path);
  const is = test && read.oneOf(test.is, join(path, 'is'), Object.keys(RAW_TESTS) as RawTestName[]);
  if (!test || !is) return;
  const usage = RAW_TESTS[is];
  read.object(value, path, ['field', 'is', ...Object.keys(usage.parameters)]);
  const field = knownField(facts, test.field, join(path, 'field'), usage.kinds, `'${is}'`);
  checkParameters(facts, test, path, usage, field);
  if (is === 'alone' && !hasAlone)
    read.report(path, "'alone' needs exactTier.alone", 'a list of field names there');
  const onParts = !usage.kinds.includes('code');
  if (field !== undefined && onParts && facts.parsedDates.has(field))
    read.report(
      path,
      `'${field}' is text with a format, which the exact tier does not read`,
      'a DATE column',
    );
}
