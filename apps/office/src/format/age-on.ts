const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/**
 * Completed years and completed months of life on a day, both counted from birth. Null when a date is missing,
 * not a date, or the birth lies after the day.
 */
export function ageOn(
  born: string | null | undefined,
  on: string | null | undefined,
): { years: number; months: number } | null {
  const from = ISO_DATE.exec(born ?? '');
  const to = ISO_DATE.exec(on ?? '');
  if (!from || !to) return null;
  const [y1, m1, d1] = from.slice(1).map(Number) as [number, number, number];
  const [y2, m2, d2] = to.slice(1).map(Number) as [number, number, number];
  const months = (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
  return months < 0 ? null : { years: Math.floor(months / 12), months };
}
