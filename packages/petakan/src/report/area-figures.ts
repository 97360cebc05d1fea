import { type AreaLevel, areaAt, isAreaCode } from '@jangkau/kernel';
import type { Engine } from '@jangkau/linkage';
import { MODEL_ERROR, UNKNOWN_VILLAGE } from '../village-result.ts';
import type { AreaNames } from './area-names.ts';

const Z_95 = 1.96;

/** Figures of an area. `uncovered` is expected, with a 95 % interval. */
export interface AreaFigures {
  code: string;
  /** Name, or the code where the name is not known. */
  name: string;
  residents: number;
  linked: number;
  uncovered: number;
  low: number;
  high: number;
  inactive: number;
  /** Variance of `uncovered` without the error of the model. */
  variance: number;
}

/** Figures of all villages, their districts and their regencies, each in the order of the codes. */
export interface AllAreas {
  villages: AreaFigures[];
  districts: AreaFigures[];
  regencies: AreaFigures[];
}

/** Reads the table `village_result`. Rows of villages nobody can name come last. */
export async function readVillageFigures(engine: Engine): Promise<Omit<AreaFigures, 'name'>[]> {
  const rows = await engine.rows<{
    kode_desa: string;
    residents: number;
    linked: number;
    uncovered: number;
    low: number;
    high: number;
    inactive: number;
  }>(
    'SELECT kode_desa, residents, linked, uncovered, low, high, inactive FROM village_result ORDER BY kode_desa',
  );
  return rows.map(({ kode_desa, ...figures }) => ({
    ...figures,
    code: kode_desa,
    variance: varianceOf(figures),
  }));
}

/** Adds villages up to districts and regencies, and gives everything its name. */
export function addUpAreas(villages: readonly Omit<AreaFigures, 'name'>[], names: AreaNames): AllAreas {
  return {
    villages: villages.map((village) => ({ ...village, name: nameOf(village.code, names) })),
    districts: addUp(villages, 'district', names),
    regencies: addUp(villages, 'regency', names),
  };
}

/** The code of the area of a level that holds a village; its own key when the village is not known. */
export function areaOf(code: string, level: AreaLevel): string {
  return isAreaCode(code) ? (areaAt(code, level) ?? code) : code;
}

function addUp(
  villages: readonly Omit<AreaFigures, 'name'>[],
  level: AreaLevel,
  names: AreaNames,
): AreaFigures[] {
  const sums = new Map<string, AreaFigures>();
  for (const village of villages) {
    const code = areaOf(village.code, level);
    const sum = sums.get(code) ?? {
      code,
      name: nameOf(code, names),
      residents: 0,
      linked: 0,
      uncovered: 0,
      low: 0,
      high: 0,
      inactive: 0,
      variance: 0,
    };
    for (const key of ['residents', 'linked', 'uncovered', 'inactive', 'variance'] as const)
      sum[key] += village[key];
    sums.set(code, sum);
  }
  for (const sum of sums.values()) {
    const spread = Z_95 * Math.sqrt(sum.variance + (MODEL_ERROR * sum.uncovered) ** 2);
    sum.low = Math.max(0, sum.uncovered - spread);
    sum.high = Math.min(sum.residents, sum.uncovered + spread);
  }
  return [...sums.values()];
}

/** One side of an interval may be cut off at nobody or at everybody; the other then shows its width. */
function varianceOf({ uncovered, low, high }: { uncovered: number; low: number; high: number }): number {
  const spread = Math.max(high - uncovered, uncovered - low);
  return Math.max(0, (spread / Z_95) ** 2 - (MODEL_ERROR * uncovered) ** 2);
}

function nameOf(code: string, names: AreaNames): string {
  return code === UNKNOWN_VILLAGE ? 'Desa tidak diketahui' : (names.get(code) ?? code);
}
