import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Engine, sqlString } from '@jangkau/linkage';

/** A folder a mapping wrote into, and the numbers by which its files know the person. */
export interface RunFolder {
  directory: string;
  noPenduduk: string;
  nik: string | null;
}

/**
 * Takes the lines of one person out of the files of these mappings: lists, load files and evidence. A file is
 * replaced whole or not at all. Returns how many files held the person.
 */
export async function eraseFromRunFiles(folders: readonly RunFolder[]): Promise<number> {
  if (folders.length === 0) return 0;
  const engine = await Engine.open({ memoryLimit: '1GiB', threads: 1 });
  try {
    let changed = 0;
    for (const folder of folders)
      for (const file of await filesUnder(folder.directory))
        if (await eraseFromFile(engine, file, folder)) changed++;
    return changed;
  } finally {
    await engine.close();
  }
}

async function eraseFromFile(engine: Engine, file: string, person: RunFolder): Promise<boolean> {
  const parquet = file.endsWith('.parquet');
  const source = parquet
    ? `read_parquet(${sqlString(file)})`
    : `read_csv(${sqlString(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', strict_mode = false, null_padding = true)`;
  const columns = (await engine.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${source}`)).map(
    (row) => row.column_name,
  );
  const hits = [
    ...['no_penduduk', 'same_person_as']
      .filter((name) => columns.includes(name))
      .map((name) => matches(name, [person.noPenduduk])),
    ...(columns.includes('nik') && person.nik ? [matches('nik', [person.nik])] : []),
    // A row that was set aside holds the line of the register as it came.
    ...(columns.includes('row')
      ? numbers(person).map((number) => `contains("row", ${sqlString(number)})`)
      : []),
  ];
  if (hits.length === 0) return false;
  const isTheirs = `coalesce(${hits.join(' OR ')}, false)`;
  const [found] = await engine.rows<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM ${source} WHERE ${isTheirs}`,
  );
  if (!found || found.n === 0) return false;
  const cleaned = `${file}.cleaned`;
  const format = parquet ? '(FORMAT parquet)' : "(FORMAT csv, HEADER true, DELIMITER ',')";
  try {
    await engine.run(
      `COPY (SELECT * FROM ${source} WHERE NOT ${isTheirs}) TO ${sqlString(cleaned)} ${format}`,
    );
    await rename(cleaned, file);
  } finally {
    await rm(cleaned, { force: true });
  }
  return true;
}

function numbers(person: RunFolder): string[] {
  // A short number of a village would be found in everybody's lines.
  return [person.nik ?? '', person.noPenduduk].filter((number) => number.length >= 6);
}

function matches(column: string, values: string[]): string {
  return `"${column}" IN (${values.map(sqlString).join(', ')})`;
}

async function filesUnder(directory: string): Promise<string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && /\.(csv|parquet)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
