const firstMs = 2000;
const longestMs = 300_000;

/**
 * How long to wait before the next attempt, in milliseconds: about twice as long after each failure, at most
 * five minutes, and never at the same moment as everybody else whose link broke (`chance` is 0 to 1). What the
 * server asked for (`retryAfterSeconds`) is the least.
 */
export function backOff(failures: number, chance: number, retryAfterSeconds = 0): number {
  const longest = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 20));
  return Math.max(retryAfterSeconds * 1000, Math.round(longest * (0.5 + chance / 2)));
}
