import type { PublicArea, PublicFigures } from '@jangkau/contracts';
import { uhcStandings } from '@jangkau/figures';
import { smallestPublishedCount, suppressSmallCells } from '@jangkau/privacy';
import {
  type Db,
  type FigureAreaRow,
  FiguresRepository,
  figureArea,
  figureAreas,
  figureSeries,
  findSnapshot,
  RunRepository,
  Scope,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { foldOutside } from './fold-outside.ts';
import { publicTree } from './public-tree.ts';

const keptMs = 300_000;
/** More places than a branch has. */
const mostKept = 2000;

/** Figures that anybody may see, kept for five minutes: however many ask, the database is asked once. */
export class PublicFiguresDesk {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #kept = new Map<string, { until: number; answer: Promise<PublicFigures> }>();

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** Of an area ('' is the branch). @throws ApiProblem 'figures-not-found' */
  of(area: string): Promise<PublicFigures> {
    const known = this.#kept.get(area);
    if (known && known.until > this.#now()) return known.answer;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    const answer = publicFigures(this.#db, area);
    this.#kept.set(area, { until: this.#now() + keptMs, answer });
    answer.catch(() => this.#kept.delete(area));
    return answer;
  }
}

async function publicFigures(db: Db, area: string): Promise<PublicFigures> {
  const snapshot = await findSnapshot(db, undefined, undefined);
  const own = snapshot && (await figureArea(db, snapshot.id, area));
  const branch = snapshot && (await figureArea(db, snapshot.id, ''));
  if (!snapshot || !own || !branch) throw new ApiProblem('figures-not-found');
  const levels = await Promise.all(
    (['regency', 'district', 'village'] as const).map((level) => figureAreas(db, snapshot.id, level, '')),
  );
  const rows = levels.flatMap(foldOutside);
  const whole = suppressSmallCells(
    [{ key: '', whole: branch.members, parts: { active: branch.active } }],
    ['active'],
  ).rows[0];
  const tree = publicTree({ members: whole?.whole ?? null, active: whole?.parts.active ?? null }, rows);
  const view = (row: FigureAreaRow, parent: string): PublicArea => {
    const key = row.level === 'branch' ? '' : row.code === '' ? `${parent}/` : row.code;
    const { members = null, active = null } = tree.get(key) ?? {};
    return {
      code: row.code,
      name: row.code === '' ? '' : row.name,
      level: row.level,
      population: row.population !== null && row.population >= smallestPublishedCount ? row.population : null,
      members,
      active,
    };
  };
  const below = { branch: 'regency', regency: 'district', district: 'village', village: undefined }[
    own.level
  ];
  const parts = rows.filter((row) => row.level === below && (area === '' || row.code.startsWith(`${area}.`)));
  const shown = view(own, '');
  const large = own.level === 'branch' || own.level === 'regency';
  const regencies = rows.filter((row) => row.level === 'regency' && row.code !== '');
  const detail = large && shown.active !== null && !hasSmall(own) && !regencies.some(hasSmall);
  return {
    month: snapshot.month,
    asOf: snapshot.asOf,
    population: snapshot.population,
    path: [0, 5, 8]
      .filter((length) => length < area.length)
      .map((length) => ({
        code: area.slice(0, length),
        name: rows.find((row) => row.code === area.slice(0, length) && length > 0)?.name ?? '',
      })),
    area: shown,
    parts: parts.map((row) => view(row, area)),
    segments: detail
      ? Object.entries(own.segments)
          .map(([segment, of]) => ({ segment, members: of.active + of.arrears + of.lapsed }))
          .sort((a, b) => b.members - a.members)
      : null,
    inactive: detail ? { arrears: own.arrears, lapsed: own.lapsed } : null,
    uhc: (large && uhcStandings(own)?.[0]?.category) || null,
    months: large
      ? (await figureSeries(db, area)).map(({ month, population, members, active }) => ({
          month,
          population,
          ...shownOf(members, active),
        }))
      : [],
    banjars: own.level === 'village' ? await banjarsOf(db, area) : null,
  };
}

function shownOf(members: number, active: number) {
  const row = suppressSmallCells([{ key: '', whole: members, parts: { active } }], ['active']).rows[0];
  return { members: row?.whole ?? null, active: row?.parts.active ?? null };
}

/** Some part of the members is too small to be told; then no parts are told at all. */
function hasSmall({ segments, arrears, lapsed }: FigureAreaRow): boolean {
  const people = Object.values(segments).map((of) => of.active + of.arrears + of.lapsed);
  return [...people, arrears, lapsed].some((n) => n < smallestPublishedCount);
}

/** Banjar of a village by the latest mapping, small counts hidden. */
async function banjarsOf(db: Db, village: string): Promise<PublicFigures['banjars']> {
  const [run] = await new RunRepository(db).list({ state: 'done', limit: 1 });
  if (!run) return null;
  const rows = await new FiguresRepository(db).banjars(Scope.system(), run.number, village);
  if (rows.length === 0) return null;
  const published = suppressSmallCells(
    rows.map((row) => ({
      key: row.banjar ?? '',
      whole: row.residents,
      parts: { uncovered: row.uncovered },
    })),
    ['uncovered'],
  );
  return {
    asOf: run.as_of,
    items: published.rows.map(({ key, whole, parts }) => ({
      banjar: key === '' ? null : key,
      residents: whole,
      uncovered: parts.uncovered,
    })),
  };
}
