import type { NumberRange } from './model-vocabulary.ts';

/** A JSON object as read from a file. */
export type JsonObject = Record<string, unknown>;

/**
 * Reads values out of JSON of unknown origin. Every problem is noted with its path and what is allowed instead;
 * reading goes on, so that one look at the list is enough to mend a file.
 */
export class JsonReader {
  readonly problems: string[] = [];

  /** Notes a problem. `path` such as "comparisons[2].levels[0]". */
  report(path: string, wrong: string, allowed?: string): undefined {
    this.problems.push(`${path || 'model'}: ${wrong}${allowed ? `; allowed: ${allowed}` : ''}`);
    return undefined;
  }

  /** An object that has the required keys, and otherwise only the optional ones. */
  object(
    value: unknown,
    path: string,
    required: readonly string[],
    optional: readonly string[] = [],
  ): JsonObject | undefined {
    const object = this.anyObject(value, path);
    if (!object) return undefined;
    const known = [...required, ...optional];
    for (const key of Object.keys(object))
      if (!known.includes(key)) this.report(join(path, key), 'unknown entry', known.join(', '));
    for (const key of required)
      if (!Object.hasOwn(object, key)) this.report(join(path, key), 'missing', `${known.join(', ')} here`);
    return object;
  }

  /** An object with keys of any name. */
  anyObject(value: unknown, path: string): JsonObject | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
    return this.report(path, `${describe(value)} is not allowed`, 'an object');
  }

  /** A list with at least one entry. */
  list(value: unknown, path: string): unknown[] | undefined {
    if (Array.isArray(value) && value.length > 0) return value;
    return this.report(path, `${describe(value)} is not allowed`, 'a list with at least one entry');
  }

  /** A text that is not empty. */
  text(value: unknown, path: string): string | undefined {
    if (typeof value === 'string' && value.trim() !== '') return value;
    return this.report(path, `${describe(value)} is not allowed`, 'a text that is not empty');
  }

  /** A regular expression. A lost backslash ('\b' for '\\b') shows as a control character. */
  pattern(value: unknown, path: string): string | undefined {
    const text = this.text(value, path);
    if (text === undefined) return undefined;
    if (!/\p{Cc}/u.test(text) && isPattern(text)) return text;
    return this.report(
      path,
      `${describe(text)} is not allowed`,
      'a regular expression without control characters',
    );
  }

  /** One of the given texts. */
  oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T | undefined {
    if (typeof value === 'string' && (allowed as readonly string[]).includes(value)) return value as T;
    return this.report(path, `${describe(value)} is not allowed`, allowed.join(', '));
  }

  /** A number from..to, both included. */
  number(value: unknown, path: string, { from, to, whole }: NumberRange): number | undefined {
    if (typeof value === 'number' && value >= from && value <= to && (!whole || Number.isInteger(value)))
      return value;
    return this.report(
      path,
      `${describe(value)} is not allowed`,
      `a${whole ? ' whole' : ''} number from ${from} to ${to}`,
    );
  }

  /** A probability that is neither impossible nor certain. */
  probability(value: unknown, path: string): number | undefined {
    if (typeof value === 'number' && value > 0 && value < 1) return value;
    return this.report(path, `${describe(value)} is not a probability`, 'more than 0 and less than 1');
  }

  /** Reports every text after its first occurrence. */
  unique(values: readonly (string | undefined)[], path: (i: number) => string): void {
    values.forEach((value, i) => {
      if (value !== undefined && values.indexOf(value) < i)
        this.report(path(i), `'${value}' is used twice`, 'names that differ');
    });
  }
}

/** The path of an entry. */
export function join(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
