import { publishedTotals, shares } from '../histories/published-totals.ts';

/** How many uses of care a month of the made-up branch has. */
export interface VisitMonth {
  /** 'YYYY-MM'. */
  month: string;
  visits: number;
}

/** Uses of care the branch has published; the six months of 2024 as they were printed. */
export const publishedVisits = {
  source: 'siaran cabang September 2024',
  year2020: 1_960_000,
  year2023: 2_570_000,
  half2024: 1_390_000,
} as const;

/** A year later than the published ones goes on at about the rate of early 2024. */
const laterPerDay = 7_900;

/**
 * Uses of care by month for a branch of so many residents: published totals come out exactly at full size,
 * in proportion below it. 2021 and 2022, which were not published, are left out; the months before `asOf`
 * are there so that a hospital finds somebody's latest visits.
 */
export function visitPlan(residents: number, asOf: string): VisitMonth[] {
  const factor = residents / publishedTotals.residents;
  const { year2020, year2023, half2024 } = publishedVisits;
  return [
    ...spread(monthsFrom('2020-01', 12), Math.round(year2020 * factor)),
    ...spread(monthsFrom('2023-01', 12), Math.round(year2023 * factor)),
    ...spread(monthsFrom('2024-01', 6), Math.round(half2024 * factor)),
    ...monthsFrom(earlier(asOf.slice(0, 7), 2), 3).map((month) => ({
      month,
      visits: Math.round(laterPerDay * daysIn(month) * factor),
    })),
  ];
}

/** Months share a total by their days. */
function spread(months: readonly string[], total: number): VisitMonth[] {
  const parts = shares(months.map(daysIn), total);
  return months.map((month, i) => ({ month, visits: parts[i] as number }));
}

function monthsFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => earlier(first, -i));
}

function earlier(month: string, months: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function daysIn(month: string): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  if (number === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(number) ? 30 : 31;
}
