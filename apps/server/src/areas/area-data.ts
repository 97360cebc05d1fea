import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AreaRow } from '@jangkau/store';

const files = [
  ['provinces.csv', 'province'],
  ['regencies.csv', 'regency'],
  ['districts.csv', 'district'],
  ['villages.csv', 'village'],
] as const;

/**
 * Areas of a province from the npm package idn-area-data (codes of Kemendagri; ODbL, see its licence),
 * read when needed and not copied into this repository.
 */
export async function readAreas(province: string): Promise<AreaRow[]> {
  const require = createRequire(import.meta.url);
  const folder = path.join(path.dirname(require.resolve('idn-area-data')), '..', 'data');
  const areas: AreaRow[] = [];
  for (const [file, level] of files) {
    const [, ...lines] = (await readFile(path.join(folder, file), 'utf8')).split(/\r?\n/);
    for (const line of lines) {
      if (!line.startsWith(province)) continue;
      const code = line.slice(0, line.indexOf(','));
      const rest = line.slice(code.length + 1);
      const name = level === 'province' ? rest : rest.slice(rest.indexOf(',') + 1);
      const parent = level === 'province' ? null : code.slice(0, code.lastIndexOf('.'));
      areas.push({ code, name: name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'), level, parent });
    }
  }
  return areas;
}
