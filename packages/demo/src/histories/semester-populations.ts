import { memberRows } from './member-table.ts';
import { june2023, june2024, monthNumber } from './month-number.ts';
import { publishedTotals, shares } from './published-totals.ts';

/** Residents of a village by the count of a half-year. */
export interface VillagePopulation {
  asOf: string;
  source: string;
  areaCode: string;
  residents: number;
}

/** Population of the branch in mid-2024 as its release implies it (active members are 89.54 % of it). */
const implied2024 = 1_679_100;
const villageColumn = 7;

/**
 * Residents of every village at the end of each half-year from June 2023 to `until` ('YYYY-MM-DD'): the published
 * totals in proportion to the branch, growing evenly between them and on to the present register, shared out to
 * villages as that register has them. Residents without a village have the code ''.
 */
export async function semesterPopulations(
  residentsFile: string,
  until: string,
): Promise<VillagePopulation[]> {
  const count = new Map<string, number>();
  for await (const fields of memberRows(residentsFile)) {
    const village = fields[villageColumn] ?? '';
    count.set(village, (count.get(village) ?? 0) + 1);
  }
  const villages = [...count.keys()].sort();
  const now = [...count.values()].reduce((sum, n) => sum + n, 0);
  const last = monthNumber(until);
  const factor = now / publishedTotals.residents;
  const anchors: [month: number, residents: number][] = [
    [june2023, publishedTotals.june2023.residents * factor],
    [june2024, implied2024 * factor],
    [Math.max(last, june2024 + 6), now],
  ];
  const rows: VillagePopulation[] = [];
  for (let month = june2023; month <= last; month += 6) {
    const next = anchors.findIndex(([at]) => at > month);
    const [from, to] = [anchors[next - 1], anchors[next]] as [[number, number], [number, number]];
    const whole = from[1] + ((to[1] - from[1]) * (month - from[0])) / (to[0] - from[0]);
    const parts = shares(
      villages.map((village) => count.get(village) ?? 0),
      Math.round(whole),
    );
    for (const [i, areaCode] of villages.entries())
      rows.push({ asOf: lastDayOf(month), source: sourceOf(month), areaCode, residents: parts[i] ?? 0 });
  }
  return rows;
}

function sourceOf(month: number): string {
  return `data kependudukan semester ${month % 12 === 5 ? 'I' : 'II'} ${Math.floor(month / 12)} (contoh)`;
}

/** The half-years end on 30 June and 31 December. */
function lastDayOf(month: number): string {
  return `${Math.floor(month / 12)}-${month % 12 === 5 ? '06-30' : '12-31'}`;
}
