import { sqlString } from '@jangkau/linkage';
import type { Census } from '../csv/census.ts';
import { linesOfRows } from '../csv/line-of-row.ts';
import { locateLines } from '../csv/locate-lines.ts';
import type { Dialect } from '../csv/record-splitter.ts';
import type { DetectedFile } from '../detect/detect-file.ts';
import { pathSql } from '../sql/path-sql.ts';
import { typedSelect } from '../sql/typed-column.ts';
import type { FileContext, FileOutcome } from './file-context.ts';
import type { TextFile } from './load-text.ts';
import { makeUpIds } from './make-up-ids.ts';
import type { QuarantinedRow } from './quarantine.ts';
import { contentReason, structuralReason } from './row-reason.ts';
import { typedColumns } from './typed-columns.ts';

/**
 * Loads a text file with one statement of DuckDB's CSV reader, while the file is counted independently beside it.
 * The result stands only if every filled line counted is a row of the table or a rejected line: then no quote
 * has swallowed lines and rows and lines correspond. Otherwise, and when the count says that the file is none
 * for this reader (undefined), everything is taken back and undefined is returned.
 */
export async function loadDirect(
  context: FileContext,
  path: string,
  counting: Promise<Census | undefined>,
): Promise<FileOutcome | undefined> {
  const { engine, table, plan, enter, signal } = context;
  const { file } = plan;
  if (file.dialect?.lineEnd !== '\n' || !file.plainHead) return undefined;
  enter('read');
  // Odd spaces are rare: names with them are folded afterwards, when the count has met any.
  const select = typedSelect(csvSource(path, file, file.dialect), typedColumns(plan, { oddSpaces: false }));
  let loaded: { first: number; rows: number };
  await engine.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
  try {
    loaded = await table.append(select);
  } catch {
    // The reader gives up on mixed line ends and the like; what went wrong otherwise, the rewriting will meet too.
    signal?.throwIfAborted();
    return undefined;
  }
  const census = await counting;
  if (!census || census.zeros || census.blankLimitReached) {
    await table.undo(loaded.first);
    return undefined;
  }
  const text: TextFile = { path, census };
  const firstLine = file.dataLine ?? 1;
  const blanks = census.blankLines;
  const rowsIn = census.filledLines - (firstLine - 1 - blanks.filter((line) => line < firstLine).length);
  enter('check');
  const rejected = await rejectedLines(context);
  if (loaded.rows + rejected.length !== rowsIn) {
    await table.undo(loaded.first);
    return undefined;
  }
  if (census.oddSpaces) await table.foldNames(loaded.first);
  const gaps = rejected.length === 0 ? blanks : [...blanks, ...rejected].sort((a, b) => a - b);
  const useless = await table.useless(loaded.first);
  const found = await setAside(context, text, linesOfRows(useless, firstLine, gaps), rejected);
  if (!found) {
    await table.undo(loaded.first);
    return undefined;
  }
  if (useless.length > 0) await table.deleteUseless(loaded.first);
  const madeUpIds = await makeUpIds(engine, table.name, loaded.first, context.idPrefix, firstLine, gaps);
  return { route: 'direct', rowsIn, rowsUsed: loaded.rows - useless.length, madeUpIds };
}

/** Rows of a row group of DuckDB, and a little more: batches below it are copied twice on their way in. */
const batchRows = 125_000;
const mebibyte = 1 << 20;

function csvSource(path: string, file: DetectedFile, dialect: Dialect): string {
  const columns = file.columns.map(({ index }) => `'c${index}': 'VARCHAR'`).join(', ');
  const batchBytes = Math.round(Math.min(Math.max(batchRows * file.lineBytes, 2 * mebibyte), 48 * mebibyte));
  // DuckDB cuts the file into batches of max_line_size.
  const batches =
    file.size > 32 * mebibyte ? `, max_line_size=${batchBytes}, buffer_size=${2 * batchBytes}` : '';
  return (
    `SELECT * FROM read_csv(${pathSql(path)}, auto_detect=false, header=false, skip=${(file.dataLine ?? 1) - 1},` +
    ` delim=${sqlString(dialect.delimiter)}, quote='"', escape='"', store_rejects=true${batches}, columns={${columns}})`
  );
}

async function rejectedLines({ engine }: FileContext): Promise<number[]> {
  const { line } = await engine.columns('SELECT DISTINCT line FROM reject_errors ORDER BY line');
  return (line ?? []) as number[];
}

/** Above this many lines to set aside, rewriting the file is as quick as checking each of them. */
const mostChecked = 200_000;

/**
 * Puts rejected lines and lines of useless rows into quarantine, in the order of the file. False, and nothing
 * put, when a rejected line turns out to be well-formed: then the reader's line numbers cannot be trusted.
 */
async function setAside(
  context: FileContext,
  text: TextFile,
  useless: readonly number[],
  rejected: readonly number[],
): Promise<boolean> {
  const { plan, quarantine, signal } = context;
  const { file } = plan;
  const wanted = [...useless, ...rejected].sort((a, b) => a - b);
  if (!file.dialect || (rejected.length > 0 && wanted.length > mostChecked)) return false;
  const isRejected = new Set(rejected);
  const { census } = text;
  const checked: QuarantinedRow[] = [];
  for await (const record of locateLines(text.path, file.dialect, wanted, signal, census.marks)) {
    const isCut = record.line === census.lines && !census.endsWithLineEnd;
    const fault = isRejected.has(record.line) && structuralReason(record, file.columns.length, isCut);
    if (fault === undefined) return false;
    const row = {
      file: file.name,
      line: record.line,
      ...(fault || contentReason(record.fields, plan)),
      row: record.raw,
    };
    if (rejected.length === 0) await quarantine.add(row);
    else checked.push(row);
  }
  for (const row of checked) await quarantine.add(row);
  return true;
}
