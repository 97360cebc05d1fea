const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Issues in the order to read them: the most severe first, then those that touch most rows. */
export function bySeverity<T extends { severity: keyof typeof ORDER; count: number }>(
  issues: readonly T[],
): T[] {
  return [...issues].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.count - a.count);
}
