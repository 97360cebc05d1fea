import { sqlName, sqlString } from '@jangkau/linkage';
import type { FileContext, FileOutcome } from '../import/file-context.ts';
import { contentReason } from '../import/row-reason.ts';
import { typedColumns } from '../import/typed-columns.ts';
import { RegisterFileError } from '../register-file-error.ts';
import { pathSql } from '../sql/path-sql.ts';
import { typedSelect } from '../sql/typed-column.ts';

/**
 * Loads a Parquet file; a row's line is its position from 1.
 * @throws RegisterFileError damaged-parquet, not-reconciled
 */
export async function loadParquet(context: FileContext): Promise<FileOutcome> {
  const { engine, table, plan, quarantine, enter, idPrefix, signal } = context;
  const { file } = plan;
  const parquet = `read_parquet(${pathSql(file.path)}, file_row_number=true)`;
  const values = file.columns
    .map(({ name, index }) => `CAST(${sqlName(name)} AS VARCHAR) AS c${index}`)
    .join(', ');
  const source = `SELECT file_row_number + 1 AS line, ${values} FROM ${parquet}`;
  enter('read');
  let loaded: { first: number; rows: number };
  let rowsIn: number;
  try {
    const [row] = await engine.rows<{ n: number }>(
      `SELECT num_rows AS n FROM parquet_file_metadata(${pathSql(file.path)})`,
    );
    rowsIn = row?.n ?? 0;
    const facts = { oddSpaces: true, madeUpId: `${sqlString(idPrefix)} || line` };
    loaded = await table.append(typedSelect(source, typedColumns(plan, facts)));
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RegisterFileError('damaged-parquet', file.path, { cause, detail: String(cause) });
  }
  if (loaded.rows !== rowsIn)
    throw new RegisterFileError('not-reconciled', file.path, { detail: `${rowsIn} -> ${loaded.rows}` });
  enter('check');
  const useless = await table.useless(loaded.first);
  if (useless.length > 0) {
    const rows = await engine.rows<Record<string, string | null>>(
      `SELECT * FROM (${source}) WHERE line IN (SELECT unnest([${useless.map((row) => row + 1).join(', ')}])) ORDER BY line`,
    );
    for (const row of rows) {
      const fields = file.columns.map(({ index }) => row[`c${index}`] ?? '');
      const reason = contentReason(fields, plan);
      await quarantine.add({ file: file.name, line: Number(row.line), ...reason, row: fields.join(';') });
    }
    await table.deleteUseless(loaded.first);
  }
  const madeUpIds = await table.madeUpIds(loaded.first, idPrefix);
  return { route: 'direct', rowsIn, rowsUsed: loaded.rows - useless.length, madeUpIds };
}
