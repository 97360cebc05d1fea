import { type JsonObject, type JsonReader, join } from './json-reader.ts';
import { FIELD_KINDS, type FieldKind, SINGLE_VALUED, type Usage } from './model-vocabulary.ts';

/** What is known of a model's fields before anything that uses them is checked. */
export interface FieldFacts {
  /** The kind of every field; undefined when the kind itself is wrong, so that it is reported once. */
  kinds: Map<string, FieldKind | undefined>;
  /** Number of digits of the digits fields. */
  lengths: Map<string, number>;
  /** Date fields that are text with a format. */
  parsedDates: Set<string>;
}

/** What the rest of a model may refer to. */
export interface ModelFacts extends FieldFacts {
  read: JsonReader;
  /** Labels of the comparisons checked so far. */
  levels: Map<string, string[]>;
  groupField: string | undefined;
  kinField?: string;
  hasExactTier: boolean;
}

/** The name of a field that exists and is of one of the kinds. `user` says who needs it. */
export function knownField(
  facts: ModelFacts,
  value: unknown,
  path: string,
  kinds: readonly FieldKind[],
  user = 'this',
): string | undefined {
  const name = facts.read.oneOf(value, path, [...facts.kinds.keys()]);
  const kind = name === undefined ? undefined : facts.kinds.get(name);
  if (kind && !kinds.includes(kind))
    facts.read.report(
      path,
      `${user} does not fit '${name}', which is ${kind}`,
      `a field of ${kinds.join(', ')}`,
    );
  return name;
}

/** Checks what a test or a key says besides its name. */
export function checkParameters(
  facts: ModelFacts,
  object: JsonObject,
  path: string,
  usage: Usage,
  field: string | undefined,
): void {
  const { read } = facts;
  for (const [name, parameter] of Object.entries({ ...usage.parameters, ...usage.optional })) {
    const value = object[name];
    if (value === undefined && usage.optional?.[name]) continue;
    const here = join(path, name);
    switch (parameter.is) {
      case 'number':
        read.number(value, here, parameter);
        break;
      case 'digits': {
        const to = (field === undefined ? undefined : facts.lengths.get(field)) ?? parameter.most;
        read.number(value, here, { from: 1, to, whole: true });
        break;
      }
      case 'some-of':
        read.list(value, here)?.forEach((v, i) => {
          read.oneOf(v, join(here, i), parameter.values);
        });
        break;
      case 'texts':
        read.list(value, here)?.forEach((v, i) => {
          read.text(v, join(here, i));
        });
        break;
      case 'field': {
        const kind = field === undefined ? undefined : facts.kinds.get(field);
        knownField(facts, value, here, kind ? [kind] : FIELD_KINDS);
        break;
      }
      case 'single-valued-field':
        knownField(facts, value, here, SINGLE_VALUED);
        break;
      case 'comparison':
        read.oneOf(value, here, [...facts.levels.keys()]);
        break;
      case 'levels': {
        const labels = facts.levels.get(String(object.comparison));
        const given = read.list(value, here);
        given?.forEach((v, i) => {
          if (labels) read.oneOf(v, join(here, i), labels);
        });
      }
    }
  }
}
