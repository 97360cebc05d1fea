import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Names of areas by their dotted code. Areas that are not in it are shown by their code. */
export type AreaNames = ReadonlyMap<string, string>;

/**
 * Names of the regencies, districts and villages of the provinces that occur among the codes, from the npm
 * package idn-area-data (codes of Kemendagri; ODbL, see its licence). Read when needed; the project keeps no
 * copy. Without the package the answer is empty.
 */
export async function readAreaNames(codes: readonly string[]): Promise<AreaNames> {
  const names = new Map<string, string>();
  const folder = dataFolder();
  if (folder === undefined) return names;
  const provinces = new Set(codes.map((code) => code.slice(0, 2)).filter((code) => /^\d\d$/.test(code)));
  for (const list of ['regencies', 'districts', 'villages']) {
    const text = await readFile(join(folder, `${list}.csv`));
    for (const province of provinces) {
      for (const line of linesOfProvince(text, province)) {
        const [code = '', , ...name] = line.split(',');
        names.set(
          code,
          name
            .join(',')
            .replace(/^"(.*)"$/, '$1')
            .replaceAll('""', '"'),
        );
      }
    }
  }
  return names;
}

function dataFolder(): string | undefined {
  try {
    const require = createRequire(import.meta.url);
    return join(dirname(require.resolve('idn-area-data')), '..', 'data');
  } catch {
    return undefined;
  }
}

/** The lines of a province; the lists are sorted by code, so they stand together. */
function linesOfProvince(text: Buffer, province: string): string[] {
  const begin = text.indexOf(`\n${province}.`) + 1;
  if (begin === 0) return [];
  const last = text.lastIndexOf(`\n${province}.`) + 1;
  const end = text.indexOf('\n', last);
  return text.toString('utf8', begin, end < 0 ? text.length : end).split(/\r?\n/);
}
