import { readRecords } from '../csv/read-records.ts';
import { contentKind } from '../detect/content-kind.ts';
import { detectFile } from '../detect/detect-file.ts';
import { RegisterFileError } from '../register-file-error.ts';
import { cellText } from '../xlsx/cell-text.ts';
import { Workbook } from '../xlsx/read-workbook.ts';

/** A row of a table: the line it stands on and its values as text. */
export interface TableRow {
  line: number;
  fields: readonly string[];
  /** True when quotes or characters in it are broken, so that its values may be other than they look. */
  broken: boolean;
}

/**
 * Rows of a delimited text file (comma, semicolon, tab or bar) or of the first visible sheet of a workbook, the
 * header first. Rows without a value are left out.
 * @throws RegisterFileError for a file that holds no such table
 */
export async function* readTable(path: string): AsyncGenerator<TableRow> {
  const { kind, error } = await contentKind(path);
  if (error) throw new RegisterFileError(error, path);
  for await (const row of kind === 'xlsx' ? sheetRows(path) : textRows(path))
    if (row.fields.some((field) => field.trim() !== '')) yield row;
}

async function* sheetRows(path: string): AsyncGenerator<TableRow> {
  const workbook = await Workbook.open(path);
  const [sheet] = await workbook.sheets();
  if (sheet === undefined) throw new RegisterFileError('file-empty', path);
  for await (const { line, cells } of workbook.rows(sheet))
    yield { line, fields: cells.map((cell) => cellText(cell)), broken: false };
}

async function* textRows(path: string): AsyncGenerator<TableRow> {
  const { dialect, encoding, compressed } = await detectFile(path);
  if (compressed || !dialect || !encoding?.startsWith('utf-8'))
    throw new RegisterFileError('binary-content', path);
  for await (const records of readRecords(path, dialect, undefined))
    for (const { line, fields, fault } of records) yield { line, fields, broken: fault !== undefined };
}
