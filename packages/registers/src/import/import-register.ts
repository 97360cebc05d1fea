import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Engine, sqlName, sqlString } from '@jangkau/linkage';
import { type CanonicalColumn, canonicalColumns, idColumn, type RegisterKind } from '../register-kind.ts';
import { bornColumn } from '../sql/date-sql.ts';
import { kkColumn, nikColumn } from '../sql/number-sql.ts';
import { phoneColumn } from '../sql/phone-sql.ts';
import { idTextColumn, nameColumn, sexColumn, textColumn } from '../sql/text-sql.ts';
import { type TypedColumn, typedSelect } from '../sql/typed-column.ts';

export interface ImportOptions {
  table: string;
  kind: RegisterKind;
  files: string[];
  /** 'YYYY-MM-DD': birth dates after it are not believed. The machine's date when absent. */
  today?: string;
  onProgress?: (progress: ImportProgress) => void;
  signal?: AbortSignal;
}

export interface ImportProgress {
  file: string;
  fileIndex: number;
  files: number;
  phase: 'detect' | 'prepare' | 'read' | 'check';
  rows?: number;
}

export interface ImportWarning {
  code: string;
  count: number;
  message: string;
  messageEn: string;
}

export interface ImportResult {
  table: string;
  rowsIn: number;
  rowsUsed: number;
  rowsQuarantined: number;
  /** Canonical column -> the name it has in the (first) file; null when the file lacks it. */
  columns: Partial<Record<CanonicalColumn, string | null>>;
  warnings: ImportWarning[];
}

/** Imports register files into `<table>` and `<table>_quarantine`. */
export async function importRegister(engine: Engine, options: ImportOptions): Promise<ImportResult> {
  const { table, kind, files } = options;
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const quarantine = `${table}_quarantine`;
  await engine.run(
    `CREATE OR REPLACE TABLE ${sqlName(quarantine)} ("file" VARCHAR, "line" BIGINT, "column" VARCHAR, "reason" VARCHAR, "row" VARCHAR)`,
  );
  const columns: ImportResult['columns'] = {};
  let first = true;
  for (const [fileIndex, file] of files.entries()) {
    options.onProgress?.({ file, fileIndex, files: files.length, phase: 'read' });
    options.signal?.throwIfAborted();
    const header = await readHeader(file);
    const names = header.map((name) => name.trim().toLowerCase());
    const at = (column: CanonicalColumn) =>
      names.includes(column) ? `c${names.indexOf(column)}` : undefined;
    for (const column of canonicalColumns(kind)) columns[column] ??= at(column) ? column : null;
    const source =
      `SELECT * FROM read_csv(${sqlString(file)}, auto_detect=false, header=false, skip=1, delim=',', quote='"', escape='"',` +
      ` columns={${names.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ')}}, store_rejects=true)`;
    const select = typedSelect(
      source,
      typedColumns(kind, at, today),
      'nama IS NOT NULL AND (nik IS NOT NULL OR born IS NOT NULL)',
    );
    await engine.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
    await engine.run(
      first
        ? `CREATE OR REPLACE TABLE ${sqlName(table)} AS ${select}`
        : `INSERT INTO ${sqlName(table)} ${select}`,
    );
    await engine.run(
      `INSERT INTO ${sqlName(quarantine)} SELECT ${sqlString(basename(file))}, line, any_value(column_name), any_value(error_message), any_value(csv_line) FROM reject_errors GROUP BY line`,
    );
    first = false;
  }
  const count = async (name: string) =>
    Number((await engine.rows(`SELECT count(*) AS n FROM ${sqlName(name)}`))[0]?.n);
  const rowsUsed = await count(table);
  const rowsQuarantined = await count(quarantine);
  return { table, rowsIn: rowsUsed + rowsQuarantined, rowsUsed, rowsQuarantined, columns, warnings: [] };
}

function typedColumns(
  kind: RegisterKind,
  at: (column: CanonicalColumn) => string | undefined,
  today: string,
): TypedColumn[] {
  const raw = (column: CanonicalColumn) => at(column) ?? 'CAST(NULL AS VARCHAR)';
  const common = [
    idTextColumn(raw(idColumn(kind))),
    nikColumn(raw('nik')),
    kkColumn(raw('no_kk')),
    nameColumn(raw('nama')),
    sexColumn(raw('jenis_kelamin')),
    bornColumn(raw('tanggal_lahir'), today),
    phoneColumn(raw('no_hp')),
    textColumn('village', raw('kode_desa')),
    textColumn('address', raw('alamat')),
  ];
  const own: Array<[string, CanonicalColumn]> =
    kind === 'residents'
      ? [
          ['birthplace', 'tempat_lahir'],
          ['banjar', 'banjar'],
          ['relation', 'hubungan_keluarga'],
          ['occupation', 'pekerjaan'],
        ]
      : [
          ['segment', 'segmen'],
          ['class', 'kelas'],
          ['status', 'status'],
        ];
  return [...common, ...own.map(([name, column]) => textColumn(name, raw(column)))];
}

async function readHeader(file: string): Promise<string[]> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65536), 0, 65536, 0);
    const text = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    return (text.split(/\r?\n/, 1)[0] ?? '').split(',').map((name) => name.replace(/^"|"$/g, ''));
  } finally {
    await handle.close();
  }
}
