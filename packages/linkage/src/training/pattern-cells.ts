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

/** A product of so many probabilities is still far from what a number can hold; below it logarithms are summed. */
const LEAST_PRODUCT = 1e-280;

/**
 * Visits every pattern with what each class says of it: P(pattern and class) is `shares[class]` times two to the power
 * of `bits`. `shares` is the same array each time.
 */
export function underClasses(
  classes: readonly { share: number; levels: LevelTable }[],
  patterns: readonly Coded[],
  visit: (pattern: number, shares: Float64Array, bits: number) => void,
): void {
  const shape = classes[0]?.levels ?? [];
  const comparisons = shape.length;
  const cells = cellsOf(patterns, shape);
  const { table, width } = flatTable(classes);
  const shareOf = Float64Array.from(classes, (k) => k.share);
  const values = new Float64Array(classes.length);
  for (let p = 0; p < patterns.length; p++) {
    const from = p * comparisons;
    let top = 0;
    for (let k = 0; k < values.length; k++) {
      const own = k * width;
      let value = shareOf[k] as number;
      for (let c = 0; c < comparisons; c++) value *= table[own + (cells[from + c] as number)] as number;
      values[k] = value;
      if (value > top) top = value;
    }
    const bits = top > LEAST_PRODUCT ? 0 : sumLogs(classes, patterns[p] as Coded, values);
    visit(p, values, bits);
  }
}

/** The probabilities of all levels, class after class; what is missing says nothing. */
function flatTable(classes: readonly { levels: LevelTable }[]): { table: Float64Array; width: number } {
  const width = (classes[0]?.levels ?? []).reduce((sum, levels) => sum + levels.length, 0);
  const table = new Float64Array(classes.length * width);
  let at = 0;
  for (const { levels } of classes)
    for (const p of levels) for (let i = 0; i < p.length; i++) table[at++] = i === 0 ? 1 : (p[i] as number);
  return { table, width };
}

/** Fills `values` for one pattern with shares against the likeliest class, which has 1; returns the bits of that one. */
function sumLogs(
  classes: readonly { share: number; levels: LevelTable }[],
  { codes }: Coded,
  values: Float64Array,
): number {
  classes.forEach(({ share, levels }, k) => {
    values[k] = levels.reduce((bits, p, c) => {
      const code = codes[c] ?? 0;
      return code === 0 ? bits : bits + Math.log2(p[code] as number);
    }, Math.log2(share));
  });
  const top = values.reduce((a, b) => Math.max(a, b), -Infinity);
  for (let k = 0; k < values.length; k++)
    values[k] = top === -Infinity ? 0 : 2 ** ((values[k] as number) - top);
  return top;
}
