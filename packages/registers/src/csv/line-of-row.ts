/**
 * Lines of accepted rows, from their order: every line from `firstLine` on is a row except the `gaps`
 * (blank and rejected lines, ascending). `rows` are ascending positions from 0.
 */
export function linesOfRows(rows: readonly number[], firstLine: number, gaps: readonly number[]): number[] {
  let gap = gaps.findIndex((line) => line >= firstLine);
  if (gap < 0) gap = gaps.length;
  let skipped = 0;
  return rows.map((row) => {
    while (gap < gaps.length && (gaps[gap] as number) <= firstLine + row + skipped) {
      gap++;
      skipped++;
    }
    return firstLine + row + skipped;
  });
}
