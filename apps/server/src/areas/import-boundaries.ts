import type { BoundaryImport } from '@jangkau/contracts';
import type { AreaRepository, AreaRow } from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';

type Properties = Record<string, unknown>;
interface Feature {
  type: string;
  properties: Properties | null;
  geometry: { type: string; coordinates: unknown } | null;
}

/** Names properties go by in files of Indonesian boundaries. */
const codeNames = [
  'code',
  'kode',
  'kode_desa',
  'kode_kemendagri',
  'kdepum',
  'kddesa',
  'id_desa',
  'village_code',
];
const villageNames = ['village', 'desa', 'nama_desa', 'name', 'nama', 'wadmkd', 'namobj'];
const districtNames = ['district', 'kecamatan', 'nama_kecamatan', 'wadmkc'];

/**
 * Imports outlines of villages from GeoJSON. A feature is recognised by a code in its properties, dotted
 * or not, or by the names of village and district together.
 * @throws ApiProblem boundaries-unusable when it is not GeoJSON or nothing in it is recognised
 */
export async function importBoundaries(areas: AreaRepository, geojson: unknown): Promise<BoundaryImport> {
  const features = (geojson as { features?: unknown } | null)?.features;
  if ((geojson as { type?: unknown } | null)?.type !== 'FeatureCollection' || !Array.isArray(features))
    throw new ApiProblem('boundaries-unusable', { detail: 'not a FeatureCollection' });
  const find = finder(await areas.all());
  const outlines = new Map<string, unknown>();
  const unknown: string[] = [];
  for (const feature of features as Feature[]) {
    const kind = feature?.geometry?.type;
    if (kind !== 'Polygon' && kind !== 'MultiPolygon') continue;
    const code = find(feature.properties ?? {});
    if (code) outlines.set(code, { type: kind, coordinates: feature.geometry?.coordinates });
    else unknown.push(describe(feature.properties ?? {}));
  }
  if (outlines.size === 0)
    throw new ApiProblem('boundaries-unusable', { detail: 'no feature is a known village' });
  await areas.saveBoundaries([...outlines].map(([code, geometry]) => ({ code, geometry })));
  const regencies = [...new Set([...outlines.keys()].map((code) => code.slice(0, 5)))];
  return { imported: outlines.size, unknown, missing: await areas.villagesWithoutBoundary(regencies) };
}

function finder(areas: AreaRow[]): (properties: Properties) => string | undefined {
  const villages = areas.filter((area) => area.level === 'village');
  const byDigits = new Map(villages.map((area) => [area.code.replaceAll('.', ''), area.code]));
  const names = new Map(areas.map((area) => [area.code, area.name]));
  const byNames = new Map(
    villages.map((area) => [place(area.name, names.get(area.parent ?? '') ?? ''), area.code]),
  );
  return (properties) => {
    const lower = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]),
    );
    for (const name of codeNames) {
      const code = byDigits.get(String(lower[name] ?? '').replace(/\D/g, ''));
      if (code) return code;
    }
    return byNames.get(place(first(lower, villageNames), first(lower, districtNames)));
  };
}

function place(village: string, district: string): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  return `${plain(village)}/${plain(district)}`;
}

function first(properties: Properties, names: readonly string[]): string {
  for (const name of names) if (typeof properties[name] === 'string') return properties[name];
  return '';
}

function describe(properties: Properties): string {
  const lower = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return (
    [first(lower, villageNames), first(lower, districtNames)].filter(Boolean).join(', ') || '(tanpa nama)'
  );
}
