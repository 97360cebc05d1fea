import type { MonthFigures } from '@jangkau/contracts';
import { buckets, monthFigures, uhcStandings } from '@jangkau/figures';
import { type Db, figureArea, findSnapshot, type Scope, type SnapshotRow } from '@jangkau/store';
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
  const { segments, ...area } = row;
  const bySegment = Object.entries(segments).map(([segment, states]) => ({
    segment,
    members: states.active + states.arrears + states.lapsed,
    ...states,
  }));
  return {
    snapshot,
    area: area.level === 'branch' ? { ...area, name: { id: 'Cabang', en: 'Branch' }[language] } : area,
    figures: monthFigures(row),
    buckets: buckets(row),
    segments: bySegment.sort((a, b) => b.members - a.members),
    uhc: uhcStandings(row) as MonthFigures['uhc'],
  };
}

/** The area a session begins with: the branch, or the first one it was given. */
export function areaOf({ areas }: Scope): string {
  return areas?.[0]?.split('/')[0] ?? '';
}
