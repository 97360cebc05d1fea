import { basename } from 'node:path';
import { type DetectedHeader, detectHeader, type SampleRow } from '../detect/detect-header.ts';
import { type DetectedFile, fileColumns } from '../detect/detected-file.ts';
import { isKnownHeader } from '../detect/header-aliases.ts';
import { RegisterFileError } from '../register-file-error.ts';
import { cellText } from './cell-text.ts';
import { Workbook } from './read-workbook.ts';

const sampleRows = 2000;
const mostSheets = 20;

interface SheetLook {
  sheet: string;
  rows: SampleRow[];
  width: number;
  header: DetectedHeader;
  known: number;
}

/**
 * Header and columns of a workbook. The sheet with the most known headers is the register; the first one wins.
 * @throws RegisterFileError
 */
export async function detectXlsx(path: string, size: number): Promise<DetectedFile> {
  const workbook = await Workbook.open(path);
  const sheets = await workbook.sheets();
  let best: SheetLook | undefined;
  for (const sheet of sheets.slice(0, mostSheets)) {
    const look = await lookAt(workbook, sheet);
    if (look.rows.length > 0 && (!best || look.known > best.known)) best = look;
  }
  if (!best) throw new RegisterFileError('file-empty', path);
  const { rows, width, header, sheet } = best;
  const data = rows.slice(header.dataRow);
  const headerRow = header.row === undefined ? undefined : rows[header.row];
  return {
    path,
    name: basename(path),
    size,
    kind: 'xlsx',
    compressed: false,
    encoding: null,
    dialect: null,
    quoted: false,
    headerLine: headerRow?.line ?? null,
    dataLine: data[0]?.line ?? (headerRow ? headerRow.line + 1 : 1),
    plainHead: true,
    lineBytes: 0,
    sheets,
    sheet,
    columns: fileColumns(
      headerRow?.fields ?? [],
      width,
      data.map(({ fields }) => fields),
    ),
  };
}

async function lookAt(workbook: Workbook, sheet: string): Promise<SheetLook> {
  const rows: SampleRow[] = [];
  for await (const { line, cells } of workbook.rows(sheet, sampleRows)) {
    const fields = cells.map((cell) => cellText(cell));
    if (fields.some((field) => field.trim() !== '')) rows.push({ line, lines: 1, fields });
  }
  const lengths = rows.map(({ fields }) => fields.length);
  const width = usual(lengths);
  const header = detectHeader(rows, width);
  const names = header.row === undefined ? [] : (rows[header.row]?.fields ?? []);
  return {
    sheet,
    rows,
    width: Math.max(width, names.length),
    header,
    known: names.filter((name) => isKnownHeader(name)).length,
  };
}

/** The commonest length, the longer one of equals. */
function usual(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0;
}
