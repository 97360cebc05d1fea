import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** A row of the official list of areas. */
export interface AreaRow {
  /** Dotted Kemendagri code. */
  readonly code: string;
  readonly name: string;
}

const require = createRequire(import.meta.url);
const dataDir = join(dirname(require.resolve('idn-area-data')), '..', 'data');

/**
 * Rows of the published list of areas (package idn-area-data, Kemendagri codes, ODbL) whose code starts
 * with one of the prefixes. Read from the package each time: the project keeps no copy of the list.
 */
export async function areaRows(
  list: 'regencies' | 'districts' | 'villages',
  prefixes: readonly string[],
): Promise<AreaRow[]> {
  const rows: AreaRow[] = [];
  const lines = createInterface({
    input: createReadStream(join(dataDir, `${list}.csv`)),
    crlfDelay: Infinity,
  });
  for await (const line of lines) {
    if (!prefixes.some((prefix) => line.startsWith(prefix))) continue;
    const [code = '', , name = ''] = line.split(',');
    rows.push({ code, name });
  }
  return rows;
}
