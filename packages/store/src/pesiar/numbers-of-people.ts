/** A NIK or KK that stood in a fact. */
export interface TypedNumber {
  /** Field it stood in: people.0.nik. */
  path: string;
  value: string;
}

const sixteen = /^\d{16}$/;

/**
 * Takes the numbers of people out of a fact: every field `nik` or `kk` is removed and given back with its path. What
 * is left carries no number, whoever it is shown to.
 */
export function takeNumbersOut(body: unknown): { body: unknown; numbers: TypedNumber[] } {
  const numbers: TypedNumber[] = [];
  const walk = (value: unknown, path: string[]): unknown => {
    if (Array.isArray(value)) return value.map((item, i) => walk(item, [...path, String(i)]));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      if (name !== 'nik' && name !== 'kk') return [[name, walk(inner, [...path, name])]];
      if (typeof inner === 'string' && sixteen.test(inner))
        numbers.push({ path: [...path, name].join('.'), value: inner });
      return [];
    });
    return Object.fromEntries(entries);
  };
  return { body: walk(body, []), numbers };
}
