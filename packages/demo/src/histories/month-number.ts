/** A month as one number: months since year 0. */
export function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

/** First day of a month given as a number. */
export function firstDayOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** Months the published totals belong to. */
export const june2023 = monthNumber('2023-06');
export const june2024 = monthNumber('2024-06');
