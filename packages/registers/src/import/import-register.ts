import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Engine, sqlName } from '@jangkau/linkage';
import { detectColumns } from '../detect/detect-columns.ts';
import { type DetectedFile, detectFile } from '../detect/detect-file.ts';
import { villageOfFileName } from '../detect/village-of-file.ts';
import { loadParquet } from '../parquet/load-parquet.ts';
import { RegisterFileError } from '../register-file-error.ts';
import { canonicalColumns } from '../register-kind.ts';
import { loadWorkbook } from '../xlsx/load-workbook.ts';
import type { FileContext, FileOutcome } from './file-context.ts';
import {
  type ImportedFile,
  type ImportOptions,
  type ImportResult,
  type ImportWarning,
  NO_DATE_TOO_LATE,
} from './import-options.ts';
import { importWarning, valueWarnings } from './import-warnings.ts';
import { loadText } from './load-text.ts';
import { Quarantine } from './quarantine.ts';
import { RegisterTable } from './register-table.ts';
import { resolveMapping } from './resolve-mapping.ts';
import { settleIds } from './settle-ids.ts';
import { settleVillages } from './settle-villages.ts';

/**
 * Imports register files into two new tables: `<table>` with the rows that can be used, in the order of the
 * files, and `<table>_quarantine` with the others and why. Every row of the files is in exactly one of them.
 * `rowid` grows with the order of the rows; it has gaps where rows were set aside.
 * @throws RegisterFileError when a file cannot be used; the signal's reason when aborted. No table is left then.
 */
export async function importRegister(engine: Engine, options: ImportOptions): Promise<ImportResult> {
  const { table, signal } = options;
  signal?.throwIfAborted();
  const interrupt = () => engine.interrupt();
  signal?.addEventListener('abort', interrupt);
  const folder = await mkdtemp(join(options.tempDirectory ?? tmpdir(), 'register-'));
  const quarantine = new Quarantine(join(folder, 'quarantine.csv'));
  const keepsOrder = await setInsertionOrder(engine, true);
  try {
    return await importFiles(engine, options, quarantine, folder);
  } catch (cause) {
    signal?.removeEventListener('abort', interrupt);
    await engine.run(
      `DROP TABLE IF EXISTS ${sqlName(table)}; DROP TABLE IF EXISTS ${sqlName(`${table}_quarantine`)}`,
    );
    signal?.throwIfAborted();
    if (cause instanceof RegisterFileError) throw cause;
    throw new RegisterFileError('engine-failed', options.files[0] ?? '', { cause, detail: String(cause) });
  } finally {
    signal?.removeEventListener('abort', interrupt);
    quarantine.close();
    await setInsertionOrder(engine, keepsOrder);
    await engine.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
    await rm(folder, { recursive: true, force: true });
  }
}

async function importFiles(
  engine: Engine,
  options: ImportOptions,
  quarantine: Quarantine,
  folder: string,
): Promise<ImportResult> {
  const table = new RegisterTable(engine, options.table);
  const today = options.today ?? NO_DATE_TOO_LATE;
  const files: ImportedFile[] = [];
  const tally = { rowsUsed: 0, madeUpIds: 0, sheets: 0, unsure: 0 };
  for (const [fileIndex, path] of options.files.entries()) {
    options.signal?.throwIfAborted();
    const enter: FileContext['enter'] = (phase) => {
      const progress = { file: basename(path), fileIndex, files: options.files.length, phase };
      options.onProgress?.({ ...progress, rows: tally.rowsUsed });
      // An abort between two statements interrupts neither of them.
      options.signal?.throwIfAborted();
    };
    enter('look');
    const file = await detectFile(path);
    const mapping = typeof options.mapping === 'function' ? options.mapping(file) : options.mapping;
    const positions = resolveMapping(file, options.kind, mapping);
    const setAsideBefore = quarantine.count;
    const village =
      mapping?.village ?? (positions.has('kode_desa') ? undefined : knownVillageOf(file, options));
    const outcome = await loadFile({
      engine,
      table,
      quarantine,
      plan: {
        kind: options.kind,
        file,
        positions,
        dateOrder: mapping?.dateOrder,
        village,
        today,
        unread: options.unread,
      },
      idPrefix: fileIndex === 0 ? 'baris-' : `berkas${fileIndex + 1}-baris-`,
      tempPath: (name) => join(folder, `${fileIndex}-${name}`),
      signal: options.signal,
      enter,
    });
    const rowsQuarantined = quarantine.count - setAsideBefore;
    if (outcome.rowsIn !== outcome.rowsUsed + rowsQuarantined)
      throw new RegisterFileError('not-reconciled', path, {
        detail: `${outcome.rowsIn} <> ${outcome.rowsUsed} + ${rowsQuarantined}`,
      });
    tally.rowsUsed += outcome.rowsUsed;
    tally.madeUpIds += outcome.madeUpIds;
    tally.sheets += Math.max(0, file.sheets.length - 1);
    if (!mapping) tally.unsure += unsureColumns(file, options);
    const columns = Object.fromEntries(
      canonicalColumns(options.kind).map((column) => [
        column,
        file.columns[positions.get(column) ?? -1]?.name ?? null,
      ]),
    );
    const { route, rowsIn, rowsUsed } = outcome;
    files.push({ name: file.name, kind: file.kind, route, rowsIn, rowsUsed, rowsQuarantined, columns });
  }
  return finish(engine, options, quarantine, files, tally);
}

/** Rows are numbered by their place in the file, so DuckDB must not reorder them. Returns how it was set. */
async function setInsertionOrder(engine: Engine, keep: boolean): Promise<boolean> {
  const [row] = await engine.rows<{ kept: boolean }>(
    "SELECT current_setting('preserve_insertion_order') AS kept",
  );
  await engine.run(`SET preserve_insertion_order = ${keep}`);
  return row?.kept ?? true;
}

function loadFile(context: FileContext): Promise<FileOutcome> {
  const { kind } = context.plan.file;
  if (kind === 'xlsx') return loadWorkbook(context);
  return kind === 'parquet' ? loadParquet(context) : loadText(context);
}

async function finish(
  engine: Engine,
  options: ImportOptions,
  quarantine: Quarantine,
  files: ImportedFile[],
  tally: { rowsUsed: number; madeUpIds: number; sheets: number; unsure: number },
): Promise<ImportResult> {
  const { table } = options;
  options.signal?.throwIfAborted();
  if (files.every(({ rowsIn }) => rowsIn === 0))
    throw new RegisterFileError('no-rows', options.files[0] ?? '');
  const repeated = await settleIds(engine, table);
  const villagesUnknown = await settleVillages(engine, table, options.villages);
  const rowsQuarantined = await quarantine.save(engine, `${table}_quarantine`);
  const [counted] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${sqlName(table)}`);
  const rowsUsed = counted?.n ?? 0;
  const rowsIn = files.reduce((sum, file) => sum + file.rowsIn, 0);
  if (
    rowsUsed !== tally.rowsUsed ||
    rowsQuarantined !== quarantine.count ||
    rowsIn !== rowsUsed + rowsQuarantined
  )
    throw new RegisterFileError('not-reconciled', options.files[0] ?? '', {
      detail: `${rowsIn} <> ${rowsUsed} + ${rowsQuarantined}`,
    });
  const notices: ReadonlyArray<readonly [Parameters<typeof importWarning>[0], number]> = [
    ['nothing-used', rowsUsed === 0 ? rowsIn : 0],
    ['ids-made-up', tally.madeUpIds],
    ['ids-repeated', repeated],
    ['village-unknown', villagesUnknown],
    ['sheets-not-read', tally.sheets],
    ['columns-unsure', tally.unsure],
  ];
  const warnings: ImportWarning[] = notices
    .filter(([, n]) => n > 0)
    .map(([code, n]) => importWarning(code, n));
  warnings.push(...(await valueWarnings(engine, table)));
  return { table, rowsIn, rowsUsed, rowsQuarantined, columns: columnsOfAll(options, files), files, warnings };
}

function columnsOfAll(options: ImportOptions, files: readonly ImportedFile[]): ImportResult['columns'] {
  return Object.fromEntries(
    canonicalColumns(options.kind).map((column) => [
      column,
      files.map((file) => file.columns[column] ?? null).find((name) => name !== null) ?? null,
    ]),
  );
}

/** The village in the name of a file, when it is one of those that are known. */
function knownVillageOf(file: DetectedFile, options: ImportOptions): string | undefined {
  const village = villageOfFileName(file.name);
  return village !== undefined && [...(options.villages?.values() ?? [])].includes(village)
    ? village
    : undefined;
}

/** Columns recognised with little confidence. */
function unsureColumns(file: DetectedFile, options: ImportOptions): number {
  return detectColumns(file.columns, options.kind).filter(
    ({ canonical, confidence }) => canonical && confidence < 0.8,
  ).length;
}
