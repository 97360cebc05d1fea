/** A NIK, KK or card that stood in a fact. */
export interface TypedNumber {
  /** Field it stood in: people.0.nik. */
  path: string;
  value: string;
}

const kept: Readonly<Record<string, RegExp>> = { nik: /^\d{16}$/, kk: /^\d{16}$/, motherCard: /^\d{13}$/ };

/**
 * Takes the numbers of people out of a fact: every field `nik`, `kk` or `motherCard` is removed and given back with its
 * path. What is left carries no number, whoever it is shown to.
 */
export function takeNumbersOut(body: unknown): { body: unknown; numbers: TypedNumber[] } {
  const numbers: TypedNumber[] = [];
  const walk = (value: unknown, path: string[]): unknown => {
    if (Array.isArray(value)) return value.map((item, i) => walk(item, [...path, String(i)]));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      const shape = kept[name];
      if (!shape) return [[name, walk(inner, [...path, name])]];
      if (typeof inner === 'string' && shape.test(inner))
        numbers.push({ path: [...path, name].join('.'), value: inner });
      return [];
    });
    return Object.fromEntries(entries);
  };
  return { body: walk(body, []), numbers };
}
