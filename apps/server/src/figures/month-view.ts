import type { MonthFigures } from '@jangkau/contracts';
import { buckets, monthFigures, uhcStandings } from '@jangkau/figures';
import {
  type Db,
  type FigureAreaRow,
  figureArea,
  findSnapshot,
  type Scope,
  type SnapshotRow,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { Language } from '../http/problem-document.ts';

/** Which version of which month. */
export interface MonthOrder {
  month?: string | undefined;
  version?: number | undefined;
}

/** A version of a month. @throws ApiProblem 'figures-not-found' */
export async function snapshotOf(db: Db, { month, version }: MonthOrder): Promise<SnapshotRow> {
  const snapshot = await findSnapshot(db, month, version);
  if (!snapshot) throw new ApiProblem('figures-not-found');
  return snapshot;
}

/** An area in a month with its shares, parts and UHC standing. @throws ApiProblem 'figures-not-found' */
export async function monthView(
  db: Db,
  order: MonthOrder & { area: string },
  language: Language,
): Promise<MonthFigures> {
  const snapshot = await snapshotOf(db, order);
  const row = await figureArea(db, snapshot.id, order.area);
  if (!row) throw new ApiProblem('figures-not-found');
  const { segments, visits, cases } = row;
  const bySegment = Object.entries(segments).map(([segment, states]) => ({
    segment,
    members: states.active + states.arrears + states.lapsed,
    ...states,
  }));
  return {
    snapshot,
    area: areaView(row, language),
    figures: monthFigures(row),
    buckets: buckets(row),
    segments: bySegment.sort((a, b) => b.members - a.members),
    use: useOf(visits, snapshot.asOf),
    cases: Object.entries(cases)
      .map(([id, n]) => ({ id, cases: n }))
      .sort((a, b) => b.cases - a.cases || a.id.localeCompare(b.id)),
    uhc: uhcStandings(row) as MonthFigures['uhc'],
  };
}

/** Counts of an area as lists show them; what has no code is the branch, or lies in no known village. */
export function areaView({ segments: _, cases: __, visits, ...area }: FigureAreaRow, language: Language) {
  const uses = sum(visits);
  const name =
    area.level === 'branch'
      ? { id: 'Cabang', en: 'Branch' }[language]
      : area.code === ''
        ? { id: 'Tanpa desa', en: 'Without a village' }[language]
        : area.name;
  return { ...area, name, uses: Object.keys(visits).length > 0 ? uses : null };
}

const useParts = ['FKTP_sick', 'FKTP_healthy', 'RJTL', 'RITL'] as const;

/** Uses of care of a month with the days they are divided by; null where none are known. */
function useOf(visits: FigureAreaRow['visits'], asOf: string): MonthFigures['use'] {
  if (Object.keys(visits).length === 0) return null;
  const days = Number(asOf.slice(8));
  const total = sum(visits);
  return { total, days, perDay: total / days, parts: useParts.map((id) => ({ id, uses: visits[id] ?? 0 })) };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, n) => total + n, 0);
}

/** The area a session begins with: the branch, or the first one it was given. */
export function areaOf({ areas }: Scope): string {
  return areas?.[0]?.split('/')[0] ?? '';
}
