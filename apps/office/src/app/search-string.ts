type Value = string | number | boolean | null | undefined | ReadonlyArray<string | number>;

/**
 * Reads the query part of an address as texts; a name that stands more than once is a list. The router's own
 * reader would take the area code 51.71 for a number.
 */
export function parseSearch(search: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const before = found[name];
    if (before === undefined) found[name] = value;
    else found[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return found;
}

/** Writes the query part of an address; nothing for what is not set. */
export function stringifySearch(search: Record<string, Value>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue;
    for (const item of Array.isArray(value) ? value : [value]) params.append(name, String(item));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
