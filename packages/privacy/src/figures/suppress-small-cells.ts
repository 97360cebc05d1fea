/** A row of a table of counts: `whole` people, of whom `parts[name]` have some property. */
export interface CountRow<Part extends string> {
  key: string;
  whole: number;
  parts: Record<Part, number>;
}

/** The same row as it may leave the office; null where the count is hidden. */
export interface PublishedRow<Part extends string> {
  key: string;
  whole: number | null;
  parts: Record<Part, number | null>;
}

/** Counts under this are hidden in what leaves the office, unless it chose a higher one. */
export const smallestPublishedCount = 5;

/**
 * A table of counts that may leave the office: a count under `least` (five) is hidden, and so is one whose remainder
 * (whole less part) is under it, for it says as much. Because the sums of the columns are known, further
 * counts are hidden until no hidden one can be told more closely than to a span of `least` values. Which further
 * rows are hidden is decided by their keys and not by their counts, so the choice gives nothing away.
 * `sums` holds the sum of every column, or null where even all rows hidden would not keep the secret.
 */
export function suppressSmallCells<Part extends string>(
  rows: readonly CountRow<Part>[],
  parts: readonly Part[],
  least = smallestPublishedCount,
): { rows: PublishedRow<Part>[]; sums: Record<Part | 'whole', number | null> } {
  const order = [...rows.keys()].sort((a, b) => spread(keyOf(rows, a)) - spread(keyOf(rows, b)) || a - b);
  // Rows too small to be shown at all, and as many others as it takes to hide them among.
  const gone = new Set(order.filter((i) => at(rows, i).whole < least));
  const wholeSafe = hideMore(gone, order, () => gone.size === 0 || wholesAreHidden(rows, gone, least));
  const sums = { whole: wholeSafe ? sum(rows.map((row) => row.whole)) : null } as Record<
    Part | 'whole',
    number | null
  >;
  const hidden = new Map<Part, Set<number>>();
  for (const part of parts) {
    const cells = new Set(gone);
    for (const [i, row] of rows.entries()) if (isTelling(row, part, least)) cells.add(i);
    const safe = hideMore(
      cells,
      order,
      () => cells.size === 0 || partsAreHidden(rows, part, cells, gone, least),
    );
    hidden.set(part, cells);
    sums[part] = safe ? sum(rows.map((row) => row.parts[part])) : null;
  }
  return {
    rows: rows.map(({ key, whole, parts: counts }, i) => ({
      key,
      whole: gone.has(i) ? null : whole,
      parts: Object.fromEntries(
        parts.map((part) => [part, hidden.get(part)?.has(i) ? null : counts[part]]),
      ) as Record<Part, number | null>,
    })),
    sums,
  };
}

/** The count, or the rest of the whole, is small. */
function isTelling<Part extends string>(row: CountRow<Part>, part: Part, least: number): boolean {
  return row.parts[part] < least || row.whole - row.parts[part] < least;
}

/** Hides one row after the other until it is enough; false when even all are not. */
function hideMore(hidden: Set<number>, order: readonly number[], enough: () => boolean): boolean {
  for (const next of order) {
    if (enough()) return true;
    hidden.add(next);
  }
  return enough();
}

/** Nothing is known of a hidden whole but the sum of all hidden ones. */
function wholesAreHidden<Part extends string>(
  rows: readonly CountRow<Part>[],
  hidden: Set<number>,
  least: number,
): boolean {
  const known = sum([...hidden].map((i) => at(rows, i).whole));
  return hidden.size > 1 && known >= least - 1;
}

/** A hidden part lies between 0 and its whole, where that is shown, and all hidden ones have a known sum. */
function partsAreHidden<Part extends string>(
  rows: readonly CountRow<Part>[],
  part: Part,
  hidden: Set<number>,
  gone: Set<number>,
  least: number,
): boolean {
  const known = sum([...hidden].map((i) => at(rows, i).parts[part]));
  // People of the rows that are hidden whole can be shared out between them in any way.
  const among = sum([...gone].map((i) => at(rows, i).whole));
  const most = (i: number) => (gone.has(i) ? among : at(rows, i).whole);
  const all = sum([...hidden].filter((i) => !gone.has(i)).map(most)) + among;
  return [...hidden].every((i) => {
    const others = gone.has(i) ? (gone.size > 1 ? all : all - among) : all - most(i);
    const low = Math.max(0, known - others);
    const high = Math.min(known, most(i));
    return high - low >= least - 1;
  });
}

function at<T>(list: readonly T[], i: number): T {
  return list[i] as T;
}

function keyOf<Part extends string>(rows: readonly CountRow<Part>[], i: number): string {
  return at(rows, i).key;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

/** A number that depends on the text alone and looks like chance (FNV-1a). */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
