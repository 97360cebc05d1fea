import { Random } from '../chance/random.ts';
import { areaRows } from './area-rows.ts';
import { banjarNames } from './banjar-names.ts';
import { Origins } from './origins.ts';

/** A village of the branch as the demo sees it. */
export interface Village {
  /** Dotted code, 'PP.KK.CC.DDDD'. */
  readonly code: string;
  readonly undotted: string;
  readonly name: string;
  /** Six digits that NIKs first issued here start with. */
  readonly prefix: number;
  readonly regency: Regency;
  /** Residents to generate. */
  readonly residents: number;
  readonly banjars: readonly string[];
  /** How much worse than the average (1) the member file is here. */
  readonly badness: number;
  /** How much more of the village is outside JKN than on average (1). */
  readonly outside: number;
  /** Whether the village writes names in capitals. */
  readonly capitals: boolean;
}

/** What differs between the three regencies of the branch. */
interface Regency {
  readonly code: string;
  readonly name: string;
  /** Dukcapil population, semester II 2024. */
  readonly population: number;
  /** Share of households that are not Balinese. */
  readonly migrants: number;
  /** 0 rural to 1 urban: sizes of households, addresses, occupations. */
  readonly urban: number;
}

const regencies: readonly Regency[] = [
  { code: '51.71', name: 'Denpasar', population: 673270, migrants: 0.34, urban: 1 },
  { code: '51.03', name: 'Badung', population: 537739, migrants: 0.21, urban: 0.6 },
  { code: '51.02', name: 'Tabanan', population: 478393, migrants: 0.1, urban: 0.15 },
];

/** Residents of the branch at full size: its members in mid-2024. */
export const fullSize = 1688195;

/** The 238 villages with their share of the residents, and the places people come from. */
export class BranchPlaces {
  readonly villages: readonly Village[];
  readonly origins: Origins;

  private constructor(villages: readonly Village[], origins: Origins) {
    this.villages = villages;
    this.origins = origins;
  }

  /** Spreads `residents` over the villages in proportion to population; the same for the same seed. */
  static async load(residents: number, seed: number): Promise<BranchPlaces> {
    const random = new Random(seed, 1);
    const rows = await areaRows(
      'villages',
      regencies.map(({ code }) => code),
    );
    const weights = rows.map(({ code }) => villageWeight(code, random));
    const shares = regencies.map((regency) => {
      let sum = 0;
      rows.forEach(({ code }, i) => {
        if (code.startsWith(regency.code)) sum += weights[i] as number;
      });
      return { regency, sum };
    });
    const people = regencies.reduce((sum, { population }) => sum + population, 0);
    const exact = rows.map(({ code }, i) => {
      const share = shares.find(({ regency }) => code.startsWith(regency.code)) as (typeof shares)[0];
      return (residents * share.regency.population * (weights[i] as number)) / (people * share.sum);
    });
    const counts = wholeNumbers(exact, residents);
    const badness = levelled(exact, () => Math.exp(random.bell(0, 0.42)) * (random.chance(0.06) ? 2.8 : 1));
    const outside = levelled(exact, () => Math.exp(random.bell(0, 0.45)));
    const villages = rows.map(({ code, name }, i): Village => {
      const regency = regencies.find((candidate) => code.startsWith(candidate.code)) as Regency;
      const perBanjar = regency.urban > 0.5 ? 1300 : 420;
      const realSize = ((exact[i] as number) / Math.max(residents, 1)) * fullSize;
      return {
        code,
        undotted: code.replaceAll('.', ''),
        name,
        prefix: Number(code.slice(0, 2) + code.slice(3, 5) + code.slice(6, 8)),
        regency,
        residents: counts[i] as number,
        banjars: banjarNames(Math.max(2, Math.round(realSize / perBanjar)), random),
        badness: badness[i] as number,
        outside: outside[i] as number,
        capitals: random.chance(0.85),
      };
    });
    return new BranchPlaces(villages, await Origins.load());
  }
}

/** Kelurahan hold more people than desa; within a kind sizes vary. */
function villageWeight(code: string, random: Random): number {
  const kelurahan = code[9] === '1';
  return Math.exp(random.bell(0, 0.4)) * (kelurahan ? 1.35 : 1);
}

/** A factor per village whose mean over the people is 1. */
function levelled(people: readonly number[], draw: () => number): number[] {
  const factors = people.map(draw);
  const sum = people.reduce((total, count) => total + count, 0);
  const mean = factors.reduce((total, factor, i) => total + factor * (people[i] as number), 0) / sum;
  return factors.map((factor) => factor / mean);
}

/** Rounds so that the sum is kept: the largest remainders are rounded up. */
function wholeNumbers(exact: readonly number[], total: number): number[] {
  const counts = exact.map(Math.floor);
  let left = total - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact.map((value, i) => ({ i, rest: value - Math.floor(value) }));
  byRemainder.sort((x, y) => y.rest - x.rest || x.i - y.i);
  for (const { i } of byRemainder) {
    if (left-- <= 0) break;
    counts[i] = (counts[i] as number) + 1;
  }
  return counts;
}
