/**
 * Remembers the results of a pure function of one string. Names repeat massively, so nearly every call is a
 * repeat. When `limit` distinct arguments have been seen the memory starts anew, so it stays bounded.
 * Results are shared between calls and must not be modified.
 */
export function boundedMemo<Result>(
  compute: (argument: string) => Result,
  limit: number,
): (argument: string) => Result {
  const results = new Map<string, Result>();
  return (argument) => {
    const remembered = results.get(argument);
    if (remembered !== undefined) return remembered;
    const result = compute(argument);
    if (results.size >= limit) results.clear();
    results.set(argument, result);
    return result;
  };
}
