import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatNumber, Problem, parseAreaCode } from '@jangkau/kernel';
import { writeXlsxStream } from 'hucre/xlsx';
import { Random } from '../chance/random.ts';
import { areaRows } from '../places/area-rows.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import { type VillageFileStyle, villageFileStyles } from './village-file-styles.ts';
import { villageResidents } from './village-residents.ts';
import { encodeText } from './windows-1252.ts';

/** Which village files to write. */
export interface MessyVillageOptions {
  /** residents.csv of a demo branch: the people in the files are taken from it. */
  residentsFile: string;
  outDir: string;
  /** Village codes; the first gets the first style and so on. */
  villages: readonly string[];
  seed: number;
}

/** What one village file holds. */
export interface MessyVillageFile {
  file: string;
  village: string;
  kind: VillageFileStyle['kind'];
  encoding: VillageFileStyle['encoding'];
  delimiter: VillageFileStyle['delimiter'];
  /** 1-based line or sheet row of the header. */
  headerLine: number;
  /** Rows of residents. */
  residents: number;
  /** Broken rows among them: too short, repeated headers, blank lines, no name. */
  malformed: number;
}

/**
 * Writes village registers as villages send them: XLSX and CSV, mixed delimiters and encodings, other
 * headers, dates and NIKs as spreadsheets left them, titles above, a total below, some broken rows.
 * rows.csv beside them says which line is which resident; files.json lists the files.
 * @throws Problem 'area-code-invalid'; 'not-found' when a village has no residents in the branch
 */
export async function writeMessyVillageFiles(options: MessyVillageOptions): Promise<MessyVillageFile[]> {
  const { residentsFile, outDir, seed } = options;
  const villages = options.villages.map(parseAreaCode);
  await mkdir(outDir, { recursive: true });
  const names = new Map((await areaRows('villages', villages)).map(({ code, name }) => [code, name]));
  const residents = await villageResidents(residentsFile, villages);
  const files: MessyVillageFile[] = [];
  const key = ['file,line,no_penduduk'];
  for (const [at, village] of villages.entries()) {
    const people = residents.get(village) ?? [];
    if (people.length === 0) throw new Problem('not-found', { village });
    const style = villageFileStyles[at % villageFileStyles.length] as VillageFileStyle;
    const name = names.get(village) ?? village;
    const file = `${village.replaceAll('.', '')}-${name.toLowerCase().replace(/[^a-z]+/g, '-')}.${style.extension}`;
    const rows = sheetRows(style, name.toUpperCase(), people, new Random(seed, 100 + at));
    if (style.kind === 'xlsx') await writeXlsxFile(join(outDir, file), rows);
    else await writeCsvFile(join(outDir, file), style, rows);
    rows.forEach((row, i) => {
      if (row.resident !== undefined) key.push(`${file},${i + 1},${row.resident}`);
    });
    files.push({
      file,
      village,
      kind: style.kind,
      encoding: style.encoding,
      delimiter: style.delimiter,
      headerLine: rows.findIndex((row) => row.part === 'header') + 1,
      residents: people.length,
      malformed: rows.filter((row) => row.part === 'malformed').length,
    });
  }
  await writeFile(join(outDir, 'rows.csv'), `${key.join('\n')}\n`);
  await writeFile(join(outDir, 'files.json'), `${JSON.stringify(files, undefined, 2)}\n`);
  return files;
}

async function writeXlsxFile(path: string, rows: readonly SheetRow[]): Promise<void> {
  const stream = writeXlsxStream(
    rows.map(({ cells }) => [...cells]),
    { name: 'Penduduk' },
  );
  await pipeline(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path));
}

async function writeCsvFile(path: string, style: VillageFileStyle, rows: readonly SheetRow[]): Promise<void> {
  const lines = rows.map(({ cells }) =>
    cells.map((cell) => csvCell(cell, style.delimiter)).join(style.delimiter),
  );
  await writeFile(path, encodeText(lines.join(style.lineEnd) + style.lineEnd, style.encoding));
}

function csvCell(cell: SheetRow['cells'][number], delimiter: string): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' && cell > 1e6 ? formatNumber(cell) : String(cell);
  return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
