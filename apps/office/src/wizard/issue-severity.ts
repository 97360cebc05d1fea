export type IssueSeverity = 'severe' | 'medium' | 'light';

/** How much an issue matters: severe from a tenth of the rows, medium from a hundredth. */
export function issueSeverity(count: number, rows: number): IssueSeverity {
  const share = rows > 0 ? count / rows : 0;
  if (share >= 0.1) return 'severe';
  return share >= 0.01 ? 'medium' : 'light';
}

/** The issues, those that touch most rows first. */
export function bySeverity<T extends { count: number }>(issues: readonly T[]): T[] {
  return [...issues].sort((a, b) => b.count - a.count);
}
