import type { LevelTable } from './latent-class.ts';

/** Anything with the level codes of a pair. */
interface Coded {
  codes: readonly number[];
}

const known = new WeakMap<readonly Coded[], Int32Array>();

/**
 * The levels of all patterns as places in a table whose comparisons stand one after the other (see flatTable): the
 * places of pattern p are those from p times the number of comparisons on. Learning goes through all patterns some
 * hundred times, and a flat list is read several times as fast as lists of lists. Kept with the list of patterns,
 * which must not change afterwards.
 */
export function cellsOf(patterns: readonly Coded[], shape: LevelTable): Int32Array {
  const before = known.get(patterns);
  if (before) return before;
  const comparisons = shape.length;
  const cells = new Int32Array(patterns.length * comparisons);
  let first = 0;
  for (let c = 0; c < comparisons; c++) {
    for (let p = 0; p < patterns.length; p++)
      cells[p * comparisons + c] = first + ((patterns[p] as Coded).codes[c] ?? 0);
    first += (shape[c] as Float64Array).length;
  }
  known.set(patterns, cells);
  return cells;
}

/**
 * Visits every pattern with what each class says of it: its share of the pattern against the likeliest class, which
 * has 1, and the log2 probability of that one. `shares` is the same array each time.
 */
export function underClasses(
  classes: readonly { share: number; levels: LevelTable }[],
  patterns: readonly Coded[],
  visit: (pattern: number, shares: Float64Array, top: number) => void,
): void {
  const shape = classes[0]?.levels ?? [];
  const comparisons = shape.length;
  const cells = cellsOf(patterns, shape);
  const { logs, width } = flatLogs(classes);
  const logShares = Float64Array.from(classes, (k) => Math.log2(k.share));
  const values = new Float64Array(classes.length);
  for (let p = 0; p < patterns.length; p++) {
    const from = p * comparisons;
    let top = -Infinity;
    for (let k = 0; k < values.length; k++) {
      const own = k * width;
      let value = logShares[k] as number;
      for (let c = 0; c < comparisons; c++) value += logs[own + (cells[from + c] as number)] as number;
      values[k] = value;
      if (value > top) top = value;
    }
    for (let k = 0; k < values.length; k++) values[k] = power((values[k] as number) - top);
    visit(p, values, top);
  }
}

/** The log2 of the levels of all classes, one class after the other; what is missing says nothing. */
function flatLogs(classes: readonly { levels: LevelTable }[]): { logs: Float64Array; width: number } {
  const width = (classes[0]?.levels ?? []).reduce((sum, levels) => sum + levels.length, 0);
  const logs = new Float64Array(classes.length * width);
  let at = 0;
  for (const { levels } of classes)
    for (const p of levels)
      for (let i = 0; i < p.length; i++) logs[at++] = i === 0 ? 0 : Math.log2(p[i] as number);
  return { logs, width };
}

/** Two to a power that is at most 0: for most classes it is 0 or far below what a number can hold. */
function power(bits: number): number {
  if (bits === 0) return 1;
  return bits < -1100 ? 0 : 2 ** bits;
}
