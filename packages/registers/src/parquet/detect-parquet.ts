import { basename } from 'node:path';
import { Engine, sqlName } from '@jangkau/linkage';
import { type DetectedFile, fileColumns } from '../detect/detected-file.ts';
import { RegisterFileError } from '../register-file-error.ts';
import { pathSql } from '../sql/path-sql.ts';

/** Columns and sample values of a Parquet file. @throws RegisterFileError damaged-parquet */
export async function detectParquet(path: string, size: number): Promise<DetectedFile> {
  const engine = await Engine.open({ threads: 1 });
  try {
    const source = `read_parquet(${pathSql(path)})`;
    const described = await engine.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${source}`);
    const names = described.map(({ column_name }) => column_name);
    const values = names.map((name) => `CAST(${sqlName(name)} AS VARCHAR) AS ${sqlName(name)}`);
    const rows = await engine.rows<Record<string, string | null>>(
      `SELECT ${values.join(', ')} FROM ${source} LIMIT 500`,
    );
    return {
      path,
      name: basename(path),
      size,
      kind: 'parquet',
      compressed: false,
      encoding: null,
      dialect: null,
      quoted: false,
      headerLine: null,
      dataLine: 1,
      plainHead: true,
      lineBytes: 0,
      sheets: [],
      sheet: null,
      columns: fileColumns(
        names,
        names.length,
        rows.map((row) => names.map((name) => row[name] ?? '')),
      ),
    };
  } catch (cause) {
    throw new RegisterFileError('damaged-parquet', path, { cause, detail: String(cause) });
  } finally {
    await engine.close();
  }
}
