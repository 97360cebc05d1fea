import type { Random } from '../chance/random.ts';
import type { Culture } from '../names/culture.ts';
import { areaRows } from './area-rows.ts';

/** A district where somebody's NIK was first issued, and the birthplace that goes with it. */
export interface Origin {
  /** PPKKCC as a number. */
  readonly prefix: number;
  /** Position in the list of all origins, for counters. */
  readonly index: number;
  /** Regency or city, in capitals, as registers write a birthplace. */
  readonly birthplace: string;
}

/** Regencies people of the branch come from. Nothing beyond province 89: a NIK stays a safe integer. */
const regencies: Record<Culture | 'branch' | 'bali', readonly string[]> = {
  branch: ['51.71', '51.03', '51.02'],
  bali: ['51.01', '51.04', '51.05', '51.06', '51.07', '51.08'],
  balinese: ['51.04', '51.07', '51.08', '52.71'],
  javanese: ['35.10', '35.09', '35.07', '35.78', '33.72', '33.02', '33.12', '32.73', '31.74', '34.71'],
  muslim: ['35.10', '35.11', '35.29', '35.26', '51.01', '51.08', '31.75', '63.71', '73.71'],
  flores: ['53.04', '53.06', '53.07', '53.08', '53.10', '53.18', '53.71', '53.15'],
  chinese: ['35.78', '31.73', '51.08', '33.74', '51.71'],
  sasak: ['52.01', '52.02', '52.03', '52.71', '52.08'],
  foreign: ['51.71', '51.03'],
};

/** At most this many districts of a regency outside the branch serve as origins. */
const perRegency = 4;

/** All districts where NIKs in the demo were first issued. */
export class Origins {
  readonly all: readonly Origin[];
  private readonly byPrefix: ReadonlyMap<number, Origin>;
  private readonly byGroup: ReadonlyMap<string, readonly Origin[]>;

  private constructor(all: readonly Origin[], byGroup: ReadonlyMap<string, readonly Origin[]>) {
    this.all = all;
    this.byGroup = byGroup;
    this.byPrefix = new Map(all.map((origin) => [origin.prefix, origin]));
  }

  /** Reads the districts from the published list. */
  static async load(): Promise<Origins> {
    const codes = [...new Set(Object.values(regencies).flat())];
    const names = new Map((await areaRows('regencies', codes)).map(({ code, name }) => [code, name]));
    const all: Origin[] = [];
    const byRegency = new Map<string, Origin[]>();
    for (const { code } of await areaRows('districts', codes)) {
      const regency = code.slice(0, 5);
      const list = byRegency.get(regency) ?? [];
      if (!regencies.branch.includes(regency) && list.length >= perRegency) continue;
      const name = names.get(regency) ?? regency;
      const origin = {
        prefix: Number(code.replaceAll('.', '')),
        index: all.length,
        birthplace: name.replace(/^(Kabupaten|Kota)( Administrasi)? /, '').toUpperCase(),
      };
      all.push(origin);
      list.push(origin);
      byRegency.set(regency, list);
    }
    const byGroup = new Map(
      Object.entries(regencies).map(([group, list]) => [
        group,
        list.flatMap((code) => byRegency.get(code) ?? []),
      ]),
    );
    return new Origins(all, byGroup);
  }

  /** The origin of people first registered in the district with this PPKKCC. */
  of(prefix: number): Origin {
    return this.byPrefix.get(prefix) as Origin;
  }

  /** Any origin of a group. */
  any(group: Culture | 'branch' | 'bali', random: Random): Origin {
    return random.of(this.byGroup.get(group) as readonly Origin[]);
  }
}
