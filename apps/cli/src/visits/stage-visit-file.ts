import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@jangkau/kernel';
import { Engine, sqlName, sqlString } from '@jangkau/linkage';
import { readTable } from '@jangkau/registers';
import { visitFileColumns } from '@jangkau/store';

type Column = (typeof visitFileColumns)[number];
/** A file may leave these out; of kartu and nik one has to be there. */
const optional: readonly Column[] = ['kartu', 'nik', 'jenis', 'tanggal_pulang', 'tindakan'];

/**
 * Rewrites a file of visits (CSV with any separator, XLSX, Parquet) so that it can be imported as `numbered`: columns
 * in their order, the line of each row in front, what is wrong with it behind.
 * @throws Problem 'column-missing', 'file-empty'; RegisterFileError
 */
export async function stageVisitFile(file: string, folder: string): Promise<string> {
  const staged = path.join(folder, 'visits.csv');
  if (/\.parquet$/i.test(file)) await fromParquet(file, staged);
  else await pipeline(Readable.from(stagedLines(file)), createWriteStream(staged));
  return staged;
}

async function* stagedLines(file: string): AsyncGenerator<string> {
  let places: number[] | undefined;
  let width = 0;
  for await (const { line, fields, broken } of readTable(file)) {
    if (!places) {
      const header = fields.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'));
      places = placesOf(header, file);
      width = header.length;
      continue;
    }
    const beyond = fields.slice(width).some((value) => value.trim() !== '');
    const unreadable = broken || beyond || fields.length < Math.min(width, Math.max(...places) + 1);
    const values = places.map((place) => (place < 0 ? '' : (fields[place] ?? '').trim()));
    yield `${line},${values.map(cell).join(',')},${unreadable ? 'row-unreadable' : ''}\n`;
  }
  if (!places) throw new Problem('file-empty', { file: path.basename(file) });
}

/** Where each column stands among these names; -1: nowhere. */
function placesOf(names: readonly string[], file: string): number[] {
  const missing = visitFileColumns.find((column) => !optional.includes(column) && !names.includes(column));
  const nobody = !names.includes('kartu') && !names.includes('nik') ? 'kartu' : undefined;
  const column = missing ?? nobody;
  if (column) throw new Problem('column-missing', { file: path.basename(file), column });
  return visitFileColumns.map((name) => names.indexOf(name));
}

function cell(value: string): string {
  return value === '' ? '' : `"${value.replaceAll('"', '""').replaceAll('\0', '')}"`;
}

async function fromParquet(file: string, staged: string): Promise<void> {
  const engine = await Engine.open();
  try {
    const source = `read_parquet(${sqlString(file)}, file_row_number = true)`;
    const columns = await engine.rows<{ column_name: string; column_type: string }>(
      `DESCRIBE SELECT * FROM read_parquet(${sqlString(file)})`,
    );
    const places = placesOf(
      columns.map(({ column_name: name }) => name.toLowerCase()),
      file,
    );
    const values = visitFileColumns.map((name, i) => {
      const column = columns[places[i] as number];
      if (!column) return `NULL AS ${name}`;
      const text = `CAST(${sqlName(column.column_name)} AS VARCHAR)`;
      // A card kept as a number has lost the zeros it begins with.
      const whole =
        name === 'kartu' && /INT/.test(column.column_type)
          ? `CASE WHEN length(${text}) < 13 THEN lpad(${text}, 13, '0') ELSE ${text} END`
          : text;
      return `nullif(trim(${whole}), '') AS ${name}`;
    });
    await engine.run(
      `COPY (SELECT file_row_number + 1 AS line, ${values.join(', ')}, NULL AS fault FROM ${source} ORDER BY line)
       TO ${sqlString(staged)} (FORMAT csv, HEADER false)`,
    );
  } finally {
    await engine.close();
  }
}
