import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { residentColumns } from '@jangkau/kernel';

/** A row of residents.csv by column name. */
export type ResidentFields = Readonly<Record<(typeof residentColumns)[number], string>>;

/** The residents of a few villages, read from residents.csv of a demo branch, in file order. */
export async function villageResidents(
  residentsFile: string,
  villages: readonly string[],
): Promise<Map<string, ResidentFields[]>> {
  const found = new Map<string, ResidentFields[]>(villages.map((code) => [code, []]));
  const prefixes = villages.map((code) => `${code.replaceAll('.', '')}-`);
  const lines = createInterface({ input: createReadStream(residentsFile), crlfDelay: Infinity });
  for await (const line of lines) {
    if (!prefixes.some((prefix) => line.startsWith(prefix))) continue;
    const values = fields(line);
    const row = Object.fromEntries(
      residentColumns.map((name, i) => [name, values[i] ?? '']),
    ) as ResidentFields;
    found.get(row.kode_desa)?.push(row);
  }
  return found;
}

/** Fields of one line of CSV as the demo writes it: quotes only where needed, no line breaks inside. */
function fields(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const values: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/y;
  while (pattern.lastIndex < line.length) {
    const match = pattern.exec(line);
    if (!match) break;
    values.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
  }
  if (line.endsWith(',')) values.push('');
  return values;
}
